# A generator as a coroutine: send, throw, close, and every complaint CPython has about them (PEP 342, 380).
import sys


def attempt(action, *arguments):
    try:
        print('->', repr(action(*arguments)))
    except BaseException as error:
        print('!!', type(error).__name__ + ':', error, '| cause', repr(error.__cause__), '| context', repr(error.__context__))


def echo():
    received = None
    while True:
        try:
            received = yield received
            print('   got', repr(received))
        except (KeyError, ZeroDivisionError) as error:
            print('   caught', repr(error))
            received = 'after ' + type(error).__name__


print('-- send before the start')
g = echo()
attempt(g.send, 1)
attempt(g.send, None)
attempt(g.send, 2)
attempt(g.send)
attempt(g.send, 1, 2)
attempt(next, g)

print('-- throw: a class, a class and a value, an instance, a tuple of values')
attempt(g.throw, KeyError)
attempt(g.throw, KeyError, 'key')
attempt(g.throw, KeyError, ('two', 'values'))
attempt(g.throw, KeyError('instance'))
attempt(g.throw, KeyError, KeyError('both'))
attempt(g.throw, KeyError, None, None)
print('-- throw, used wrongly')
attempt(g.throw)
attempt(g.throw, 1)
attempt(g.throw, int)
attempt(g.throw, 'text')
attempt(g.throw, KeyError('a'), 'b')
attempt(g.throw, KeyError, 'value', 'no traceback')
attempt(g.throw, KeyError, 'a', None, 4)
print('-- what is not caught inside comes out, and the generator is finished')
attempt(g.throw, ValueError('out'))
attempt(next, g)
attempt(g.send, 5)
attempt(g.throw, ValueError('again'))
attempt(g.close)

print('-- throw before the start: the frame never runs')
g = echo()
attempt(g.throw, KeyError('early'))
attempt(next, g)
print('-- close before the start, twice, after the end')
g = echo()
attempt(g.close)
attempt(g.close)
attempt(next, g)
attempt(g.send, 3)


print('-- close raises GeneratorExit at the yield')


def closing(reaction):
    try:
        yield 'first'
    except GeneratorExit as leaving:
        print('   leaving', repr(leaving), leaving.args)
        if reaction == 'return':
            return 'a value nobody sees'
        if reaction == 'raise':
            raise
        if reaction == 'stop':
            raise StopIteration
        if reaction == 'other':
            raise ValueError('while closing')
        yield 'ignored'
    finally:
        print('   finally')


for reaction in ('return', 'raise', 'other', 'ignore'):
    g = closing(reaction)
    next(g)
    print(reaction)
    attempt(g.close)
    attempt(next, g)
g = None

print('-- GeneratorExit thrown by hand comes back out')
g = closing('raise')
next(g)
attempt(g.throw, GeneratorExit)
g = closing('return')
next(g)
attempt(g.throw, GeneratorExit)
g = closing('ignore')
next(g)
attempt(g.throw, GeneratorExit)
attempt(next, g)

print('-- the last reference gone: GeneratorExit at the yield, and finally runs')
g = closing('return')
next(g)
del g
g = closing('raise')
print(next(g))
g = None


def with_block():
    class Door:
        def __enter__(self):
            print('   enter')
            return self

        def __exit__(self, kind, value, traceback):
            print('   exit', kind.__name__, value.args, traceback is not None)

    with Door():
        yield 'inside'


g = with_block()
print(next(g))
del g
print('-- without a try there is nothing to run')
g = echo()
next(g)
del g

print('-- a generator cannot be entered twice')


def reenters(how):
    try:
        how(me)
    except ValueError as error:
        print('  ', error)
    yield me.gi_running


for how in (next, lambda g: g.send(None), lambda g: g.send(1), lambda g: g.throw(KeyError), lambda g: g.close(), list):
    me = reenters(how)
    print(next(me), me.gi_running)

print('-- send and throw interleaved')


def machine():
    state = 'idle'
    while True:
        try:
            command = yield state
            state = {'go': 'moving', 'stop': 'idle'}[command]
        except KeyError as error:
            state = 'confused by ' + str(error)
        except RuntimeError:
            return 'halted in ' + state


m = machine()
print(next(m), [m.send(word) for word in ('go', 'stop', 'fly', 'go')])
attempt(m.throw, RuntimeError)

print('-- the exception being handled is the generator\'s own')


def handles():
    try:
        raise KeyError('inner')
    except KeyError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]


h = handles()
print(next(h), sys.exc_info()[0])
try:
    raise ValueError
except ValueError:
    print(next(h), sys.exc_info()[0])
print(sys.exc_info()[0])


def reraises():
    try:
        yield
    except KeyError as error:
        raise ValueError('wrapped') from error


r = reraises()
next(r)
attempt(r.throw, KeyError('k'))


def replaces():
    try:
        yield
    except KeyError:
        raise ValueError('replaced')


r = replaces()
next(r)
attempt(r.throw, KeyError('k'))

print('-- a traceback given to throw becomes the tail of the new one')
try:
    1 / 0
except ZeroDivisionError as error:
    tail = error.__traceback__


def plain():
    yield


p = plain()
next(p)
try:
    p.throw(ZeroDivisionError, 'thrown', tail)
except ZeroDivisionError as error:
    names = []
    walk = error.__traceback__
    while walk:
        names.append((walk.tb_frame.f_code.co_name, walk.tb_lineno - walk.tb_frame.f_code.co_firstlineno > 0))
        walk = walk.tb_next
    print(names, error)

print('-- yield is an expression')


def expressions():
    print('  ', (yield 1), (yield 2))
    x = [(yield 3), (yield 4)]
    print('  ', x, (yield) is None)
    y = yield (yield 5)
    print('  ', y)
    return (yield), (yield)


e = expressions()
sent = [next(e)]
try:
    for value in 'abcdefghijk':
        sent.append(e.send(value))
except StopIteration as stop:
    print(sent, stop.value)
for wrong in (lambda: p.throw(type=KeyError), lambda: p.send(arg=1), lambda: p.close(1)):
    attempt(wrong)
