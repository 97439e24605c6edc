"""Slots: which names are allowed, and what a class gets from a base whose layout it does not extend."""
class D:
    __slots__ = ['__dict__']

class W:
    __slots__ = ['__weakref__']

class Plain:
    pass

class Empty:
    __slots__ = ()

for bases in (W, D), (D, W), (Empty, Plain), (Plain, Empty):
    class C(*bases):
        __slots__ = []
    c = C()
    c.extra = 42
    print(C.__base__.__name__, vars(c), hasattr(c, '__weakref__'), C.__basicsize__ - object.__basicsize__)


def slots(names, base=object, **others):
    try:
        made = type('S', (base,), dict(others, __slots__=names))
        return sorted(name for name in vars(made) if name in list(names) or name.startswith('_S'))
    except Exception as error:
        return type(error).__name__, str(error)

for names in ['foo bar'], ['1'], [''], ['foo\0'], [1], 'abc', ['é'], ['__a'], ['__dict__', '__dict__'], ['__weakref__'] * 2:
    print(ascii(names), ascii(slots(names)))
print(slots(['a'], a=1), slots(['__dict__'], Plain), slots(['x'], int), slots(['x'], tuple), slots(['__qualname__']))


class Meta(type):
    pass

for n in range(1000):
    class Made(metaclass=Meta):
        pass
del Made
import gc
gc.collect()
print(Meta('Made', (), {}).__name__, Meta.__subclasses__())


class Evil:
    def __hash__(self):
        return hash('attr')

    def __eq__(self, other):
        del Holder.attr
        return False

class Descriptor:
    def __get__(self, instance, owner):
        return 'got'

class Holder:
    attr = Descriptor()

holder = Holder()
holder.__dict__[Evil()] = 0
print(holder.attr, hasattr(holder, 'attr'))
