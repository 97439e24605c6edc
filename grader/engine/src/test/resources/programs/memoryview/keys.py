"""What memoryviews make of all kinds of keys, of casts, and of the cycles they are in."""


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k))[:100].split(' at ')[0])
    except BaseException as e:
        print(type(e).__name__, e)
m = memoryview(bytearray(range(24)))
n = m.cast('B', [4, 6])
z = m[:1].cast('B', [])


class I:

    def __index__(self):
        return 1


class B:

    def __index__(self):
        raise KeyError(1)
for v in (m, n, z):
    for k in (0, -1, 100, I(), B(), 2 ** 80, (), (0,), (0, 1), (1, 2, 3), (slice(0, 1),), (slice(0, 1), slice(0, 2)), (slice(0), 1), (0, slice(1)), (..., 0), ..., None, 'x', 1.0, slice(0, 2), slice(None, None, 2), slice('x'), slice(None, None, 0), (I(), I()), (0, 9), (9, 0), (2 ** 80, 0), [0]):

        def get():
            r = v[k]
            return r.tolist() if isinstance(r, memoryview) else r
        t(get)

        def put(x):
            v[k] = x
            return m.tolist()[:8]
        t(put, 7)
        t(put, b'ab')
        t(put, 'x')
        t(put, m[:2])
        t(put, m[:1])
        t(put, 300)

        def dele():
            del v[k]
        t(dele)
t(memoryview, 'x')
t(memoryview(b'abc').__setitem__, 0, 1)
t(memoryview(b'abc').__delitem__, 0)
t(memoryview(b'abc').cast, 'H')
t(memoryview(b'abcd').cast, 'H')
t(memoryview(b'abcd').cast, 'x')
t(memoryview(b'abcd').cast, 'B', [2, 2])
t(memoryview(b'abcd').cast, 'B', [3])
t(memoryview(b'abcd').cast, 'B', 'x')
t(memoryview(b'abcd').cast, 'B', [-1, -4])
t(memoryview(b'abcd').cast, 'B', (2, 'x'))
t(memoryview(b'abcd').cast, 'B', [0])
t(memoryview(b'abcd').cast, 1)
s = memoryview(bytearray(b'abcdef'))[::2]
t(s.tolist)
t(s.tobytes)
t(s.cast, 'B')
t(lambda: s == b'ace')
t(hash, s)
t(lambda: s[::-1].tobytes())
t(lambda: n.tolist())
t(lambda: [*n])
t(lambda: len(n))
t(lambda: 3 in n)
t(lambda: 3 in m)
t(lambda: list(reversed(m[:3])))
t(lambda: list(z))
t(lambda: len(z))
t(lambda: bool(z))
for a in ('obj', 'nbytes', 'itemsize', 'readonly', 'ndim', 'format', 'shape', 'strides', 'suboffsets', 'c_contiguous', 'f_contiguous', 'contiguous'):
    for v in (m, n, z, s):
        t(lambda: a == 'obj' or getattr(v, a))
    t(setattr, m, a, 1)
m2 = memoryview(bytearray(4))
m2.release()
t(m2.tobytes)
t(lambda: m2[0])
t(repr, type(m2))
t(lambda: m2 == m2)
t(lambda: m2.__enter__())
t(hash, m2)
t(len, m2)
t(m2.release)
b = bytearray(4)
m3 = memoryview(b)
t(b.append, 1)
t(b.extend, b'1')
t(b.clear)
m4 = memoryview(m3)
t(m3.release)
m4.release()
t(b.append, 1)
import gc


class H:

    def __init__(self):
        self.v = memoryview(bytearray(b'x'))
for i in range(3):

    class BA(bytearray):
        pass
    a = BA(b'123')
    a.view = memoryview(a)
    a.me = a
    p = property(lambda self: p2)
    p2 = [p]
    p3 = property(p2.append)
    del a


class C:

    def __init__(self):
        self.prop = property(self.get)

    def get(self):
        pass

    def __del__(self):
        print('gone')
C()
print(gc.collect())


class L(bytearray):

    def __del__(self):
        print('view gone')
a = L(b'1')
a.v = memoryview(a)
del a
print(gc.collect() > 0)
a = L(b'1')
a.v = memoryview(a)
a.w = a.v[::1]
a.x = memoryview(a.v)
del a
print(gc.collect() > 0)
