"""Sets, dict views, iterators, mapping proxies."""


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


s = set(range(20))
print(len(s), sorted(s)[:3], s.pop() in range(20), len(s))
s &= {1, 2, 3, 30}; print(sorted(s)); s |= {9}; s -= {1}; s ^= {2, 40}; print(sorted(s))
s.update([5], (6,), {7: 1}); s.intersection_update({5, 6, 9}); s.difference_update([6]); s.symmetric_difference_update({5, 8}); print(sorted(s))
print({1, 2}.symmetric_difference([2, 3]), {1, 2}.intersection([2], [2, 3]), {1, 2}.difference([2]), {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.copy())
print({1, 2} > {1}, {1} >= {1}, {1} != {2}, {1} == frozenset([1]), {1, 2} < {1, 2}, frozenset([1]) | {2}, type(frozenset([1]) | {2}).__name__, {1} == 1)
print({frozenset([1]): 'f'}[frozenset([1])], {1} in {frozenset([1])}, frozenset(), repr(frozenset([3])), frozenset([1]).copy())
attempt(lambda: {[]}); attempt(lambda: set().pop()); attempt(lambda: {1}.remove(2)); attempt(lambda: {1} | [2]); attempt(lambda: hash(set())); attempt(lambda: {1} < 3); attempt(lambda: set(1)); attempt(lambda: set(1, 2)); attempt(lambda: set(a=1))
t = {1, 2, 3}
t.clear(); t.add(1); t.discard(7); print(t, bool(t), bool(set()))


class MySet(set):
    pass


print(MySet([1]), MySet([1]) == {1}, len(MySet('ab')))


def change():
    u = {1, 2}
    for x in u:
        u.add(x + 10)


attempt(change)
big = set()
for i in range(2000):
    big.add(i * 7)
for i in range(0, 2000, 2):
    big.remove(i * 7)
print(len(big), 7 in big, 14 in big, sum(big), len(big | set(range(100))))
d = dict(a=1, b=2, c=3)
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), 'a' in k, 1 in v, ('a', 1) in i, ('a', 2) in i, 5 in i)
print(sorted(k & {'a', 'z'}), sorted(k | ['z']), sorted(k - {'a'}), sorted(k ^ {'a', 'q'}), k == {'a', 'b', 'c'}, k >= {'a'}, k < {'a'}, i == d.items(), k != d.keys(), k > {'a'}, k <= {'a', 'b', 'c'})
print(list(iter(v)), sorted(i), {1: 2}.items() & {(1, 2)}, {}.keys() == set(), iter(k).__length_hint__())
attempt(lambda: hash(k)); attempt(lambda: k + k); attempt(lambda: k < 5)
x = {}; x['self'] = x; print(x, x.copy()['self'] is x, {1: {2: {}}})
attempt(lambda: {**d, 'z': 1}); attempt(lambda: dict(**d, q=2)); attempt(lambda: [*d, *'xy']); attempt(lambda: (*d, 1)); attempt(lambda: {*d} == {'a', 'b', 'c'})
attempt(lambda: dict([1])); attempt(lambda: dict([(1, 2, 3)])); attempt(lambda: dict(5)); attempt(lambda: {}.pop('k')); attempt(lambda: {1: 2} < {}); attempt(lambda: {'a': 1} == {'a': 2}); attempt(lambda: {'a': 1} == {'b': 1})


class Default(dict):
    def __missing__(self, key):
        return key * 2


dd = Default(a=1)
print(dd['a'], dd['zz'], dd, isinstance(dd, dict), len(dd), dd.get('q'))


class Mapping:
    def keys(self):
        return ['m', 'n']

    def __getitem__(self, key):
        return key.upper()


print(dict(Mapping()), (lambda **kw: kw)(**Mapping()))
p = type('C', (), {'attr': 1}).__dict__
print(p['attr'], 'attr' in p, type(p).__name__, p.get('nope', 0), len(p) > 1, 'attr' in list(p), 'attr' in p.keys(), p.copy()['attr'])
attempt(lambda: p.__setitem__('x', 1))
it = iter({1: 'a'}); print(next(it), list(it))
r = reversed([1, 2, 3]); print(r.__length_hint__(), next(r), list(r), r.__length_hint__())
print(list(reversed('abc')), list(reversed(range(3))), list(iter(lambda c=[3]: c.append(c[-1] - 1) or c[-1], 0)))
print(list(zip()), list(zip([1], [])), list(enumerate([], 5)), list(map(None.__class__, [])))
attempt(lambda: zip(1)); attempt(lambda: map(1)); attempt(lambda: reversed({})); attempt(lambda: iter(1)); attempt(lambda: next([])); attempt(lambda: iter(1, 2)); attempt(lambda: list(map(len, [1])))


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10

    def __len__(self):
        return 3


print(list(Seq()), 20 in Seq(), 5 in Seq(), list(reversed(Seq())), tuple(Seq()), max(Seq()), iter(Seq()).__length_hint__())
l = list(range(10))
l[2:5] = []; l[::3] = ['x'] * len(l[::3]); del l[1::2]; print(l)
l[1:1] = [7, 7]; l[:0] = (0,); del l[-1:]; print(l, l[::-2], l[5:1:-1])
attempt(lambda: l.__setitem__(slice(None, None, 2), [1])); attempt(lambda: l.__setitem__(slice(0, 1), 5)); attempt(lambda: l[::0]); attempt(lambda: l['a']); attempt(lambda: l.insert('a', 1)); attempt(lambda: l.pop(100)); attempt(lambda: [].pop()); attempt(lambda: l.index('q')); attempt(lambda: [] < 1); attempt(lambda: l.sort(5)); attempt(lambda: sorted([1, 'a'])); attempt(lambda: [1] * 'a'); attempt(lambda: [1] + (2,)); attempt(lambda: l.__delitem__(99)); attempt(lambda: list(5)); attempt(lambda: list(1, 2))
l *= 0; print(l); m = [1]; m *= 3; m += 'ab'; print(m, m.count(1), m == [1, 1, 1, 'a', 'b'], [1, 2] > [1], [3] >= [2, 9])
big = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(big)[:5], sorted(big, reverse=True)[:3], sorted(big, key=lambda x: (x % 10, x))[:4], big == sorted(big))
print((1, 2) < (1, 3), (1,) + (2,), (1, 2, 3)[::2], (1, 2) == (1, 2), (3,) > (2, 5), (1,) * 0, tuple([1, 2]), (1, 2).count(2))
attempt(lambda: (1,) + [2]); attempt(lambda: (1,)[5]); attempt(lambda: (1,).index(9)); attempt(lambda: (1,) < 2); attempt(lambda: hash(([],)))
print(range(3) == range(0, 3), hash(range(3)) == hash(range(0, 3, 1)), range(10)[2:8:2], range(10, 0, -3), list(range(10, 0, -3)), range(5).index(3), range(5).count(9), 2.0 in range(3), bool(range(0)), range(10 ** 20, 10 ** 20 + 3)[1], list(range(10 ** 20, 10 ** 20 + 2)), len(range(-5)))
attempt(lambda: range(1, 2, 0)); attempt(lambda: range(1.5)); attempt(lambda: range(3)[5]); attempt(lambda: range(3).index(7)); attempt(lambda: range()); attempt(lambda: range(3)['a']); attempt(lambda: range(3).start)
print(slice(1, 2) == slice(1, 2), slice(3), slice(1, 2).start, slice(None).indices(4), repr(slice('a')))
attempt(lambda: hash(slice(1))); attempt(lambda: [1, 2][1:'a']); attempt(lambda: slice())
a, (b, *c), d2 = 1, 'xyz', 2; print(a, b, c, d2)
attempt(lambda: exec('a, b = 1')); attempt(lambda: exec('a, b = 1, 2, 3')); attempt(lambda: exec('a, b, c = 1, 2')); attempt(lambda: exec('a, *b, c = 1,'))
