"""io.StringIO: a text stream in memory, with all rules of line ends."""
import io
import weakref


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)


s = io.StringIO('one\ntwo\nthree')
print(s.read(2), repr(s.readline()), s.tell(), s.readlines(), repr(s.read()), s.tell())
print(s.seek(0), list(s), s.seek(0, 2), s.write('!'), s.getvalue())
print(s.seek(4), s.write('TWO'), s.getvalue(), s.tell(), s.truncate(), repr(s.getvalue()), s.truncate(99))
print(s.seek(10), s.write('x'), ascii(s.getvalue()))
print(s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed, s.line_buffering, s.encoding, s.errors, s.newlines)
print(s.writelines(['a', 'b']), s.getvalue()[-3:], s.flush())

text = 'a\nb\r\nc\rd'
for newline in '\n', '\r', '\r\n', '', None:
    s = io.StringIO(text, newline=newline)
    print(repr(newline), s.readlines(), repr(s.getvalue()), s.newlines)
    s = io.StringIO(newline=newline)
    s.write('x\ny')
    print(repr(s.getvalue()), s.newlines)
s = io.StringIO('long line\nnext')
print(s.readline(4), s.readline(-1), s.readline(None), repr(s.readline(5)))
print(s.readlines(), [s.seek(0), s.readlines(3)])

for args in (5,), (b'x',), ('x', 1), ('x', 'y'), ('a', '\n', 3):
    print(tried(io.StringIO, *args))
print(tried(s.write, b'x'), tried(s.read, 'x'), tried(s.readline, 1.5), tried(s.seek, -1), tried(s.seek, 1, 1))
print(tried(s.seek, 0, 7), tried(s.truncate, -1), tried(s.fileno), tried(s.detach), tried(s.writelines, [1]))
state = s.__getstate__()
copy = io.StringIO()
copy.__setstate__(state)
print(state, copy.getvalue(), copy.tell(), tried(copy.__setstate__, (1, 2)))
s.close()
s.close()
for method in s.read, s.readline, s.getvalue, s.tell, s.readable, s.flush, s.__iter__, s.__enter__, s.__getstate__:
    print(tried(method))
print(s.closed, tried(s.write, ''), tried(next, s), tried(s.writelines, []))

with io.StringIO() as s:
    print('printed', 1, 2, file=s)
    s.note = 'an attribute'
    kept = s.getvalue()
    r = weakref.ref(s)
    print(r() is s, s.__dict__)
print(kept, s.closed)
del s
print(r())


class Shouting(io.StringIO):
    def readline(self, *args):
        return super().readline(*args).upper()

print(list(Shouting('a\nb')), isinstance(Shouting(), io.TextIOBase), issubclass(io.StringIO, io.IOBase))
print(io.StringIO.__basicsize__, [c.__name__ for c in io.StringIO.__mro__], io.StringIO().__sizeof__())
print(tried(io.StringIO.read, io.StringIO.__new__(io.StringIO)))
print(io.StringIO('héllo €😀').read(7), issubclass(io.UnsupportedOperation, ValueError), io.SEEK_END)


class Lines(io.IOBase):
    def __init__(self):
        self.left = ['one\n', 'two\n']

    def readline(self):
        return self.left.pop(0) if self.left else ''

print(list(Lines()), Lines().readlines(), Lines().readable(), tried(Lines().seek, 1), Lines().closed)
