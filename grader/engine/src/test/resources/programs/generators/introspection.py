# A generator from outside: its frame, its code, where it stands, whom it delegates to.
import dis
import inspect


def squares(limit):
    "Yields squares."
    total = 0
    for number in range(limit):
        square = number * number
        total += square
        yield square
    return total


print('-- one code object, a frame each')
a, b = squares(3), squares(5)
print(a.gi_code is squares.__code__, a.gi_code is b.gi_code, a.gi_frame is b.gi_frame)
print(a.gi_frame.f_code is a.gi_code, a.gi_frame.f_back, a.gi_frame is a.gi_frame)
print(a.__name__, a.__qualname__, type(a).__doc__, squares.__doc__)

print('-- f_lasti is -1 before the start, then the offset of the yield')
opname = {i.offset: i.opname for i in dis.get_instructions(squares)}
print(a.gi_frame.f_lasti, a.gi_frame.f_locals, a.gi_frame.f_lineno - a.gi_code.co_firstlineno)
while True:
    try:
        value = next(a)
    except StopIteration as stop:
        print('returned', stop.value, a.gi_frame, a.gi_running, a.gi_yieldfrom, a.gi_code is squares.__code__)
        break
    frame = a.gi_frame
    print(value, frame.f_lasti, opname[frame.f_lasti], frame.f_lineno - a.gi_code.co_firstlineno, frame.f_locals)
print(b.gi_frame.f_lasti, b.gi_frame.f_locals)

print('-- states by name')


def states():
    yield inspect.getgeneratorstate(me), me.gi_running
    yield 2


me = states()
print(inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me))
print(next(me), inspect.getgeneratorstate(me), me.gi_running)
me.close()
print(inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me), me.gi_frame)
for state in (inspect.GEN_CREATED, inspect.GEN_RUNNING, inspect.GEN_SUSPENDED, inspect.GEN_CLOSED):
    print(state)
try:
    inspect.getgeneratorlocals(3)
except TypeError as error:
    print(error)

print('-- while it runs, its frame has its caller behind it')


def looks():
    while True:
        frame = inspect.currentframe()
        yield frame.f_back.f_code.co_name, frame is mine.gi_frame


def from_here():
    return next(mine)


def from_there():
    for found in mine:
        return found


mine = looks()
print(from_here(), from_there(), next(mine), mine.gi_frame.f_back)

print('-- gi_yieldfrom: the object a yield from waits for')


def inner():
    yield 1
    yield 2


def outer(it):
    yield 'before'
    yield from it
    yield 'after'


one = inner()
o = outer(one)
seen = [o.gi_yieldfrom]
for value in o:
    seen.append((value, o.gi_yieldfrom is one, getattr(o.gi_yieldfrom, '__name__', None)))
print(seen)
o = outer([1])
next(o), next(o)
print(type(o.gi_yieldfrom).__name__)

print('-- generator, generator function, generator expression')
expression = (x for x in (1, 2))
for thing in (squares, squares(1), expression, inner, print, 3, Exception):
    print(getattr(thing, '__name__', thing), inspect.isgenerator(thing), inspect.isgeneratorfunction(thing))
print(expression.gi_code.co_name, expression.gi_code.co_varnames, expression.__qualname__, expression.gi_frame.f_locals.keys())
print([name for bit, name in sorted(dis.COMPILER_FLAG_NAMES.items()) if squares.__code__.co_flags & bit])

print('-- what may be set')
g = inner()
g.__name__ = 'renamed'
g.__qualname__ = 'other.renamed'
print(g.__name__, g.__qualname__, g.gi_code.co_name, repr(g).split(' at ')[0])


def attempt(name, value):
    try:
        setattr(g, name, value)
    except (AttributeError, TypeError) as error:
        print(name, error)


for name in ('__name__', '__qualname__', 'gi_frame', 'gi_code', 'gi_running', 'gi_yieldfrom', 'new'):
    attempt(name, 5)
try:
    del g.__name__
except (AttributeError, TypeError) as error:
    print(error)
print([name for name in dir(g) if not name.startswith('__')])
print(sorted(set(dir(g)) - set(dir(object))))


class Source:
    def method(self):
        yield self

    def nested(self):
        def deep():
            yield 1
        return deep()


print(Source().method().__qualname__, Source().nested().__qualname__, next(Source().method()).__class__.__name__)

print('-- the value stack of a suspended frame holds the loop\'s iterator')


def loops():
    for i in range(2):
        for j in 'ab':
            yield i, j


walk = loops()
print(next(walk), next(walk), next(walk), walk.gi_frame.f_locals)
walk.gi_frame.f_locals['j'] = 'changed'
print(walk.gi_frame.f_locals['j'], next(walk))
