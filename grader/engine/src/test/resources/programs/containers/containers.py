"""Lists, tuples, dicts, sets, slices, ranges."""
a = [5, 3, 1, 4]
a.sort()
print(a, sorted(a, reverse=True), a[1:3], a[::-1], a[-1], a.index(4), a.count(3))
a[1:3] = [7, 8, 9]
print(a, len(a))
del a[::2]
print(a)
a.insert(0, 'x'); a.extend((1, 2)); a += [3]; print(a, a.pop(), a.pop(0), a * 2, a + [0])
a.reverse(); print(a, a.copy() == a, [1, 2] < [1, 3], [1] == [1.0])
a.clear(); print(a, not a)
b = [[]] * 2; b[0].append(1); print(b)
c = []; c.append(c); print(c)
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([3, 1, 2], key=lambda x: -x))
t = (1, 2, 3)
print(t, (1,), (), t[1:], t + (4,), t * 2, 2 in t, t.index(2), hash(t) == hash((1, 2, 3)))
x, *y, z = range(6); print(x, y, z)
(p, q), r = (1, 2), 3; print(p, q, r)
d = {'one': 1, 'two': 2, 3: 'three'}
d['four'] = 4
print(d, len(d), d['one'], d.get('x'), d.get('x', 0), 'two' in d, list(d), list(d.values()), list(d.items()))
del d['one']; d['one'] = 'again'; print(d, d.pop('two'), d.pop('zz', None), d.popitem(), d)
d.update(a=1, b=2); d.update({'c': 3}); d.update([('e', 5)]); print(d, d.setdefault('a', 9), d.setdefault('z', 9))
print({k: v for k, v in zip('abc', range(3))}, dict([(1, 2)]), dict(x=1), {1: 2} == {1.0: 2}, dict.fromkeys('ab', 0))
for bad in (lambda: d['nope'], lambda: {[]: 1}, lambda: [1][3], lambda: (1,)['a'], lambda: [1, 2].remove(3), lambda: {}.popitem()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
s = {3, 1, 2, 3}
print(s, len(s), 2 in s, s | {9}, s & {1, 2}, s - {1}, s ^ {1, 7}, s <= {1, 2, 3, 4}, {1} < s, frozenset([1, 2]))
s.add(10); s.discard(1); s.remove(2); print(sorted(s), s == {3, 10}, set(), s.isdisjoint({5}), s.union([1], [2]))
print(set('hello') == {'h', 'e', 'l', 'o'}, frozenset('ab') == {'a', 'b'}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
r = range(0, 20, 3)
print(r, list(r), len(r), r[2], r[-1], r[1:3], 9 in r, 10 in r, list(reversed(r)), range(5) == range(0, 5, 1))
print(slice(1, 2), slice(None, 5, 2).indices(10), [1, 2, 3, 4][slice(1, 3)])
print(list(enumerate('ab', 1)), list(zip([1, 2], 'xy', (True, None))), list(map(str, [1, 2])), list(filter(None, [0, 1, '', 'a'])), list(map(lambda a, b: a + b, [1, 2], [3, 4])))
print(min(3, 1, 2), max([1, 5, 2]), min('b', 'a'), max([1, -5], key=abs), min([], default='none'), sum([1, 2], 10), sum([[1], [2]], []))
print([i for i in range(10) if i % 2], [(i, j) for i in range(2) for j in range(2)], {i % 3 for i in range(9)})
print(list('abc'), tuple('ab'), list({1: 2}), list(reversed([1, 2, 3])), next(iter([7])))
m = [[1, 2], [3, 4]]
print([list(row) for row in zip(*m)], [[row[i] for row in m] for i in range(2)])
m[0][1] += 5; print(m)
k = d.keys(); print(sorted(map(str, k & {'a', 'b', 'q'})), 'a' in k)
it = iter([1, 2, 3]); print(next(it), list(it), list(it))
try:
    for key in d:
        d[key + 'x' if isinstance(key, str) else 0] = 1
except RuntimeError as e:
    print(e)
big = {i: i * i for i in range(1000)}
print(len(big), big[999], sum(big.values()))
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:5])
words = {}
for w in 'the cat and the dog and the bird'.split():
    words[w] = words.get(w, 0) + 1
print(words)
