# s += t on a str that only its variable holds: the block grows where it is, or moves as realloc moves it.
import sys
from ctypes import Structure, c_ssize_t, c_void_p


class Counted(Structure):
    _fields_ = [('ob_refcnt', c_ssize_t), ('ob_type', c_void_p), ('length', c_ssize_t), ('hash', c_ssize_t)]


STEPS = 1000


def moved(places):
    return sum(a != b for a, b in zip(places, places[1:]))


def often(places):
    """Whether the str was a new object nearly each time."""
    return moved(places) > STEPS // 2


def local():
    s = 'start' * 10
    places = []
    for _ in range(STEPS):
        s += 'x'
        places.append(id(s))
    return s == 'start' * 10 + 'x' * STEPS, often(places)


def plus():
    s = 'start' * 10
    places = []
    for _ in range(STEPS):
        s = s + 'x'
        places.append(id(s))
    return len(s), often(places)


def cell():
    s = 'start' * 10
    places = []
    for _ in range(STEPS):
        s += 'x'
        places.append(id(s))
    return len(s), often(places), (lambda: s)() is s


def free():
    s = 'start' * 10

    def add():
        nonlocal s
        s += 'x'

    places = []
    for _ in range(STEPS):
        add()
        places.append(id(s))
    return len(s), often(places)


print('-- a local variable, a cell, a free variable')
print(local(), plus(), cell(), free())

print('-- a name of a module')
name = 'start' * 10
places = []
for _ in range(STEPS):
    name += 'x'
    places.append(id(name))
print(len(name), often(places))


class Body:
    text = 'start' * 10
    places = []
    for _ in range(STEPS):
        text = text + 'x'
        places.append(id(text))


print(len(Body.text), often(Body.places))

print('-- the name is taken out of the namespace for a moment: it comes back last')
first, second = 'a' * 20 + str(1), 2
print([n for n in list(globals()) if n in ('first', 'second')])
first += 'b'
print([n for n in list(globals()) if n in ('first', 'second')])
second += 1
print([n for n in list(globals()) if n in ('first', 'second')])

print('-- whoever else holds it keeps the old one')


def shared():
    s = 'abc' * 20
    s += '!'
    held = s
    s += 'x'
    return held == 'abc' * 20 + '!', s is held, len(held), len(s)


def hashed():
    s = 'abc' * 20
    s += '!'
    known = {s: 1}
    del known
    place = id(s)
    s += '?'
    return len(s)


def interned():
    s = sys.intern('only once here')
    t = s
    del t
    s += '!'
    return sys.intern('only once here') + '!' == s


def constant():
    seen = []
    for _ in range(3):
        s = 'constant'
        s += '!'
        seen.append(s)
    return seen


def wider():
    s = 'abc' * 20
    s += '!'
    s += '\xe9'
    s += '\u20ac'
    s += '\U0001d11e'
    s += 'z'
    return [hex(ord(c)) for c in s[-5:]], len(s)


def empty():
    s = 'abc' * 5
    s += '.'
    t = s
    s += ''
    u = ''
    u += s
    return s is t, u is s


def itself():
    s = 'ab' * 10
    s += '.'
    s += s
    return s


def other_target():
    s = 'ab' * 10
    s += '.'
    t = s + 'x'
    return s, t


def in_list():
    items = ['ab' * 10 + str(1)]
    items[0] += 'x'
    return items


def unbound():
    s = 'x' * 10
    s += 1


print(shared(), hashed(), interned(), constant(), wider(), empty())
print(itself(), other_target(), in_list())
try:
    unbound()
except TypeError as error:
    print(error)

print('-- no hash is known of what has grown')


def grown_hash():
    s = 'abc' * 20
    s += '1'
    s += '2'
    view = Counted.from_address(id(s))
    before = view.hash
    hash(s)
    return before, view.hash == hash('abc' * 20 + '12'), view.length, view.ob_refcnt


print(grown_hash())

print('-- a subclass is asked as any class is')


class Text(str):
    def __add__(self, other):
        return 'mine'


def subclass():
    s = Text('abc')
    s += 'x'
    return s, 'x' + Text('abc')


print(subclass())


class Watched(dict):
    """A namespace of another type: only true dicts are looked into."""

    def __setitem__(self, name, value):
        if name == 's':
            log.append(value)
        dict.__setitem__(self, name, value)

    def __delitem__(self, name):
        log.append('deleted')


log = []
exec("s = 'ab' * 10\ns += 'c'\ns += 'd'\n", {}, Watched())
print(log)
