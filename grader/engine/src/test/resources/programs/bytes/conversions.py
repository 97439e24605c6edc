class S(bytes):
    pass
x = S(b'abcdef')
x.note = 'kept'
print(x, len(x), x.note, x + b'!', type(x + b'!').__name__, x[1:3], x == b'abcdef', hash(x) == hash(b'abcdef'))
class Made:
    def __bytes__(self):
        return b'made'
print(bytes(Made()), b'<%b>' % Made(), S(Made()))
class Wrong:
    def __bytes__(self):
        return 'text'
try:
    bytes(Wrong())
except TypeError as error:
    print(error)
print(S.fromhex('4142'), type(S.fromhex('4142')).__name__, bytearray.fromhex('41 42'))
class A(bytearray):
    pass
print(A.fromhex('4142'), type(A.fromhex('4142')).__name__)
print(bytearray(b'abc').__reduce_ex__(3), bytearray().__reduce_ex__(3))
print(b'a\tb'.expandtabs(4), b'ab\r\tc'.expandtabs(), b'-5'.zfill(4), b'+'.zfill(3), b'5'.rjust(3, b'0'))
print(b'ab'.replace(b'', b'.'), b'aaa'.replace(b'a', b'', 2), b'aaa'.count(b'aa'), b'abc'.find(b'', 5), b'abc'.find(b'', 3))
print(b'x'.join([b'1', bytearray(b'2')]), bytearray(b'x').join([b'1', b'2']), b','.join([]), b','.join([b'only']))
print(b'ABC'.isupper(), b'Abc Def'.istitle(), b'  '.isspace(), b'12'.isdigit(), b'aB'.swapcase())
print(int(b'12', 8), int(bytearray(b'ff'), 16))
a = bytearray(b'abc')
a *= 0
print(a, a.__alloc__())
a = bytearray(b'0123456789')
del a[::-2]
print(a)
a[1:1] = a
print(a)
a[::-1] = b'zyxwvutsrq'
print(a)
for wrong in (lambda: ord(b'ab'), lambda: ord(bytearray()), lambda: b'a' % {}, lambda: b'%d' % 'x'):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(b'%(x)d %(y)s' % {b'x': 1, b'y': b'2'}, b'%-5s|%05d|%+.2e' % (b'ab', -42, 12345.678), b'%#x %X' % (255, 255))
