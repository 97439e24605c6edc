"""No call of a built-in function or method keeps or loses a reference, whatever its arguments do."""
import sys


class Bad:
    """Every question raises."""

    def __repr__(self):
        return 'BAD'


def bad(name):

    def f(self, *a, **k):
        raise ValueError(name)
    return f
for n in 'iter next len bool int float index hash eq lt le gt ge ne add radd sub rsub mul rmul getitem setitem delitem contains call getattr setattr delattr format str bytes complex trunc round abs neg pos invert divmod rdivmod pow rpow and rand or ror xor rxor lshift rlshift rshift rrshift truediv rtruediv floordiv rfloordiv mod rmod iadd isub imul length_hint reversed enter exit get set delete instancecheck subclasscheck dir sizeof reduce reduce_ex'.split():
    setattr(Bad, '__%s__' % n, bad(n)) if n not in ('getattr', 'setattr', 'delattr', 'get', 'set', 'delete') else None


class Plain:
    pass


class Ok:

    def __index__(self):
        return 1

    def __int__(self):
        return 1

    def __float__(self):
        return 1.0

    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i == 2:
            raise IndexError
        return i

    def __eq__(self, o):
        return True

    def __hash__(self):
        return 1

    def __lt__(self, o):
        return False

    def keys(self):
        return [0, 1]

    def __call__(self, *a):
        return 1

    def __str__(self):
        return 'ok'


class Str(str):
    pass


class Int(int):
    pass


class Lst(list):
    pass
makers = [Bad, Ok, lambda: Lst([1, 2])]


def gen():
    yield 1


def subjects():
    yield ('int', lambda: 5)
    yield ('float', lambda: 2.5)
    yield ('complex', lambda: 2j)
    yield ('str', lambda: 'abc')
    yield ('bytes', lambda: b'abc')
    yield ('bytearray', lambda: bytearray(b'abc'))
    yield ('list', lambda: [3, 1, 2])
    yield ('tuple', lambda: (1, 2))
    yield ('dict', lambda: {1: 2, 'a': 3})
    yield ('set', lambda: {1, 'a'})
    yield ('frozenset', lambda: frozenset([1]))
    yield ('range', lambda: range(5))
    yield ('slice', lambda: slice(1, 2))
    yield ('memoryview', lambda: memoryview(bytearray(b'abc')))
    yield ('property', lambda: property(len))
    yield ('generator', gen)
    yield ('type', lambda: type('T', (), {}))
    yield ('object', object)
    yield ('keys', lambda: {1: 2}.keys())
    yield ('items', lambda: {1: 2}.items())
    yield ('values', lambda: {1: 2}.values())
    yield ('exception', lambda: ValueError(1))
    yield ('function', lambda: lambda *a: 1)
    yield ('listiter', lambda: iter([1, 2]))
    yield ('module', lambda: type(sys)('m'))
    yield ('classmethod', lambda: classmethod(len))
    yield ('enumerate', lambda: enumerate([1]))
    yield ('zip', lambda: zip([1], [2]))
    yield ('map', lambda: map(len, ['a']))
    yield ('filter', lambda: filter(None, [1]))
    yield ('reversed', lambda: reversed([1]))
    yield ('super', lambda: super(Str, Str('a')))
    yield ('builtins', lambda: __import__('builtins'))
skip = {'__class__', '__init_subclass__', '__subclasshook__', '__new__', 'input', 'breakpoint', 'exit', 'quit', 'help', 'print', 'copyright', 'credits', 'license', 'open', '__reduce__', '__reduce_ex__', '__dir__', '__build_class__', 'exec', 'eval', '__import__', '__spec__', '__loader__', '__getstate__', '__sizeof__', '__copy__', '__deepcopy__', '__prepare__', '__abstractmethods__', '__del__', '__doc__', '__debug__', '_', '__set_name__', '__setstate__'}


def run():
    for what, make in subjects():
        for name in sorted(set(dir(make()))):
            if name in skip:
                continue
            for count in (1, 2):
                for mi, mk in enumerate(makers):
                    deltas = []
                    for position in range(max(1, count)):
                        subject = make()
                        try:
                            f = getattr(subject, name)
                        except Exception:
                            continue
                        if not callable(f):
                            continue
                        if isinstance(f, type) and issubclass(f, BaseException):
                            continue
                        x = mk()
                        args = [1] * count
                        if count:
                            args[position] = x
                        before = (sys.getrefcount(x), sys.getrefcount(subject) if what not in ('int', 'builtins', 'str', 'object') else 0)
                        try:
                            r = f(*args)
                            r = None
                        except BaseException as e:
                            if type(e) is SystemError:
                                pass
                            e = None
                        after = (sys.getrefcount(x), sys.getrefcount(subject) if what not in ('int', 'builtins', 'str', 'object') else 0)
                        if before != after:
                            deltas.append((position, after[0] - before[0], after[1] - before[1]))
                    if deltas:
                        print(what, name, count, mi, deltas)
run()
print('done')
