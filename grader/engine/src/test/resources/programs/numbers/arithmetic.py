"""Numbers: ints of any size, floats, bools, complex."""
print(2 ** 100, -7 // 2, -7 % 3, 7 // -2, 7 % -3, divmod(-7, 2), 7 / 2, 1e300 * 1e10, -2 ** 2)
print(10 ** 20 // 7, (10 ** 20) % 7, -(10 ** 20) // 7, 1 << 70, (1 << 70) >> 65, -1 >> 3, ~5, 6 & 3, 6 | 3, 6 ^ 3)
print(12345678901234567890 * 98765432109876543210, 2 ** 64 - 1, -2 ** 63, abs(-5), pow(2, 10, 1000), pow(2, -1))
print(0.1 + 0.2, 1.0, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, 3.14, -0.0, float('inf'), float('nan'), 2.5 // 1, -2.5 % 2)
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), int(3.9), int(-3.9), int('ff', 16), int('0b101', 0), float('1e3'))
print(True + True, True & False, isinstance(True, int), bool([]), bool('x'), not 1)
print(1 == 1.0, hash(1) == hash(1.0), hash(2 ** 61 - 1), hash(-1), hash(0.5), 1 < 2.5, 10 ** 30 > 1e29, 3 != 3.0)
print(1j * 1j, (1 + 2j) * (3 - 1j), abs(3 + 4j), complex(1, 2), (2 + 0j) == 2, 1j, -1j, (-8) ** (1 / 3))
print((255).bit_length(), (1.5).is_integer(), (0.75).as_integer_ratio(), (255).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'))
print(bin(10), oct(8), hex(255), hex(-255), chr(8364), ord('a'), 1_000_000, 0xff, 0o17, 0b11)
print('%d %5.2f %s %r %x %o %e %g %%' % (42, 3.14159, 'str', 'repr', 255, 8, 12345.678, 0.0001))
print('{} {:>5} {:<5}| {:^7} {:05d} {:+d} {:,} {:.3f} {:e} {:%} {:x} {:#b}'.format(1, 'a', 'b', 'mid', 42, 5, 1234567, 3.14159, 12345.678, 0.25, 255, 5))
print(f'{3 + 4} {"nested"!r:>10} {3.14159:.2f} {1e10} {10 ** 5:,} {0.1:.20f}')
for bad in (lambda: 1 / 0, lambda: 1 % 0, lambda: 1.0 // 0, lambda: int('1.5'), lambda: float('x'), lambda: 1 << -1, lambda: 'a' * 1.5, lambda: round('x'), lambda: 2.0 ** 10000, lambda: -'a', lambda: [] + (), lambda: len(5), lambda: 5(), lambda: 5[0], lambda: int([])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
x = 1
for i in range(1, 30):
    x *= i
print(x, x // 7 ** 20, str(x)[::-1])
print(sum(i * i for i in range(100)), max(1, 2.5), 7 .__class__, (5).__add__(3), int.__mul__(3, 4))
a = 256; b = 256; print(a is b)
c = 257; d = int('257'); print(c is d, c == d)
print(1e22, 1e23, 5e-324, 1.7976931348623157e308, 123456789012345678.0, 0.1 + 0.7, 1 / 3, 100.0, 1e2)
print((10 ** 25) / 3, 2 ** 1000 / 2 ** 999, float(2 ** 53 + 1), int(1e20), 3 ** -2)
