"""Conversions between numbers, and their errors."""


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


print(int(' 12 '), int('-0x1F', 16), int('1_000'), int('z', 36), int('0o17', 0), int(b'12'), int(True), int('0', 0), int(-2.9), int('٣'))
for bad in ('', 'a', '1__0', '_1', '1_', '0x', '1.0', '09'):
    attempt(lambda: int(bad, 0))
attempt(lambda: int('1', 1)); attempt(lambda: int('1', 37)); attempt(lambda: int(1, 2)); attempt(lambda: int(base=2)); attempt(lambda: int(None)); attempt(lambda: int(float('nan'))); attempt(lambda: int(float('inf')))
print(float(' 1.5 '), float('-inf'), float('nan'), float('1e-3'), float('1_0.5'), float(b'2.5'), float(10 ** 20), float('infinity'), float(True))
for bad in ('', 'a', '1.5.5', '1__0', '--1', 'in'):
    attempt(lambda: float(bad))
attempt(lambda: float([])); attempt(lambda: float(10 ** 400)); attempt(lambda: float('1') + 10 ** 400)
print(complex('1+2j'), complex('j'), complex('-3.5'), complex(1.5, -2), complex('(1-1j)'), complex(2j, 3j), complex(), complex('nanj'), complex('1e5-2.5e-3j'))
attempt(lambda: complex('x')); attempt(lambda: complex('1', 2)); attempt(lambda: complex(1, 'x')); attempt(lambda: complex([])); attempt(lambda: complex('')); attempt(lambda: 1j < 2j); attempt(lambda: int(1j)); attempt(lambda: float(1j)); attempt(lambda: 1j / 0); attempt(lambda: 0j ** -1); attempt(lambda: pow(1j, 2, 3)); attempt(lambda: 1j // 2)
print((1 + 2j) / (3 - 4j), (2 + 1j) / (1 + 3j), 1j ** 2, (1 + 1j) ** 0.5, (1 + 1j) ** -2, 0j ** 0, 2 ** 1j, 1j == 1j, 1j != 2, (3 + 0j) == 3, (1 + 2j).conjugate(), (1 + 2j).real, (1 + 2j).imag, -(1 + 2j), +(1j), bool(0j), hash(1 + 0j) == hash(1), repr(-0j), 1j - 1, 0j ** 2, 5 + 1j)


class N:
    def __int__(self):
        return 42

    def __float__(self):
        return 4.5

    def __index__(self):
        return 7

    def __complex__(self):
        return 1j

    def __abs__(self):
        return 'abs'

    def __round__(self, n=None):
        return 'round', n

    def __trunc__(self):
        return 'trunc'

    def __invert__(self):
        return 'inv'

    def __pos__(self):
        return 'pos'

    def __pow__(self, other, mod=None):
        return 'pow', other, mod

    def __rpow__(self, other):
        return 'rpow', other

    def __divmod__(self, other):
        return 'divmod'

    def __floordiv__(self, other):
        return 'floordiv'

    def __rtruediv__(self, other):
        return 'rtruediv'

    def __matmul__(self, other):
        return 'matmul'

    def __imatmul__(self, other):
        return 'imatmul'

    def __ipow__(self, other):
        return 'ipow'

    def __ilshift__(self, other):
        return 'ilshift'

    def __rand__(self, other):
        return 'rand'


n = N()
print(int(n), float(n), complex(n), abs(n), round(n), round(n, 2), ~n, +n, n ** 2, 2 ** n, pow(n, 2, 3), divmod(n, 1), n // 1, 1 / n, n @ 1, 1 & n, [0] * 10 == [0] * 10, 'abcdefgh'[n], hex(n), bin(n), chr(65 + n.__index__()))
a = N(); a @= 1; b = N(); b **= 2; c = N(); c <<= 1; print(a, b, c)
attempt(lambda: -n); attempt(lambda: n + 1); attempt(lambda: 1 % n); attempt(lambda: n @ 1 @ 1); attempt(lambda: {} @ {}); attempt(lambda: n << 1); attempt(lambda: ~1.5); attempt(lambda: pow(2, 'a')); attempt(lambda: pow(2, 3, 'a')); attempt(lambda: pow(2, 3, 0)); attempt(lambda: pow(2, -1, 3)); attempt(lambda: pow(2.0, 1, 5)); attempt(lambda: 0 ** -1); attempt(lambda: 0.0 ** -1); attempt(lambda: abs('a'))


class BadInt:
    def __int__(self):
        return 'x'

    def __float__(self):
        return 'y'

    def __index__(self):
        return 'z'

    def __bool__(self):
        return 5

    def __len__(self):
        return -1

    def __hash__(self):
        return 'h'

    def __length_hint__(self):
        return 'x'


bad = BadInt()
attempt(lambda: int(bad)); attempt(lambda: float(bad)); attempt(lambda: [1][bad]); attempt(lambda: bool(bad)); attempt(lambda: len(bad)); attempt(lambda: hash(bad)); attempt(lambda: range(bad))
print(round(0.5), round(1.5), round(-2.5), round(1e20), round(123.456, -1), round(123.456, 1), round(5, -1), round(15, -1), round(25, -1), round(1.0, 400), round(1e300, -400), round(2.5, None))
attempt(lambda: round(float('nan'))); attempt(lambda: round(float('inf'))); attempt(lambda: round(1.5, 'a')); attempt(lambda: round(1e308, -308))
print((5).bit_length(), (-5).bit_length(), (0).bit_length(), (1).real, (1).imag, (3).numerator, (3).denominator, (5).conjugate(), (5).__floor__() if hasattr(int, '__floor__') else '', (2.5).hex(), float.fromhex('0x1.4p+1'), (0.1).hex(), (-0.0).hex(), float('inf').hex(), float.fromhex('-inf'), (1.5).real, (1.5).imag, (1.5).conjugate(), (0.1).as_integer_ratio(), (5e-324).hex(), (-2.0).as_integer_ratio())
attempt(lambda: float.fromhex('xyz')); attempt(lambda: float('inf').as_integer_ratio()); attempt(lambda: float('nan').as_integer_ratio())
print((1000).to_bytes(2, 'little'), (-1).to_bytes(2, 'big', signed=True), int.from_bytes(b'\xff\xff', 'big', signed=True), int.from_bytes([1, 2], 'little'), int.from_bytes(b'', 'big'))
attempt(lambda: (256).to_bytes(1, 'big')); attempt(lambda: (-1).to_bytes(1, 'big')); attempt(lambda: (1).to_bytes(1, 'middle')); attempt(lambda: (1).to_bytes(-1, 'big')); attempt(lambda: int.from_bytes('a', 'big'))
print(7 // 2.0, -7 // 2.0, 7 % -2.5, divmod(7.5, 2), divmod(-7.5, 2), 1e308 * 10, -1e308 * 10, 5.0 == 5, 5.5 > 5, 2 ** 53 + 1 > float(2 ** 53), float('nan') == float('nan'), float('nan') != 1, 1 < float('inf'), -10 ** 400 < float('-inf'), hash(1.5), hash(float('inf')), hash(-0.25), hash(1e300), hash(float('nan')), 0.0 == -0.0)
print(10 ** 50 + 1 - 10 ** 50, -10 ** 30 % 7, 10 ** 30 // -7, divmod(10 ** 30, 10 ** 15 + 1), (10 ** 30) & (2 ** 64 - 1), (10 ** 30) | 1, (10 ** 30) ^ (10 ** 29), ~(10 ** 30), -(10 ** 30) >> 10, 1 << 100, abs(-10 ** 30), 10 ** 30 == 10 ** 30, 10 ** 30 < 10 ** 31, hash(10 ** 30), hash(-10 ** 30), 10 ** 30 / 10 ** 10, 3 / 10 ** 25, 10 ** 400 / 10 ** 399, bool(10 ** 30))
attempt(lambda: 10 ** 400 / 3); attempt(lambda: 1 << 10 ** 30); attempt(lambda: 1 >> -1); attempt(lambda: 5 // 0); attempt(lambda: divmod(5, 0)); attempt(lambda: 5.0 % 0); attempt(lambda: divmod(5.0, 0)); attempt(lambda: 1 + 'a'); attempt(lambda: 1 + None); attempt(lambda: 'a' + 1); attempt(lambda: 1.5 + 'a'); attempt(lambda: (1).foo); attempt(lambda: int.nope)
print(True & 1, True | False, True ^ True, False & True, True + 1, ~True, bool('False'), bool(0.0), bool(()), repr(True), str(False), True == 1, hash(True), {True: 'a'}[1], int(True), isinstance(False, int), bool(), type(True & True).__name__, type(True & 1).__name__)
