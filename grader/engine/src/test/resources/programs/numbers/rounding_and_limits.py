"""Quotients at the edge of what a float can be, and what bases, shifts and format specifications allow."""


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error)


big = 379568465947638928938928461410889447768637003302250258934839081575318928251
for exponent in range(990, 1090):
    q = (big / (big << exponent)), 3 / (1 << exponent), (2 ** 60 + 1) / (1 << exponent), (2 ** 53 + 1) / (1 << exponent + 20)
    if exponent % 7 == 0 or exponent in (1009, 1010, 1011, 1021, 1022, 1023, 1073, 1074, 1075):
        print(exponent, *map(repr, q))
print(75312 / (big << 900), -1 / (1 << 1074), 1 / (1 << 1075), 3 / (1 << 1076), (2 ** 1024 - 2 ** 971) / 1)
print(tried(lambda: 2 ** 1024 / 1), tried(lambda: (2 ** 1024 - 2 ** 970) / 1))
for base in -909, 1, 37, 2 ** 31, -2 ** 63, 2 ** 100:
    print(tried(int, '42', base))
print(tried(lambda: 0 << 2 ** 63), tried(lambda: 0 << 2 ** 62), tried(lambda: 1 << -1))
for spec in '1.3', '_c', ',c', '+c', '#c', ',b', ',x', '_b', ',n', '_n', 'c', ',d', ',.2f', '_%', ',s', '_z':
    print(repr(spec), tried(format, 65, spec), tried(format, 1234.5, spec), tried(format, 'x', spec))
print(tried(format, -1, 'c'), tried(format, 0x110000, 'c'), tried(format, 2 ** 70, 'c'))
