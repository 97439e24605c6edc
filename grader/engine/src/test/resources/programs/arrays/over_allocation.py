# The array behind a list: what each operation asks for, read from struct PyListObject itself.
from ctypes import Structure, c_ssize_t, c_void_p


class ListObject(Structure):
    _fields_ = [('ob_refcnt', c_ssize_t), ('ob_type', c_void_p), ('ob_size', c_ssize_t), ('ob_item', c_void_p),
                ('allocated', c_ssize_t)]


def look(items):
    return ListObject.from_address(id(items))


def grown(size):
    """3.6's rule: an eighth more, and a little."""
    return size + (size >> 3) + (3 if size < 9 else 6) if size else 0


print('-- append: the rule, met whenever the array is full')
items = []
view = look(items)
capacities = [view.allocated]
moves = 0
for number in range(1000):
    full, place = view.ob_size == view.allocated, view.ob_item
    items.append(number)
    if view.allocated != capacities[-1]:
        assert full and view.allocated == grown(view.ob_size), (view.ob_size, view.allocated)
        capacities.append(view.allocated)
    else:
        assert not full and view.ob_item == place
print(capacities)
print('capacity changed', len(capacities) - 1, 'times in', len(items), 'appends')

print('-- pop: the array is kept until half of it is empty')
items = [0] * 100
view = look(items)
shrinks = []
while items:
    before = view.allocated
    items.pop()
    if view.allocated != before:
        shrinks.append((view.ob_size, before, view.allocated))
print(shrinks, bool(view.ob_item))

print('-- at the border: append, pop, append, pop')
items = [0] * 4
view = look(items)
seen = []
for turn in range(3):
    items.append(1)
    seen.append(view.allocated)
    items.pop()
    seen.append(view.allocated)
print(seen)

print('-- insert: one more, wherever')
for at in (0, 5, -1, 100, -100):
    items = list(range(10))
    view = look(items)
    before = view.allocated
    items.insert(at, 'new')
    print(at, before, view.allocated, items.index('new'))

print('-- extend: asks once for all if it knows how many come')


class Hinted:
    def __init__(self, promised, real):
        self.promised, self.left = promised, real

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left

    def __length_hint__(self):
        return self.promised


def extended(start, more):
    items = [0] * start
    items.extend(more)
    return len(items), look(items).allocated


for name, more in (('list', [1] * 5), ('tuple', (1,) * 5), ('range', range(5)), ('str', 'abcde'), ('dict', dict.fromkeys(range(5))),
                   ('generator', (i for i in range(5))), ('map', map(int, '12345')), ('iterator', iter([1] * 5)),
                   ('hint 5', Hinted(5, 5)), ('hint 50', Hinted(50, 5)), ('hint 0', Hinted(0, 5)), ('nothing', ())):
    print(name, extended(0, more), end='; ')
print()
print([extended(start, (1,) * 5) for start in (1, 3, 4, 10, 100)])
items = [1, 2, 3]
items.extend(items)
print(items, look(items).allocated)
items += items
print(len(items), look(items).allocated)
items *= 2
print(len(items), look(items).allocated)
items *= 0
print(len(items), look(items).allocated, look(items).ob_item)

print('-- slices: the array follows the size')
items = [0] * 20
view = look(items)
for change in ('items[5:5] = [1] * 3', 'items[:10] = []', 'del items[2:4]', 'items[::2] = items[::2]', 'del items[::2]',
               'items[1:] = range(30)', 'del items[3:]', 'items[:] = []', 'items[:] = [7]'):
    exec(change)
    print('%-24s %3d of %d' % (change, view.ob_size, view.allocated))

print('-- remove, reverse, sort, clear, del')
items = [3, 1, 2] + [0] * 13
view = look(items)
for change in ('items.remove(3)', 'items.reverse()', 'items.sort()', 'del items[0]', 'items.pop(0)', 'items.clear()',
               'items.append(1)'):
    exec(change)
    print('%-18s %3d of %d, %s' % (change, view.ob_size, view.allocated, bool(view.ob_item)))

print('-- how a list was made shows in its capacity')
made = {
    'literal': lambda: [1, 2, 3], 'long literal': lambda: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'empty': lambda: [],
    'list(tuple)': lambda: list((1, 2, 3)), 'list(range)': lambda: list(range(10)), 'list(str)': lambda: list('abc'),
    'list(list)': lambda: list([1, 2, 3]), 'list(generator)': lambda: list(i for i in range(10)),
    'list()': lambda: list(), 'repetition': lambda: [0] * 10, 'comprehension': lambda: [i for i in range(10)],
    'sum': lambda: [1, 2] + [3], 'slice': lambda: [1, 2, 3, 4][1:], 'copy': lambda: [1, 2, 3].copy(),
    'unpacked': lambda: [*range(10)], 'two unpacked': lambda: [*range(3), *range(3)], 'sorted': lambda: sorted((3, 1, 2)),
    'star target': lambda: (lambda a, *b: list(b))(1, 2, 3), 'split': lambda: 'a b c d e f g h i j k l m n'.split(),
    'dict keys': lambda: list({1: 1, 2: 2}), 'two words': lambda: 'a b'.split(), 'one split': lambda: 'a b c'.split(None, 1),
    'zip': lambda: list(zip(range(20), range(20))), 'reversed': lambda: list(reversed([1, 2, 3])),
}
for name, make in made.items():
    items = make()
    print('%-16s %3d of %d' % (name, look(items).ob_size, look(items).allocated))
first, *rest = range(8)
print('starred', look(rest).ob_size, look(rest).allocated)

print('-- moving: the header stays, the array may go elsewhere')
items = []
place = id(items)
arrays = set()
for number in range(300):
    items.append(number)
    arrays.add(look(items).ob_item)
print(id(items) == place, len(arrays) > 5)

print('-- 1,000 appends: slots copied if every change of capacity copied, against one by one')
print(sum(capacities[:-1]), sum(range(1000)))
