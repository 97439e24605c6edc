"""Generators as iterators (PEP 255)."""


def count(n):
    print('started')
    i = 0
    while i < n:
        yield i
        i += 1
    print('finished')


g = count(3)
print(iter(g) is g)
print(next(g), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print('stop', repr(stop.value), stop.args)
print(list(count(2)))
print([x * x for x in count(4)], sum(x for x in range(10)))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


first = []
for number in fib():
    if number > 100:
        break
    first.append(number)
print(first)
print(next(count(0), 'nothing'))
print(g.gi_frame, g.gi_running, g.gi_code.co_name, g.__name__, g.__qualname__)


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(5))))
print(any(x > 3 for x in range(5)), all(x > 3 for x in range(5)), max(x % 7 for x in range(20)))
