"""Numbers that are too large for what they are given to."""
import sys, ctypes


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k))[:80].split(' at ')[0])
    except BaseException as e:
        print(type(e).__name__, e, e.args)
big = 2 ** 70
t(lambda: '%*d' % (big, 1))
t(lambda: '%.*d' % (big, 1))
t(lambda: '%.*d' % (2 ** 40, 1))
t(lambda: '%*d' % (2 ** 40, 1))
t(lambda: '%.*f' % (big, 1.0))
t(lambda: b'%*d' % (big, 1))
t(lambda: b'%.*d' % (big, 1))
t(lambda: '%*d' % (-big, 1))
t(lambda: '%*d' % (-5, 1))
t(lambda: '%.*d' % (-5, 1))
t(lambda: '%*d' % (True, 1))


class T(ctypes.Array):
    _length_ = 3
    _type_ = ctypes.c_int


def mk(n):

    class T(ctypes.Array):
        _length_ = n
        _type_ = ctypes.c_int
    return T
for n in (big, -1, 'x', 2.0, 2 ** 40, True):
    t(mk, n)
    t(lambda: ctypes.c_int * n)


def pk(n):

    class S(ctypes.Structure):
        _pack_ = n
        _fields_ = [('a', ctypes.c_int)]
    return ctypes.sizeof(S)
for n in (big, -1, 'x', 2 ** 40, True, 1):
    t(pk, n)
t(lambda: 1 ** big)
t(lambda: 0 ** big)
t(lambda: (-1) ** big)
t(lambda: (-1) ** (big + 1))
t(lambda: 0 >> big)
t(lambda: 5 >> big)
t(lambda: -5 >> big)
t(lambda: 0 << big)
t(lambda: 5 << big)
t(lambda: 5 << -1)
t(lambda: pow(3, big, 7))
t(lambda: pow(3, big, 0))
t(lambda: pow(3, -1, 7))
t(lambda: 2.0 ** big)
t(lambda: [1] * big)
t(lambda: 'a' * big)
t(lambda: 'a' * -big)
t(lambda: b'a' * big)
t(lambda: (1,) * big)
t(lambda: bytearray(b'a') * big)
t(lambda: [] * big)
t(lambda: round(5, big))
t(lambda: round(5.5, big))
t(lambda: round(5.5, -big))
t(lambda: range(big)[big - 1])
t(lambda: len(range(big)))
t(lambda: range(big)[-1:])
t(lambda: 'abc'[big:])
t(lambda: 'abc'[-big:big])
t(lambda: [1, 2][big])
t(lambda: [1, 2][::big])
t(lambda: 'abc'[::-big])
t(lambda: hash(big))
t(lambda: chr(big))
t(lambda: float(10 ** 400))
t(lambda: complex(10 ** 400))
t(lambda: 10 ** 400 / 3)
t(lambda: 3 / 10 ** 400)
t(lambda: 10 ** 400 + 1.0)
t(lambda: 10 ** 400 > 1.0)
t(lambda: divmod(10 ** 400, 1.0))
t(lambda: 10 ** 400 * 1j)
t(lambda: big // 0)
t(lambda: hex(big))
t(lambda: int('1' * 5000) % 7)
t(lambda: int.from_bytes(b'\xff' * 100, 'big') % 1000)
t(lambda: big.to_bytes(3, 'big'))
t(lambda: format(1, str(big)))
t(lambda: format(1, '.%d' % big))
t(lambda: '{:{}}'.format(1, big))
t(lambda: f'{1:{2 ** 40}}')
t(lambda: format('a', '%d' % 2 ** 40 if 0 else '1099511627776'))
t(lambda: 'a'.center(2 ** 40))
t(lambda: 'a'.zfill(2 ** 40))
t(lambda: bytes(2 ** 40))
t(lambda: bytearray(2 ** 40))
t(lambda: ' ' * 2 ** 40)
t(lambda: [0] * 2 ** 40)
t(lambda: (0,) * 2 ** 40)
t(lambda: slice(big).indices(big))
t(lambda: 1e+300 * 1e+300)
t(lambda: int(1e+300) % 10)
t(lambda: int(float('inf')))
t(lambda: int(float('nan')))
t(lambda: round(float('inf')))
t(lambda: 2.5.as_integer_ratio())
t(lambda: float('inf').as_integer_ratio())
t(lambda: float.fromhex('0x1p99999'))
t(lambda: float.fromhex('0x1p-99999'))
t(lambda: float.fromhex('0x' + '1' * 300))
t(lambda: float('1' * 400))
t(lambda: float('1e' + '9' * 50))
t(lambda: float('1e-' + '9' * 50))
t(lambda: complex('1e999j'))
t(lambda: int('9' * 10, 36))
t(lambda: int('z' * 3, 35))
t(lambda: sys.setrecursionlimit(big))
t(lambda: sys._getframe(big))
t(lambda: sys._getframe(-1) and 1)
t(lambda: sys._getframe(10000))
t(lambda: enumerate([1], big))
t(lambda: next(enumerate([1], big)))
t(lambda: list(enumerate([1, 2], 2 ** 63 - 1)))
t(lambda: ctypes.string_at(b'abc', -1))
t(lambda: ctypes.c_int(big).value)
t(lambda: ctypes.c_byte(300).value)
t(lambda: ctypes.c_void_p(big))
t(lambda: ctypes.c_char(300))
t(lambda: ctypes.create_string_buffer(big))
t(lambda: ctypes.create_string_buffer(-1))
t(lambda: (ctypes.c_int * 3)(1, 2, 3)[big])
t(lambda: (ctypes.c_int * 3)(1, 2, 3)[::big])
t(lambda: (ctypes.c_int * 3)(1, 2, 3, 4))
t(lambda: memoryview(b'abc')[big])
t(lambda: memoryview(b'abc')[::big].tolist())
t(lambda: memoryview(b'abc').cast('B', [big]))
t(lambda: memoryview(b'abcd').cast('B', [2 ** 40, 2 ** 40]))
