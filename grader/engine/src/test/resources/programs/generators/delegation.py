# yield from: what the caller does reaches the inner generator, and its return value comes back (PEP 380).
import sys


def attempt(action, *arguments):
    try:
        print('->', repr(action(*arguments)))
    except BaseException as error:
        print('!!', type(error).__name__ + ':', error, '| context', repr(error.__context__))


def inner(name):
    try:
        received = yield name + ' first'
        while received != 'done':
            try:
                received = yield (name, received)
            except KeyError as error:
                received = 'caught ' + repr(error)
        return name + ' result'
    except GeneratorExit:
        print('   %s: GeneratorExit' % name)
        raise
    finally:
        print('   %s: finally' % name)


def outer():
    try:
        results = []
        for name in ('one', 'two'):
            results.append((yield from inner(name)))
        return results
    except ValueError as error:
        print('   outer caught', repr(error))
        yield 'outer goes on'
    finally:
        print('   outer: finally')


print('-- next, send and throw go straight through')
o = outer()
attempt(next, o)
attempt(o.send, 1)
attempt(next, o)
attempt(o.throw, KeyError('k'))
print(o.gi_yieldfrom.__name__, o.gi_yieldfrom.gi_frame.f_locals['name'], o.gi_frame.f_lasti > 0)
attempt(o.send, 'done')
attempt(o.send, 'done')
attempt(next, o)
print(o.gi_yieldfrom, o.gi_frame)

print('-- an exception the inner one lets through arrives at the yield from')
o = outer()
next(o)
attempt(o.throw, ValueError, 'deep')
attempt(next, o)

print('-- close closes from the inside out')
o = outer()
next(o)
attempt(o.close)
o = outer()
next(o)
attempt(o.throw, GeneratorExit)
o = outer()
next(o)
print('-- and so does the last reference')
del o

print('-- any iterable will do, but send needs a send')


def over(iterable):
    result = yield from iterable
    return 'result', result


for iterable in ([1, 2], range(2), 'ab', {3}, iter([7]), (x for x in [8])):
    print(list(over(iterable)), end=' ')
print()
g = over([1, 2, 3])
attempt(next, g)
attempt(g.send, None)
attempt(g.send, 'x')
attempt(next, g)
g = over(range(3))
next(g)
attempt(g.throw, KeyError('to the list'))
g = over([1, 2])
next(g)
attempt(g.close)
attempt(next, over(5))
attempt(next, over(None))
attempt(next, over([]))


class Own:
    """An iterator with send, throw and close of its own."""

    def __init__(self):
        self.log = []

    def __iter__(self):
        self.log.append('iter')
        return self

    def __next__(self):
        self.log.append('next')
        return 'n'

    def send(self, value):
        self.log.append('send %r' % value)
        if value == 'stop':
            raise StopIteration('own result')
        return 's'

    def throw(self, *details):
        self.log.append('throw %r' % (details,))
        if details[0] is KeyError:
            raise StopIteration('result from throw')
        return 't'

    def close(self):
        self.log.append('close')


print('-- an iterator of our own sees each of them')
own = Own()
g = over(own)
print(next(g), g.send(5), next(g), g.throw(ValueError), g.throw(ValueError, 'text'), g.gi_yieldfrom is own)
attempt(g.send, 'stop')
print(own.log)
own = Own()
g = over(own)
next(g)
attempt(g.throw, KeyError)
print(own.log)
own = Own()
g = over(own)
next(g)
attempt(g.close)
print(own.log)
own = Own()
g = over(own)
next(g)
attempt(g.throw, GeneratorExit)
print(own.log)


class Half:
    def __iter__(self):
        return self

    def __next__(self):
        return 'half'


print('-- an iterator without them')
g = over(Half())
next(g)
attempt(g.send, 1)
g = over(Half())
next(g)
attempt(g.throw, KeyError('k'))
g = over(Half())
next(g)
attempt(g.close)

print('-- a subgenerator that ignores GeneratorExit')


def stubborn():
    while True:
        try:
            yield 'still here'
        except GeneratorExit:
            print('   no')


inner_one = stubborn()
g = over(inner_one)
next(g)
attempt(g.close)
attempt(next, g)
print(inner_one.gi_frame.f_lasti > 0, next(inner_one))
attempt(inner_one.throw, KeyError('enough'))


def stop_with(value):
    return value
    yield


print('-- return values')
for value in (None, 0, (), (1, 2), StopIteration(3), [4]):
    attempt(next, over(stop_with(value)))

print('-- a generator that is already running')


def selfish():
    yield from me


me = selfish()
attempt(next, me)


def ring():
    yield from other


def ring2():
    yield from me


me, other = ring(), ring2()
attempt(next, me)

print('-- deep delegation')


def depth(n):
    if n:
        return (yield from depth(n - 1)) + 1
    return (yield 'bottom')


d = depth(50)
print(next(d))
attempt(d.send, 1000)


def count_yield_froms(generator):
    chain = []
    while generator is not None:
        chain.append(generator.gi_frame.f_locals['n'])
        generator = generator.gi_yieldfrom
    return chain


d = depth(5)
next(d)
print(count_yield_froms(d))
try:
    d.throw(RuntimeError('from the top'))
except RuntimeError as error:
    lines = []
    walk = error.__traceback__
    while walk:
        lines.append(walk.tb_frame.f_code.co_name)
        walk = walk.tb_next
    print(lines, error)


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [], [4]], 5], [[6]]])))
