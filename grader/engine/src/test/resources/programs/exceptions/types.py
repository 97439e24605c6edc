"""The built-in exceptions and what one can do with them."""
import sys


def attempt(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


for t in (Exception, KeyError, OSError, StopIteration, SystemExit, ImportError, UnicodeError, ValueError):
    for args in ((), ('one',), (1, 'two')):
        e = t(*args)
        print(repr(e), '|', e, '|', e.args)
print(OSError(2, 'No file', 'name').filename, OSError(1, 'x').errno, OSError(1, 'x').strerror, str(OSError(2, 'No file', 'f')), OSError(2, 'a', 'b').args, issubclass(FileNotFoundError, OSError), IOError is OSError, issubclass(ConnectionResetError, ConnectionError))
print(ImportError('m', name='n', path='p').name, ImportError('m').path, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, StopIteration(5).value, StopIteration().value)
s = SyntaxError('bad', ('file.py', 3, 5, 'text')); print(s.filename, s.lineno, s.offset, s.text, s.msg, s, SyntaxError('m', ('dir/f', 1, 1, None)), SyntaxError('x'))
u = UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'why'); print(u, u.encoding, u.object, u.start, u.end, u.reason); print(UnicodeEncodeError('ascii', 'é€', 0, 2, 'r'), UnicodeEncodeError('ascii', '€', 0, 1, 'r'), UnicodeTranslateError('é', 0, 1, 'r'))
attempt(lambda: UnicodeDecodeError()); attempt(lambda: ImportError(x=1)); attempt(lambda: Exception(x=1)); attempt(lambda: SyntaxError('a', (1, 2)))
e = ValueError('a'); e.extra = 1; print(e.__dict__, e.__traceback__, e.with_traceback(None) is e); e.args = [1, 2]; print(e.args, e); e.args = 'xy'; print(repr(e))
attempt(lambda: setattr(e, '__traceback__', 5)); attempt(lambda: setattr(e, '__cause__', 5)); attempt(lambda: setattr(e, '__context__', 5)); attempt(lambda: delattr(e, 'args')); attempt(lambda: delattr(e, '__cause__')); attempt(lambda: setattr(e, '__dict__', 5)); e.__suppress_context__ = True; print(e.__suppress_context__, e.__cause__, e.__context__)


class E1(Exception):
    def __str__(self): return 'custom str'


class E2(E1, KeyError): pass


print(E1(), repr(E1(1)), E2('k'), [c.__name__ for c in E2.__mro__][:3])
def reraise():
    try:
        raise E1
    except E1:
        raise
attempt(reraise)
def nested():
    try:
        try:
            raise ValueError('v')
        finally:
            raise KeyError('k')
    except KeyError as k:
        return repr(k.__context__), k.__context__.__context__
attempt(nested)
def from_none():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ValueError from None
    except ValueError as v:
        return v.__suppress_context__, v.__cause__, repr(v.__context__)
attempt(from_none)
def bad_raises(what):
    exec(what)
for what in ('raise 5', 'raise ValueError from 5', 'raise int', 'raise ValueError from KeyError', 'raise (ValueError,)', 'raise None'):
    attempt(lambda: bad_raises(what))
def bad_except():
    try:
        1 / 0
    except 'x':
        pass
attempt(bad_except)
def tuple_except():
    try:
        1 / 0
    except (ValueError, (KeyError, ZeroDivisionError)) as e:
        return 'tuple', e
attempt(tuple_except)
def weird():
    class Strange(Exception):
        def __new__(cls): return 5
    raise Strange
attempt(weird)
class Init(Exception):
    def __init__(self): raise TypeError('in init')
attempt(lambda: exec('raise Init'))
class NoExit:
    def __enter__(self): return self
class NoEnter:
    pass
class ExitRaises:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('not called')
def use(m):
    with m:
        print('body')
attempt(lambda: use(NoExit())); attempt(lambda: use(NoEnter())); attempt(lambda: use(ExitRaises()))
class Ctx:
    def __init__(self, n): self.n = n
    def __enter__(self): print('in', self.n); return self.n
    def __exit__(self, *exc): print('out', self.n, exc[0]); return self.n == 2
with Ctx(1) as a, Ctx(2) as b:
    print(a, b)
    raise ValueError
def loops():
    for i in range(3):
        with Ctx(i):
            if i == 1:
                continue
            for j in range(3):
                try:
                    if j == 1:
                        break
                finally:
                    print('fin', i, j)
            else:
                print('else')
    else:
        return 'done'
print(loops())
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(500), sys.getrecursionlimit())
sys.setrecursionlimit(200)
attempt(lambda: depth(300))
attempt(lambda: sys.setrecursionlimit(0))
sys.setrecursionlimit(1000)
class R:
    def __repr__(self): return repr(self)
attempt(lambda: repr(R()))
class Eq:
    def __eq__(self, o): return self == o
attempt(lambda: Eq() == Eq())
x = []
for i in range(100):
    x = [x]
print(len(repr(x)), sys.exc_info())
attempt(lambda: sys.exit('bye')); attempt(lambda: sys.exit()); attempt(lambda: sys._getframe(1000)); print(sys.intern('abc') is 'abc', sys.maxunicode, sys.version_info[:2], sys.stdout.name, sys.getdefaultencoding())
sys.stdout.write('written\n'); sys.displayhook(5); sys.displayhook(None); print('to stderr', file=sys.stderr); attempt(lambda: sys.stdout.write(5)); attempt(lambda: print('x', sep=5)); attempt(lambda: print('a', end=None, sep=None, flush=True))
class Unr:
    def __del__(self): print('del runs')
class Res:
    saved = []
    def __del__(self): Res.saved.append(self)
Unr(); Res(); print(len(Res.saved)); Res.saved.clear()
