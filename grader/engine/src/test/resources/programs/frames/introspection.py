"""Frames, code and generators seen from inside."""
import sys


def caller():
    return callee()


def callee():
    f = sys._getframe()
    return f.f_code.co_name, f.f_back.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno, f.f_back.f_back is not None


print(caller())


def local():
    b = 1
    a = 2
    return sys._getframe().f_locals


print(sorted(local().items()))


def gen():
    x = 1
    yield x
    y = 2
    yield y


g = gen()
print(g.gi_frame.f_lasti, g.gi_frame.f_locals, g.gi_running)
next(g)
print(g.gi_frame.f_lasti > 0, g.gi_frame.f_locals, g.gi_frame.f_lineno - g.gi_code.co_firstlineno)
g2 = gen()
print(g.gi_frame is g2.gi_frame, g.gi_code is g2.gi_code, g.gi_code is gen.__code__)
list(g)
print(g.gi_frame)


def keep():
    secret = 42
    return sys._getframe()


frame = keep()
print(frame.f_locals['secret'], frame.f_code.co_name)
x = []
print(sys.getrefcount(x) - 1)
y = [x, x]
print(sys.getrefcount(x) - 1)
del y
print(sys.getrefcount(x) - 1)
a, b = 100, 100
print(a is b, sys.getsizeof(1), sys.getsizeof(0), sys.getsizeof(2 ** 30), sys.getsizeof(1.0), sys.getsizeof('abc'), sys.getsizeof('é'), sys.getsizeof('€'), sys.getsizeof(b'abc'))


def f():
    return object()


print(id(f()) == id(f()))
print(gen.__code__.co_flags & 0x20 != 0, gen.__code__.co_consts, gen.__code__.co_names, gen.__code__.co_stacksize)
