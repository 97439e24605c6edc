"""Comparing, hashing and ending objects may change the container that is being looked at."""


def t(f, *a, **k):
    try:
        print(f.__name__, repr(f(*a, **k))[:100])
    except BaseException as e:
        print(f.__name__, type(e).__name__, e)


class Clears:
    """Compares by emptying what it is told to."""

    def __init__(self, h=1, value=False):
        self.h, self.value = (h, value)

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        for c in targets:
            c.clear()
        return self.value

    def __repr__(self):
        return 'C'


class Dies:

    def __init__(self, h=1):
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        return type(other) is Dies

    def __repr__(self):
        return 'D'

    def __del__(self):
        for c in targets:
            c.clear()


def fill(kind, value):
    if kind is dict:
        return {Clears(1, value): [Clears()], Clears(2, value): [1], 5: Clears()}
    if kind is set:
        return {Clears(1, value), Clears(2, value), 5}
    return [Clears(1, value), Clears(2, value), 5]
targets = []
for value in (False, True):
    for name, op in [
        ('get', lambda a, b: a.get(Clears(1))),
        ('in', lambda a, b: Clears(1) in a),
        ('getitem', lambda a, b: a[Clears(1)]),
        ('set', lambda a, b: a.__setitem__(Clears(1), 1)),
        ('setdefault', lambda a, b: a.setdefault(Clears(1), 3)),
        ('pop', lambda a, b: a.pop(Clears(1), 0)),
        ('del', lambda a, b: a.__delitem__(Clears(1))),
        ('update', lambda a, b: a.update(b)),
        ('update2', lambda a, b: a.update(list(b.items()))),
        ('eq', lambda a, b: a == b),
        ('ne', lambda a, b: a != b),
        ('items==', lambda a, b: a.items() == b.items()),
        ('keys==', lambda a, b: a.keys() == b.keys()),
        ('keys&', lambda a, b: len(a.keys() & b.keys())),
        ('keys|', lambda a, b: len(a.keys() | b.keys())),
        ('keys-', lambda a, b: len(a.keys() - b.keys())),
        ('keys^', lambda a, b: len(a.keys() ^ b.keys())),
        ('items&', lambda a, b: len(a.items() & b.items())),
        ('item in', lambda a, b: (Clears(1), 1) in a.items()),
        ('val in', lambda a, b: Clears(3) in a.values()),
        ('disj', lambda a, b: a.keys().isdisjoint(b.keys())),
        ('<=', lambda a, b: a.keys() <= b.keys()),
        ('fromkeys', lambda a, b: len(dict.fromkeys(a))),
        ('dict', lambda a, b: len(dict(a))),
        ('copy', lambda a, b: len(a.copy())),
        ('list', lambda a, b: len(list(a))),
        ('kw', lambda a, b: {**a, **b}),
        ('set(d)', lambda a, b: len(set(a) | set(b)))]:
        for which in ('a', 'b', 'ab'):
            a, b = (fill(dict, value), fill(dict, value))
            targets[:] = [dict(a=a, b=b)[c] for c in which]
            op.__name__ = 'dict ' + name + which
            t(op, a, b)
            targets[:] = []
    for name, op in [
        ('in', lambda a, b: Clears(1) in a),
        ('in2', lambda a, b: 9 in a),
        ('index', lambda a, b: a.index(9)),
        ('count', lambda a, b: a.count(9)),
        ('remove', lambda a, b: a.remove(9)),
        ('==', lambda a, b: a == b),
        ('<', lambda a, b: a < b),
        ('!=', lambda a, b: a != b),
        ('sort', lambda a, b: a.sort(key=lambda x: (Clears(), x))),
        ('min', lambda a, b: min(a, key=lambda x: a.clear() or 0)),
        ('tuple==', lambda a, b: (a, 1) == (b, 2)),
        ('+=', lambda a, b: a.__iadd__(b)),
        ('extend', lambda a, b: a.extend((a.clear() or x for x in b))),
        ('map', lambda a, b: list(map(lambda x: a.clear(), a))),
        ('slice', lambda a, b: a.__setitem__(slice(0, 2), [a.clear() for x in (1, 2)]))]:
        for which in ('a', 'b', 'ab'):
            a, b = (fill(list, value), fill(list, value))
            targets[:] = [dict(a=a, b=b)[c] for c in which]
            op.__name__ = 'list ' + name + which
            t(op, a, b)
            targets[:] = []
for name, make, op in [
        ('list del', lambda: [Dies(), Dies(), 3], lambda a: a.__delitem__(0)),
        ('list set', lambda: [Dies(), 2], lambda a: a.__setitem__(0, 1)),
        ('list slice', lambda: [Dies(), Dies(), 2], lambda a: a.__setitem__(slice(0, 2), [7])),
        ('list slice2', lambda: [Dies(), Dies(), 2, 3], lambda a: a.__delitem__(slice(0, 4, 2))),
        ('list pop', lambda: [Dies(), 2], lambda a: a.pop(0) and 1),
        ('list clear', lambda: [Dies(), 2], lambda a: a.clear()),
        ('imul', lambda: [Dies(), 2], lambda a: a.__imul__(0)),
        ('dict del', lambda: {1: Dies(), 2: Dies(), 3: 3}, lambda a: a.__delitem__(1)),
        ('dict set', lambda: {1: Dies(), 2: Dies()}, lambda a: a.__setitem__(1, 5)),
        ('dict clear', lambda: {1: Dies(), Dies(5): Dies()}, lambda a: a.clear()),
        ('dict pop', lambda: {1: Dies(), 2: 3}, lambda a: a.pop(1) and 1),
        ('popitem', lambda: {1: Dies(), 2: Dies()}, lambda a: a.popitem() and 1),
        ('upd', lambda: {1: Dies(), 2: Dies()}, lambda a: a.update({1: 1, 2: 2, 3: 3})),
        ('set discard', lambda: {Dies(1), Dies(2), 5}, lambda a: a.discard(Dies(1))),
        ('set clear', lambda: {Dies(1), 5}, lambda a: a.clear()),
        ('set pop', lambda: {Dies(1)}, lambda a: a.pop() and 1),
        ('set -=', lambda: {Dies(1), Dies(2), 5}, lambda a: a.__isub__({Dies(1), Dies(2)}) and 1),
        ('set &=', lambda: {Dies(1), Dies(2), 5}, lambda a: a.__iand__({5}) and 1),
        ('set ^=', lambda: {Dies(1), Dies(2), 5}, lambda a: a.__ixor__({5, 6}) and 1)]:
    a = make()
    targets[:] = [a]
    op.__name__ = name
    t(op, a)
    print(len(a), a if len(a) < 5 else '')
    targets[:] = []
    del a
print('end')
