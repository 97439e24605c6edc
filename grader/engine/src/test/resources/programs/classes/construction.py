"""How classes and instances are made, looked up, changed and shown."""
import sys
import types


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    """Doc of A."""
    count = 0

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        cls.count += 1
        return self

    def __init__(self, x=0):
        self.x = x


class B(A):
    pass


print(A(1).x, B(2).x, A.count, B.count, A.__doc__, B.__doc__, A.__name__, A.__dict__['count'], B.__bases__, B.mro() == list(B.__mro__), A.__subclasses__())
attempt(lambda: A(1, 2)); attempt(lambda: object(1)); attempt(lambda: type('X', (), {})(1)); attempt(lambda: type('X', (object,))); attempt(lambda: type('X', (1,), {})); attempt(lambda: type('X', (bool,), {})); attempt(lambda: type('X', (int, str), {})); attempt(lambda: type(1, (), {})); attempt(lambda: type('X', [], {})); attempt(lambda: object.__new__(int)); attempt(lambda: object.__new__(1)); attempt(lambda: object.__new__()); attempt(lambda: int.__new__(str)); attempt(lambda: type('X', (A, A), {})); attempt(lambda: type('', (), {}).__name__)
attempt(lambda: setattr(int, 'x', 1)); attempt(lambda: setattr(1, 'x', 1)); attempt(lambda: delattr(A, 'nope')); attempt(lambda: delattr(A(), 'nope')); attempt(lambda: delattr(object(), 'x')); attempt(lambda: A.nope); attempt(lambda: A().nope); attempt(lambda: getattr(A(), 5)); attempt(lambda: setattr(A(), 5, 1)); attempt(lambda: object().x); attempt(lambda: setattr(object(), 'x', 1)); attempt(lambda: setattr([], 'append', 1))
a = A(5); a.y = 1; del a.y; a.__dict__['z'] = 9; print(a.z, sorted(a.__dict__), vars(a) is a.__dict__, hasattr(a, 'y'), 'x' in dir(a), '__init__' in dir(A), a.__class__, a.__module__)
a.__dict__ = {'q': 1}; print(a.q, hasattr(a, 'x')); attempt(lambda: setattr(a, '__dict__', 5))


class C:
    pass


a.__class__ = C; print(type(a).__name__, isinstance(a, C)); attempt(lambda: setattr(a, '__class__', int)); attempt(lambda: setattr(a, '__class__', 5)); attempt(lambda: setattr(1, '__class__', C))
C.__name__ = 'Renamed'; C.__qualname__ = 'Q'; C.__module__ = 'mod'; C.__doc__ = 'd'; print(C, C.__name__, C.__doc__); attempt(lambda: setattr(C, '__name__', 5)); attempt(lambda: setattr(int, '__name__', 'x')); attempt(lambda: setattr(C, '__mro__', ()))


class D1: pass
class D2: pass
class E(D1): pass


E.__bases__ = (D2,); print(E.__mro__, issubclass(E, D2), D1.__subclasses__(), D2.__subclasses__()); attempt(lambda: setattr(E, '__bases__', ())); attempt(lambda: setattr(E, '__bases__', (int,)))
print(int.__add__, [].append.__name__, list.append, int.real, type.__dict__['__mro__'], str.join, [].append.__self__, len, print.__module__, len.__self__.__name__, dict.fromkeys.__qualname__, int.from_bytes.__qualname__, (1).__add__.__name__, int.__add__.__qualname__, (1).__add__.__self__, int.__add__.__objclass__, list.append.__name__, int.real.__name__, [].append == [].append, len == len, (1).__add__ == (1).__add__)
attempt(lambda: list.append()); attempt(lambda: list.append(1, 2)); attempt(lambda: int.__add__()); attempt(lambda: int.__add__('a', 1)); attempt(lambda: int.__add__(1)); attempt(lambda: (1).__add__(1, 2)); attempt(lambda: int.real.__get__('a')); attempt(lambda: setattr(1, 'real', 2)); attempt(lambda: [].append()); attempt(lambda: [].append(1, 2)); attempt(lambda: [].clear(1)); attempt(lambda: [].append(x=1)); attempt(lambda: dict.fromkeys())


class Desc:
    def __get__(self, obj, cls=None):
        return 'get', obj is None, cls.__name__


class DataDesc(Desc):
    def __set__(self, obj, value):
        obj.__dict__['stored'] = value

    def __delete__(self, obj):
        print('delete')


class H:
    d = Desc()
    dd = DataDesc()


h = H(); print(h.d, H.d, h.dd); h.dd = 5; h.d = 'instance'; print(h.d, h.stored, h.dd); del h.dd
p = property(lambda self: 1, None, None, 'doc')
P = type('P', (), {'p': p, 'w': property(None, lambda self, v: None)})
attempt(lambda: setattr(P(), 'p', 1)); attempt(lambda: delattr(P(), 'p')); attempt(lambda: P().w); print(P().p, P.p is p, p.__doc__, p.fget(None), p.fset, p.getter(lambda s: 2).fget(0), p.deleter(len).fdel)


class Meth:
    def f(self, *a): return a
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a


m = Meth(); print(m.f(1), Meth.f(m, 2), m.c(3), Meth.c(4), m.s(5), m.f.__self__ is m, m.f.__func__ is Meth.f, m.f.__name__, m.f == m.f, m.f != Meth().f, hash(m.f) == hash(m.f), Meth.__dict__['s'].__func__(6), Meth.c.__self__, types.MethodType(lambda self: self, 3)()); attempt(lambda: types.MethodType(1, 2)); attempt(lambda: types.MethodType(len, None)); attempt(lambda: Meth.f()); attempt(lambda: staticmethod()); attempt(lambda: m.f < m.f)
attempt(lambda: super().x); attempt(lambda: super(int, 'a')); attempt(lambda: super(1)); print(super(B, B(1)).__thisclass__, repr(super(B)), super(bool, True).__repr__())


class Slots:
    __slots__ = ('x', '__dict__')


class Slots2(Slots):
    __slots__ = ['y']


s = Slots2(); s.x = 1; s.y = 2; s.z = 3; print(s.x, s.y, s.z, s.__dict__, Slots.x); attempt(lambda: Slots().x); del s.x; attempt(lambda: s.x); attempt(lambda: delattr(s, 'x')); attempt(lambda: type('S', (), {'__slots__': ['a'], 'a': 1})); attempt(lambda: type('S', (int,), {'__slots__': ['a']})); attempt(lambda: type('S', (), {'__slots__': [1]})); attempt(lambda: type('S', (), {'__slots__': ['1a']})); attempt(lambda: type('S', (Slots,), {'__slots__': ['__dict__']})); attempt(lambda: Slots.x.__get__(5)); attempt(lambda: type('S', (A,), {'__slots__': '__weakref__'}))


class GetAll:
    def __getattribute__(self, name):
        if name == 'magic':
            return 'found'
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)

    def __delattr__(self, name):
        print('del', name)
        super().__delattr__(name)

    def __dir__(self):
        return ['b', 'a']

    def __sizeof__(self):
        return 1000


g = GetAll(); g.v = 2; print(g.magic, g.v, dir(g)); del g.v; attempt(lambda: g.v); print(sys.getsizeof(g) >= 1000)


class Items:
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
    def __getitem__(self, k): return k
    def __missing__(self, k): return 'm'
    def __reversed__(self): return iter('rev')
    def __length_hint__(self): return 5
    def __iter__(self): return iter([1])
    def __contains__(self, x): return x


i = Items(); i[1] = 2; i[1:2] = 3; del i['k']; print(i[1, 2], i[...], list(reversed(i)), list(i), 1 in i, 0 in i); attempt(lambda: A()[0]); attempt(lambda: A().__setitem__); attempt(lambda: len(A())); attempt(lambda: iter(A())); attempt(lambda: 1 in A()); attempt(lambda: A()()); attempt(lambda: exec('A()[0] = 1')); attempt(lambda: exec('del A()[0]'))


class NoIter:
    __iter__ = None
    __hash__ = None
    __contains__ = None


attempt(lambda: iter(NoIter())); attempt(lambda: hash(NoIter())); attempt(lambda: 1 in NoIter()); attempt(lambda: {NoIter(): 1})


class BadIter:
    def __iter__(self): return 5


attempt(lambda: list(BadIter())); attempt(lambda: [x for x in BadIter()])


class Iter:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n


print(list(Iter()), sum(Iter()), next(Iter()), [*Iter()], 3 in Iter(), tuple(Iter()))


class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
    def __gt__(self, o): return NotImplemented
    def __ne__(self, o): return 'ne'


print(Cmp(1) < Cmp(2), Cmp(1) > Cmp(2), Cmp(1) >= Cmp(1), Cmp(1) != Cmp(1), Cmp(1) == Cmp(1), min(Cmp(3), Cmp(1)).v, sorted([Cmp(2), Cmp(1)])[0].v)


class M1(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {'prepared': (name, kw)}

    def __instancecheck__(cls, obj): return obj == 'yes'
    def __subclasscheck__(cls, sub): return True
    def __len__(cls): return 7
    def __iter__(cls): return iter('meta')
    def __call__(cls, *a): return 'called', a

    @property
    def prop(cls): return 'meta prop'

    def __new__(mcs, name, bases, ns, **kw): return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)


class K(metaclass=M1, opt=1): pass
class K2(K): pass


print(K.prepared, isinstance('yes', K), isinstance(1, K), issubclass(int, K), len(K), list(K), K(1), K.prop, type(K2), K2.prepared)
attempt(lambda: type('X', (K,), {}).__class__); attempt(lambda: exec('class X(K, metaclass=type("O", (type,), {})): pass')); attempt(lambda: exec('class X(metaclass=len): pass')); attempt(lambda: exec('class X(5): pass')); attempt(lambda: isinstance(1, 5)); attempt(lambda: issubclass(1, int)); attempt(lambda: issubclass(int, 5)); print(isinstance(1, (str, int)), issubclass(bool, (str, int)), isinstance(1, ()))
class FuncMeta: pass
def meta(name, bases, ns): return name, bases, sorted(k for k in ns if not k.startswith('__'))
class Odd(metaclass=meta): x = 1
print(Odd)


class WithCell:
    def who(self): return __class__
    def sup(self): return super().__repr__()[:10]


print(WithCell().who(), WithCell().sup())


class Named:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
    def __init_subclass__(cls, **kw): print('init_subclass', cls.__name__, kw)


class Owner: n = Named()
class SubNamed(Named, key=1): pass
attempt(lambda: exec('class Z(key=1): pass'))


class T(tuple):
    @property
    def first(self): return self[0]


class Fl(float): pass
class By(bytes): pass
class Dc(dict): pass


print(T([1, 2]).first, Fl(1.5) + 1, By(b'ab')[0], Dc(a=1), T() == (), repr(Fl(2)), hash(T([1])) == hash((1,)), Fl(2).is_integer(), By(b'x') == b'x', isinstance(Dc(), dict), Dc.fromkeys('a'), type(Dc.fromkeys('a')).__name__, T([1]).__dict__, type(T([3])[:]).__name__)
class St(str):
    def upper(self): return 'custom'
print(St('é').upper(), St('abc') + 'd', St('€') == '€', {St('a'): 1}['a'], '%s' % St('x'), len(St('xyz')), St('a').__dict__, str(St('q')), repr(St('r')), St('abc')[1:], sorted([St('b'), St('a')]), St(5), St('a') * 2)
import types as t2
print(t2 is types, types.FunctionType.__name__, types.ModuleType('m').__name__, repr(types.ModuleType('mm'))); attempt(lambda: types.nope); attempt(lambda: types.ModuleType()); attempt(lambda: __import__('nope')); attempt(lambda: exec('from sys import nope'))
from sys import maxsize, byteorder as order
print(maxsize, order)
