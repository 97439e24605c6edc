"""User classes: operators, subclass priority, descriptors, metaclasses."""


class V:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self.x)

    def __add__(self, other):
        if not isinstance(other, V):
            return NotImplemented
        return type(self)(self.x + other.x)

    def __radd__(self, other):
        return 'radd %r' % (other,)

    def __iadd__(self, other):
        self.x += other
        return self

    def __eq__(self, other):
        return isinstance(other, V) and self.x == other.x

    def __hash__(self):
        return hash(self.x)

    def __lt__(self, other):
        return self.x < other.x

    def __getitem__(self, i):
        return (self.x, i)

    def __len__(self):
        return self.x

    def __bool__(self):
        return self.x != 13

    def __call__(self, *args, **kwargs):
        return args, sorted(kwargs.items())

    def __contains__(self, item):
        return item == self.x

    def __neg__(self):
        return V(-self.x)

    def __index__(self):
        return self.x


class W(V):
    def __radd__(self, other):
        return 'W first'


a, b = V(1), V(2)
print(a + b, 5 + a, V(1) + W(2), W(1) + V(2))
try:
    a + 1
except TypeError as e:
    print(e)
a += 10
print(a, a == V(11), a != V(11), hash(a), sorted([V(3), V(1), V(2)]))
print(a[3], a[1:2], len(a), bool(V(13)), a(1, 2, k=3), 11 in a, 12 in a, -a)
print([0, 1, 2][V(1)], 'ab' * V(2), hex(V(255)))
try:
    a < 'x'
except AttributeError as e:
    print(e)
try:
    object() < object()
except TypeError as e:
    print(e)


class Typed:
    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, obj, cls):
        return self if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        if not isinstance(value, int):
            raise TypeError('int wanted, got ' + type(value).__name__)
        setattr(obj, self.name, value)


class P:
    x = Typed()

    def __init__(self, x):
        self.x = x

    @property
    def double(self):
        return self.x * 2

    @double.setter
    def double(self, value):
        self.x = value // 2

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def helper(x):
        return x + 1


p = P.make(4)
print(p.x, p.double, P.helper(1), p.helper(2), p.__dict__)
p.double = 20
print(p.x)
for bad in (lambda: P('s'), lambda: setattr(P(1), 'y', 1) or P(1).nope, lambda: P()):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.kw = kw
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print('creating', cls.__name__, args)
        return super().__call__(*args)

    def __getattr__(cls, name):
        return 'meta ' + name


class M(metaclass=Meta, flag=1):
    def __init__(self, x):
        self.x = x


print(M.kw, M(3).x, M.something, type(M), M)


class A:
    def f(self):
        return 'A'


class B(A):
    def f(self):
        return 'B' + super().f()


class C(A):
    def f(self):
        return 'C' + super().f()


class D(B, C):
    def f(self):
        return 'D' + super().f()


print(D().f(), [k.__name__ for k in D.__mro__], issubclass(D, A), isinstance(D(), C))
try:
    class E(A, B):
        pass
except TypeError as e:
    print(e)


class Slotted:
    __slots__ = ('a', 'b')


s = Slotted()
s.a = 1
print(s.a, hasattr(s, 'b'), hasattr(s, '__dict__'))
try:
    s.c = 1
except AttributeError as e:
    print(e)


class Fallback:
    def __getattr__(self, name):
        if name.startswith('x'):
            return name.upper()
        raise AttributeError(name)


print(Fallback().xyz, hasattr(Fallback(), 'abc'))


class Base:
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag


class Sub(Base, tag='t'):
    pass


print(Sub.tag, Sub.__base__, Sub.__bases__)
print(type('Dyn', (V,), {'y': 5})(3).y, V.__name__, V.__module__, W.__qualname__)


class L(list):
    def total(self):
        return sum(self)


l = L([1, 2, 3])
l.append(4)
print(l, l.total(), type(l), len(l), l == [1, 2, 3, 4])


class I(int):
    def __add__(self, other):
        return I(int(self) + other + 100)


print(I(5) + 1, I(5) * 2, type(I(5) * 2), I(5) == 5)


class T(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)


print(T(1, 2), T(1)[0])


class S(str):
    pass


print(S('abc').upper(), S('abc') == 'abc', len(S('abc')), {S('k'): 1}['k'])


class Del:
    def __del__(self):
        print('deleted')


d = Del()
del d
V.__mul__ = lambda self, n: V(self.x * n)
print(V(3) * 4)
