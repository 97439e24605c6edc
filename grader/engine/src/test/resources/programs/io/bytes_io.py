"""io.BytesIO: a stream of bytes in memory, and views of its content."""
import io


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)


content = bytes(range(65, 91))
b = io.BytesIO(content)
print(b.getvalue() is content, b.read(3), b.read1(2), b.tell(), b.seek(-2, 2), b.read(), b.read())
print(b.seek(1, 0), b.seek(2, 1), b.seek(-99, 1), b.write(b'**'), content[:3], b.getvalue()[:3])
target = bytearray(5)
print(b.readinto(target), target, b.readinto(memoryview(target)[:2]), target, tried(b.readinto, b'xx'))
b = io.BytesIO(b'one\ntwo\nthree')
print(b.readline(), b.readline(2), list(b), b.seek(0), b.readlines(), b.readlines())
print(b.truncate(5), b.getvalue(), b.seek(8), b.write(b'x'), b.getvalue(), b.truncate(100))
print(b.writelines([b'1', bytearray(b'2'), memoryview(b'3')]), b.getvalue())
print(b.readable(), b.writable(), b.seekable(), b.isatty(), b.closed, b.flush())
for n in range(40):
    b.write(b'0123456789')
print(len(b.getvalue()), b.getvalue()[-12:])

b = io.BytesIO(b'abcdef')
view = b.getbuffer()
view[1:3] = b'XY'
print(b.getvalue(), len(view), view.readonly, tried(b.write, b'z'), tried(b.truncate), tried(b.close))
view.release()
print(b.write(b'z'), b.getvalue())

for args in (5,), ('x',), (b'', 1), (None,):
    print(tried(lambda: io.BytesIO(*args).getvalue()))
print(tried(b.write, 'x'), tried(b.read, 'x'), tried(b.seek, -1), tried(b.seek, 0, 9), tried(b.truncate, -1))
print(tried(b.fileno), tried(b.detach))
state = b.__getstate__()
copy = io.BytesIO()
copy.__setstate__(state)
print(state, copy.getvalue(), copy.tell(), tried(copy.__setstate__, (b'', -1, None)), tried(copy.__setstate__, 3))
b.close()
for method in b.read, b.readline, b.getvalue, b.tell, b.readable, b.flush, b.getbuffer, b.isatty:
    print(tried(method))
print(b.closed, tried(next, b), tried(b.write, b''))
with io.BytesIO() as b:
    b.tag = 1
    print(b.__dict__, isinstance(b, io.BufferedIOBase), io.BytesIO.__basicsize__)
print(b.closed)
