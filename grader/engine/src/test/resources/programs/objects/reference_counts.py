# what each holder of an object adds to its count, and what happens when the last one lets go
import gc
import sys
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('end of', self.name)


def count(x):
    return sys.getrefcount(x) - 3      # less this parameter, getrefcount's own and the caller's


gc.collect()
a = Thing('a')
print(count(a))
b = a
print(count(a))
box = [a, a, {'k': a}, (a,)]
print(count(a))
box.clear()
print(count(a))
del b
print(count(a))
a.self = a
print(count(a))
a.self = None
bound = a.__init__
print(count(a))
del bound
a = None
print('after a')


def local():
    t = Thing('local')
    return 'returned'


print(local())
x = Thing('first')
x = Thing('second')
r = weakref.ref(x, lambda ref: print('call-back', ref()))
print(r() is x)
del x
print(r())

left = Thing('left'); right = Thing('right')
left.other = right; right.other = left
seen = weakref.ref(left, lambda ref: print('left is garbage'))
del left, right
print('before collect')
print(gc.collect())
print(gc.collect(), seen() is None)

order = []


class Link:
    def __init__(self, n, next=None):
        self.n = n
        self.next = next

    def __del__(self):
        order.append(self.n)


chain = None
for n in range(5):
    chain = Link(n, chain)
del chain
print(order)

parents = [Thing('in list %d' % i) for i in range(3)]
del parents
d = {i: Thing('in dict %d' % i) for i in range(3)}
d.clear()
t = (Thing('in tuple'),)
u = t
del t
print('tuple still held')
del u


class Lazarus:
    def __del__(self):
        global kept
        kept = self
        print('not yet')


Lazarus()
print(type(kept).__name__)
kept = None
print('gone')


class Bad:
    def __del__(self):
        raise ValueError('cannot be caught')


try:
    leak = [Bad.__name__]
    e = None
    try:
        raise KeyError(Thing('in exception'))
    except KeyError as e2:
        e = e2
    print(e.args[0].name)
    del e
finally:
    print('finally')
