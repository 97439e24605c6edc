# A frame is an object on the heap: it is there while its call runs, and afterwards for who holds it.
import gc
import inspect
import sys

print('-- a frame per call, linked to its caller by f_back')


def names(frame):
    found = []
    while frame is not None:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def inner():
    return inspect.currentframe()


def middle():
    return inner()


def outer():
    return middle()


frame = outer()
print(names(frame), frame.f_code is inner.__code__, type(frame).__name__)
print('-- a frame holds its caller: all of them are there after the calls have ended')


def while_running():
    frame = inspect.currentframe()
    return frame, frame.f_back, names(frame)


kept, caller, seen = while_running()
print(seen, kept.f_back is caller, caller is inspect.currentframe(), kept is while_running()[0])


def chain():
    def deeper():
        return names(sys._getframe()), names(sys._getframe(1)), sys._getframe(2).f_code.co_name
    return deeper()


print(chain())
for depth in (1, 100):
    try:
        print(names(sys._getframe(depth)))
    except ValueError as error:
        print(error)
try:
    sys._getframe('deep')
except TypeError as error:
    print(error)
print(sys._getframe(-5) is sys._getframe())

print('-- each call of a recursion has its own frame, and all share one code object')


def countdown(n, frames):
    frames.append(sys._getframe())
    if n:
        countdown(n - 1, frames)
    return [(f.f_locals['n'], f.f_lineno - f.f_code.co_firstlineno) for f in frames]


frames = []
print(countdown(3, frames))
print(len(set(map(id, frames))), len(set(id(f.f_code) for f in frames)), [f.f_locals['n'] for f in frames])
print([f.f_back in frames for f in frames])

print('-- a frame that is held keeps its locals alive')


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('   end of', self.name)


def holding(name, hold):
    thing = Thing(name)
    if hold:
        return sys._getframe()


holding('not held', False)
frame = holding('held', True)
print(frame.f_locals['thing'].name, sorted(frame.f_locals))
frame.clear()
print('cleared', frame.f_locals)
frame = holding('held and dropped', True)
del frame
print('-- so does a traceback')


def fails():
    thing = Thing('in the traceback')
    raise ValueError


try:
    fails()
except ValueError as error:
    print('handled', error.__traceback__.tb_next.tb_frame.f_locals['thing'].name)
print('after the handler')


def clear_running():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)


clear_running()


def suspended():
    try:
        thing = Thing('of a generator')
        yield
    finally:
        print('   finally')


generator = suspended()
next(generator)
generator.gi_frame.clear()
print(generator.gi_frame, list(generator))

print('-- a frame that refers to itself is a cycle, for the collector')


def cycle():
    thing = Thing('in a cycle')
    frame = sys._getframe()


gc.collect()
gc.disable()
cycle()
print('the call is over')
print(gc.collect() > 0)
gc.enable()

print('-- f_locals: the names bound now, in reversed order')


def snapshot(a, b=2, *c, d=4, **e):
    x = 1
    y = 2
    first = list(sys._getframe().f_locals)
    del x
    z = 3
    return first, list(locals()), sys._getframe().f_locals is locals()


print(snapshot(1))


def closure(free):
    cell = 1

    def nested():
        own = free
        return sorted(sys._getframe().f_locals.items()), cell

    return nested() + (sorted(sys._getframe().f_locals),)


print(closure('f'))
frame = sys._getframe()
print(frame.f_locals is globals(), frame.f_globals is globals(), frame.f_builtins['len'] is len)


class Body:
    inside = 1
    frame = sys._getframe()
    same = frame.f_locals is locals()
    names = sorted(n for n in frame.f_locals if not n.startswith('__'))


print(Body.same, Body.names, Body.frame.f_code.co_name, Body.frame.f_locals['inside'])


def written():
    before = 1
    sys._getframe().f_locals['before'] = 2
    sys._getframe().f_locals['added'] = 3
    return before, 'added' in locals()


print(written())

print('-- f_lineno and f_lasti say where it stands')


def stands():
    frame = sys._getframe()
    first = frame.f_lineno, frame.f_lasti
    second = frame.f_lineno, frame.f_lasti
    return second[0] - first[0], second[1] > first[1], frame


line, later, frame = stands()
print(line, later, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_lasti, len(frame.f_code.co_code))
for name in ('f_code', 'f_back', 'f_globals', 'f_locals', 'f_lasti', 'f_builtins', 'nothing'):
    try:
        setattr(frame, name, None)
    except (AttributeError, TypeError) as error:
        print(error)
print(frame.f_trace, repr(frame).split(' at ')[0])
try:
    type(frame)()
except TypeError as error:
    print(error)
