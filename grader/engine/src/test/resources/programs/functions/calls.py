"""Functions: arguments, closures, decorators, errors."""


def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, sorted(kw.items())


print(f(1, c=3), f(1, 2, 3, 4, c=5, d=6, e=7), f(*[1, 2, 3], **{'c': 1, 'z': 2}))
print(f.__name__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount)


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc


c1, c2 = counter(), counter()
print(c1(), c1(), c1(5), c2(), c1.__closure__[0].cell_contents, c1.__code__.co_freevars)
print([g(10) for g in [lambda x, i=i: x + i for i in range(3)]], (lambda *a, **k: (a, k))(1, z=2))


def deco(fn):
    def wrapper(*args, **kwargs):
        return 'wrapped', fn(*args, **kwargs)
    return wrapper


@deco
def plain(x: int, y: 'ann' = 1) -> str:
    """Docstring."""
    return x + y


print(plain(1), plain(1, y=5))


def no(): pass
def one(a): pass
def two(a, b): pass
def kwonly(*, k): pass
def default(a, b=1): pass


for bad in (lambda: no(1), lambda: one(), lambda: one(1, 2), lambda: two(), lambda: two(1), lambda: kwonly(), lambda: kwonly(1), lambda: one(b=1), lambda: one(1, a=2), lambda: default(), lambda: default(1, 2, 3), lambda: one(**{'a': 1, 'b': 2}), lambda: print(foo=1), lambda: len(), lambda: len(1, 2), lambda: f(1), lambda: one(*5), lambda: one(**5)):
    try:
        bad()
    except TypeError as e:
        print(e)
x = 'global'


def scopes():
    x = 'local'

    class C:
        y = x

        def get(self):
            return x
    return C.y, C().get(), globals()['x'], sorted(locals())


print(scopes())


def unbound():
    print(later)
    later = 1


try:
    unbound()
except UnboundLocalError as e:
    print(e)


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


print(fact(20), fact(30))
exec('z = 5\nprint(z * 2)')
print(eval('1 + x_', {'x_': 41}), eval('[i for i in range(3)]'))
print(compile('a + 1', '<s>', 'eval').co_names)
try:
    exec('def broken(:\n pass')
except SyntaxError as e:
    print(e.msg, e.lineno)
print(callable(f), callable(1), isinstance(f, type(lambda: 0)), type(print).__name__)
print(plain.__name__, deco.__doc__, fact.__module__, fact.__qualname__, scopes.__code__.co_name)
a = b = []
a.append(1)
print(b, a is b)
i = 0
while True:
    i += 1
    if i == 3:
        continue
    if i > 5:
        break
else:
    print('no')
print(i)
print(1 < 2 < 3, 1 < 3 < 2, 5 if i else 6, i and 0, 0 or 'x', not i)
global_list = [1]
def augment():
    global_list[0] += 1
    global x
    x = 'changed'
augment(); print(global_list, x)
del x
try:
    x
except NameError as e:
    print(e)
