"""Containers that are made of others take over the hashes; table sizes follow CPython's rules."""
import sys


class Counted(int):
    def __hash__(self):
        counts[0] += 1
        return int.__hash__(self)

    def __eq__(self, other):
        counts[1] += 1
        return int.__eq__(self, other)


counts = [0, 0]
items = [Counted(n) for n in range(10)]
others = [Counted(n) for n in range(5, 15)]
d, e, s, z = dict.fromkeys(items), dict.fromkeys(others), set(items), set(others)
for name, action in [
    ('dict of dict', lambda: dict(d)),
    ('copy', lambda: d.copy()),
    ('update', lambda: {}.update(d)),
    ('unpacked', lambda: {**d}),
    ('fromkeys of dict', lambda: dict.fromkeys(d)),
    ('fromkeys of set', lambda: dict.fromkeys(s)),
    ('fromkeys of frozenset', lambda: dict.fromkeys(frozenset(s))),
    ('fromkeys of list', lambda: dict.fromkeys(items)),
    ('dict ==', lambda: d == dict(d)),
    ('items ==', lambda: d.items() == dict(d).items()),
    ('set of dict', lambda: set(d)),
    ('frozenset of dict', lambda: frozenset(d)),
    ('set of list', lambda: set(items)),
    ('update of dict', lambda: set().update(d)),
    ('difference_update of dict', lambda: set(s).difference_update(d)),
    ('symmetric_difference_update of dict', lambda: set(s).symmetric_difference_update(e)),
    ('difference with dict', lambda: s.difference(e)),
    ('intersection with list', lambda: s.intersection(others)),
    ('isdisjoint list', lambda: s.isdisjoint(others)),
    ('isdisjoint', lambda: s.isdisjoint(z)),
    ('issubset', lambda: s.issubset(z)),
    ('&', lambda: s & z),
    ('|', lambda: s | z),
    ('-', lambda: s - z),
    ('^', lambda: s ^ z),
    ('&=', lambda: set(s).__iand__(z)),
    ('|=', lambda: set(s).__ior__(z)),
    ('-=', lambda: set(s).__isub__(z)),
    ('^=', lambda: set(s).__ixor__(z)),
    ('==', lambda: s == set(s)),
    ('<', lambda: s < z),
    ('setdefault', lambda: d.setdefault(Counted(77))),
    ('pop', lambda: d.pop(Counted(77))),
    ('pop of nothing', lambda: {}.pop(Counted(77), 1)),
    ('in', lambda: items[3] in s),
    ('discard', lambda: s.discard(Counted(1))),
]:
    counts[:] = 0, 0
    action()
    print(name, counts)


class HashedSet(set):
    def __hash__(self):
        return 7


held = HashedSet([1])
print(held in {held}, {1} in {frozenset([1])}, {frozenset([1])} - {1})
try:
    {1, 2}.remove({1})
except KeyError as error:
    print('KeyError', error)


def table(container):
    return sys.getsizeof(container) - sys.getsizeof(type(container)())


for n in [*range(0, 24), 42, 43, 85, 86]:
    d = {i: i for i in range(n)}
    made = [{}, {'a': 1}, {1: 1, 2: 2}]
    for one in made:
        one.update(d)
    made += [d, dict(d), d.copy(), {**d}, {**d, **d}, {**d, 'x': 1}, dict.fromkeys(d), dict.fromkeys(set(d))]
    s = set(d)
    made += [s, set(s), s.copy(), s & s, s | s, s - {1}, {1} | s, frozenset(d), set(range(n))]
    print(n, [table(one) for one in made])
