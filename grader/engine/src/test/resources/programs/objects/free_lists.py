# objects that come back: what is freed is used first for the next of its kind
import sys


def f():
    return sys._getframe()


class C:
    def m(self):
        pass


def twice(make):
    return id(make()) == id(make())


c = C()
print(twice(lambda: []), twice(lambda: {}), twice(lambda: (1, [])), twice(lambda: float('1.5')))
print(twice(lambda: c.m), twice(lambda: slice(1, 2)), twice(lambda: C()), twice(f))
print(twice(lambda: object()), twice(lambda: 10 ** 20 + len('')))
print(twice(lambda: list()), twice(lambda: dict()))
floats = [float(i) + 0.5 for i in range(3)]
ids = [id(x) for x in floats]
del floats[:]
again = [float(i) + 0.25 for i in range(3)]
print(sorted(map(id, again)) == sorted(ids))
lists = [[i] for i in range(5)]
ids = [id(x) for x in lists]
lists = None
again = [[i] for i in range(5)]
print(len(set(map(id, again)) & set(ids)))
small = (1, [])
place = id(small)
del small
other = (2, [])
print(id(other) == place, id((3, [], 4)) == place)
gen = (i for i in ())
place = id(gen)
del gen
gen = (i for i in ())
print(id(gen) == place)
