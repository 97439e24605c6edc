"""Bytes of hexadecimal digits, of iterables, of ints."""


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except BaseException as e:
        print(type(e).__name__, e, e.args, e.__context__)
for s in ('0', '0é', 'é', '00 é', '0g', 'gg', '00 0', '12é3', '1é', ' é', '00 0é', '€', '0€', '00€', '0 0', '  ', '1 1 1', '11 11\t11', '11\x0b11', '\x1c11', '\xa011'):
    attempt(bytes.fromhex, s)
    attempt(bytearray.fromhex, s)
attempt(bytes.fromhex, b'11')
attempt(bytes.fromhex, 1)
attempt(bytes.fromhex)


def g(*xs):
    for x in xs:
        print('drawing', x)
        yield x
for f in (bytes, bytearray):
    attempt(f, g(1, 2, 300, 4))
    attempt(f, g(1, 'x', 4))
    attempt(f, g(1, -1, 4))
    attempt(f, iter([1, 2.0, 3]))
    attempt(f, [1, 2, 'x'])
    attempt(f, (1, 256))
    attempt(f, map(int, '12x'))
    attempt(f, {1: 2})
    attempt(f, g(True, 3))
    attempt(lambda: f(b'ab').join(g(b'x', 'y', b'z')))
b = bytearray(b'abc')
attempt(b.extend, g(1, 2, 300, 4))
print(b)
attempt(b.extend, [1, 'x'])
print(b)
attempt(b.extend, 'xy')
print(b)


def sl():
    b[1:2] = g(1, 300, 3)
attempt(sl)
print(b)
for a in (('',), (1,), (1, 1), (1, ''), ('', ''), ('', 'little'), (1, 'x'), (-1, 'little'), (-1, 'x'), (1, b'little'), (1.0, 'little'), (None, None), (2 ** 70, 'little'), (-2 ** 70, 'little'), (2 ** 40, 'little')):
    attempt(1 .to_bytes, *a)
    attempt(1 .to_bytes, *a, signed=True)
    attempt(int.from_bytes, *a)
attempt(300 .to_bytes, 1, 'little')
attempt((-1).to_bytes, 1, 'little')
attempt((-1).to_bytes, 1, 'little', signed=1)
attempt(1 .to_bytes, length=2, byteorder='big')
attempt(1 .to_bytes, 2, byteorder='big', foo=1)
attempt(1 .to_bytes, 2, 'big', 1)
attempt(int.from_bytes, [1, 2], 'little')
attempt(int.from_bytes, [1, 2], 'x')
attempt(int.from_bytes, 'ab', 'little')
attempt(int.from_bytes, g(1, 300, 2), 'little')
attempt(int.from_bytes, b'\xff\xff', 'big', signed=True)
attempt(int.from_bytes, b'', 'big')
attempt(int.from_bytes, b'a')
attempt(int.from_bytes, bytes=b'a', byteorder='little')
for v in (None, 1, b''):
    attempt(format, 1, v)
    attempt('a'.replace, v, 'a')
    attempt('a'.replace, 'a', v)
    attempt('a'.encode, v)
    attempt(bytes, 'a', v)
    attempt(1 .__format__, v)
    attempt(object().__format__, v)
    attempt(__import__, v)
attempt(bytes, 'a', 'utf-8', None)
attempt(bytearray, 'a', None)
