# how a list grows and shrinks, seen through the bytes it takes
import sys

empty = sys.getsizeof([])


def room(x):
    return (sys.getsizeof(x) - empty) // 8


def steps(x, operations):
    seen = [room(x)]
    for operation in operations:
        operation(x)
        if room(x) != seen[-1]:
            seen.append(room(x))
    return seen


print(steps([], [lambda x: x.append(1)] * 200))
print(steps([], [lambda x: x.insert(0, 1)] * 100))
print(steps([1] * 100, [lambda x: x.pop()] * 100))
print(steps([1] * 100, [lambda x: x.pop(0)] * 100))
print(steps(list(range(50)), [lambda x: x.extend(range(7))] * 10))
print(steps(list(range(50)), [lambda x: x.extend([1, 2, 3])] * 10))
print(steps([], [lambda x: x.extend(i for i in range(3))] * 10))
print(steps([1, 2, 3], [lambda x: x.clear(), lambda x: x.append(1)]))
print(steps([1, 2, 3], [lambda x: x.__imul__(5)] * 3))
print(steps([1] * 20, [lambda x: x.__delitem__(slice(5, 15))]))
print(steps([1] * 20, [lambda x: x.__setitem__(slice(0, 0), [1] * 5)] * 5))
print(steps([1] * 20, [lambda x: x.remove(1)] * 20))
print(steps([3, 1, 2], [lambda x: x.sort(), lambda x: x.reverse(), lambda x: x.append(1)]))
print([room(x) for x in ([], [1], [1, 2], [1, 2, 3], list((1, 2, 3)), list('abc'), list(range(10)),
                         [0] * 10, [i for i in range(10)], [*range(10)], [1] + [2], [1, 2, 3][:2],
                         sorted([1, 2, 3]), list(x for x in range(10)), [1, 2].copy())])
x = []
total = 0
for i in range(10000):
    before = room(x)
    x.append(i)
    if room(x) != before:
        total += i
print(total, room(x), len(x))
x = list(range(1000))
while x:
    x.pop()
print(room(x))
x.append(1)
print(room(x))
