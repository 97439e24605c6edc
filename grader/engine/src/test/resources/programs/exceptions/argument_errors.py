"""What built-in functions say of arguments they cannot take."""


def tell(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


for point in (2 ** 31, 2 ** 40, 2 ** 70, -2 ** 31 - 1, 1114112, -1, 1.5, 'a'):
    tell(lambda: chr(point))
for slots in ('a b', 'a', ('a', 'b c'), ('1',), (1,), ('',)):
    tell(lambda: type('C', (), {'__slots__': slots}).__slots__)
for name in ('\0', 'a\0b'):
    tell(lambda: type(name, (), {}))
tell(lambda: float.fromhex(5))
tell(lambda: float.fromhex())
tell(lambda: float.fromhex(a=1))
tell(lambda: bytes.fromhex())
tell(lambda: bytearray.fromhex(1, 2))
tell(lambda: int.from_bytes(b'', 'big', True))
tell(lambda: (5).to_bytes(1, 'big', True))
tell(lambda: super(1, 2, 3))
for codec in ('UTF', 'latin', 'cp819', 'utf--8', ' ascii'):
    tell(lambda: b'ab'.decode(codec))
tell(lambda: b''.decode('nothing'))
tell(lambda: str(bytearray(), 'nothing'))
for bounds in ((5,), (None, None, -1), (-3, 10 ** 30, 7), (10 ** 30, -10 ** 30, -3), (1, 2, 0), ('a',), (-9, None, -2)):
    for length in (0, 4, 10 ** 20, -1, 'x'):
        tell(lambda: slice(*bounds).indices(length))
tell(lambda: int(bytearray(b'a')))
tell(lambda: int(b'a'))
tell(lambda: str(type('Mute', (), {'__repr__': lambda self: None})()))
tell(lambda: repr(type('Mute', (), {'__repr__': lambda self: None})()))
