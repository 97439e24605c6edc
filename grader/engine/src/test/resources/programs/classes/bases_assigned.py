"""A class gets other bases, an object another class; metaclasses say what the MRO is."""


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error)

def rebase(cls, bases):
    cls.__bases__ = bases
    return [c.__name__ for c in cls.__mro__]


class A:
    def which(self):
        return 'A'

    def __len__(self):
        return 1

class B:
    def which(self):
        return 'B'

    def __len__(self):
        return 2

class C(A):
    pass

class D(C):
    pass

d = D()
print(d.which(), len(d), A.__subclasses__(), B.__subclasses__())
print(rebase(C, (B,)), d.which(), len(d), A.__subclasses__(), B.__subclasses__(), D.__mro__[2].__name__)
print(rebase(C, (A, B)), rebase(D, (B,)), C.__base__.__name__)
for bases in (), 5, (5,), (D,), (int,), (type(None),), (A, A), (object, A):
    print(tried(rebase, D, bases), [c.__name__ for c in D.__mro__])
print(tried(rebase, A, (C,)), tried(rebase, int, (object,)), tried(delattr, D, '__bases__'))

class Slotted:
    __slots__ = 'x'

print(tried(rebase, D, (Slotted,)))


class Backwards(type):
    def mro(cls):
        return type.mro(cls)[::-1]

class E(A, B, metaclass=Backwards):
    pass

print([c.__name__ for c in E.__mro__], E().which(), isinstance(E(), object), issubclass(E, A))


class Odd(type):
    answer = None

    def mro(cls):
        if Odd.answer is None:
            return type.mro(cls)
        return Odd.answer

for answer in 5, [1], [int], [], (Slotted,):
    Odd.answer = answer
    print(tried(Odd, 'Made', (), {}) if answer != [] else 'skipped')
Odd.answer = None


class Raising(type):
    armed = False

    def mro(cls):
        if Raising.armed and cls.__name__ == 'Lower':
            raise KeyError('lower')
        return type.mro(cls)

class Upper(A, metaclass=Raising):
    pass

class Lower(Upper):
    pass

Raising.armed = True
print(tried(rebase, Upper, (B,)), Upper.__bases__, [c.__name__ for c in Upper.__mro__], Upper().which())


class F:
    pass

class G:
    pass

class Module(type(__builtins__)):
    pass

f = F()
f.__class__ = G
print(type(f).__name__)

def reclass(x, cls):
    x.__class__ = cls
    return type(x).__name__

import types
print(reclass(types.ModuleType('m'), Module), tried(reclass, f, Slotted), tried(reclass, f, 5), tried(reclass, 5, int))
print(tried(delattr, f, '__class__'), tried(reclass, Slotted(), F))


class Switch:
    def __del__(self):
        self.__class__ = F

for n in range(200):
    Switch()

for method in classmethod(len), staticmethod(len):
    method.note = 1
    print(vars(method), tried(setattr, method, '__dict__', 5), tried(delattr, method, '__dict__'))

print(tried(object.__setattr__, str, 'foo', 1), tried(object.__delattr__, str, 'lower'))
descriptor = dict.__dict__['fromkeys']
for args in (None, None), (42,), (None, 42), (None, int):
    print(tried(descriptor.__get__, *args))
print(descriptor.__get__({})('ab'), tried(type.__getattribute__, list, type))

class Base:
    pass

class Meta(type, Base):
    pass

class Made(metaclass=Meta):
    pass

print(tried(Base.__dict__['__dict__'].__set__, Made, {}), type(Base.__dict__['__dict__'].__get__(Made)).__name__)
print(tried(setattr, F(), '__dict__', []), tried(type.__dict__['__bases__'].__get__, 5))
