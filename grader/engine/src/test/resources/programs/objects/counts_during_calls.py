# Who holds an object while a call runs: the stack, the frame, the function itself (call_function in Python/ceval.c).
import sys

count = sys.getrefcount


def argument(x):
    return count(x)


def two(x, y):
    return count(x), count(y), x is y


def star(*x):
    return count(x), count(x[0])


def named(*, x):
    return count(x)


def keywords(**x):
    return count(x), count(x['x'])


class Thing:
    def method(self):
        return count(self)

    def __call__(self):
        return count(self)

    def __getitem__(self, key):
        return count(self), count(key)

    def __add__(self, other):
        return count(self), count(other)

    def __enter__(self):
        return count(self)

    def __exit__(self, *details):
        return None

    def __iter__(self):
        return iter([count(self)])

    def __getattr__(self, name):
        return count(self)

    def __len__(self):
        sizes.append(count(self))
        return 1

    @property
    def seen(self):
        return count(self)

    @classmethod
    def made(cls):
        return count(cls) > 5

    @staticmethod
    def plain(x):
        return count(x)


sizes = []
x = object()
print('-- an object in one variable, and getrefcount holds it too')
print(count(x))
print('-- passed on: the caller\'s stack and the callee\'s variable')
print(argument(x), argument(x=x), argument(*[x]), argument(**{'x': x}), named(x=x))
print(argument(object()), argument(x=object()), two(x, x), two(x, object()), star(x), keywords(x=x), star(object()))
print((lambda: count(x))(), (lambda y: count(y))(x), (lambda y=x: count(y))() - 1)

print('-- a method call: bound method and self')
t = Thing()
bound = t.method
print(count(t), t.method(), bound(), Thing.method(t), Thing().method(), t(), Thing()())
del bound
print(t[x], t + x, list(t), t.missing, t.seen, Thing().seen, t.plain(x), Thing.plain(x), t.made())
with t as inside:
    print(inside)
len(t), bool(t)
print(sizes)

print('-- the function is held while it runs')


def myself():
    return count(myself)


def vanishing():
    global vanishing
    function, vanishing = vanishing, None
    return count(function)


before = count(myself)
print(before, myself(), vanishing(), vanishing)


def closure():
    def inner():
        return count(inner)
    return count(inner), inner()


print(closure())

print('-- native functions and their arguments')


class Key:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        seen.add((count(self), count(other)))
        return self.value < other.value

    def __eq__(self, other):
        seen.add((count(self), count(other)))
        return NotImplemented

    def __hash__(self):
        seen.add(count(self))
        return 1


for use in ('sorted([Key(2), Key(1)])', 'max(Key(1), Key(2))', '{Key(1): 1}', 'Key(1) == Key(2)',
            'Key(1) in (Key(2),)', 'hash(Key(1))', 'list(map(hash, [Key(1)]))',
            'Key(1) < Key(2)', 'min([Key(1), Key(2)])', '{Key(1)}'):
    seen = set()
    eval(use)
    print(use, sorted(seen, key=repr))

print('-- containers and iteration')
items = [x]
print(count(x), [count(y) for y in items], [count(y) for y in (x,)], list(map(count, items)), [count(y) for y in iter(items)])
for y in items:
    print(count(x))
del y
for key, value in {'k': x}.items():
    print(count(value))
del value, items


def generator():
    y = x
    yield count(x)
    del y
    yield count(x)


print(list(generator()), count(x))
try:
    raise KeyError(x)
except KeyError as error:
    print(count(x), count(error))
print(count(x))
print('-- augmented assignment, unpacking, comparison, attribute')
a, b = x, x
print(count(x))
a = b = None
print(count(x), count(None) > 100)
holder = Thing()
holder.kept = x
print(count(x), count(holder.kept), count(holder))
del holder
print(count(x))
