"""What sum() adds, and as what."""
import sys


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(self.value + getattr(other, 'value', other))

    def __radd__(self, other):
        return Number(other + self.value)

    def __repr__(self):
        return 'Number(%r)' % self.value


class Int(int):
    def __add__(self, other):
        return 'added'


def show(*args):
    try:
        result = sum(*args)
        print(type(result).__name__, repr(result))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


show([])
show([1, 2, 3])
show([1, 2], 10)
show([True, False, True])
show([2**62, 2**62])
show([2**62, 2**62, 1, -2**63])
show([-2**63, -1])
show([2**63 - 1, 1])
show([2**31] * 5, 2**70)
show([1, 2.5, 3])
show([0.1] * 10)
show([0.1, 2**80, 0.2])
show([0.5, Number(1), 2])
show([1, 2**100, 3, 0.5])
show([1, Number(2), 3])
show([Number(1)])
show([1, Int(5)])
show([Int(5), 1])
show([1], Int(5))
show([1, 'a'])
show([0.5, 'a'])
show([[1], [2]], [])
show(['a'], '')
show([b'a'], b'')
show([bytearray(b'a')], bytearray())
show([(1,), (2,)], ())
show([1j, 2])
show(None)
show()
show([], 1, 2)


def broken():
    yield 1
    yield 2
    raise ValueError('broken')


show(broken())
start = [1.5]
show(broken(), start[0])
item = 10**6
before = sys.getrefcount(item)
sum([item] * 5)
sum([item, 0.5, item])
sum([2**62, 2**62, item])
try:
    sum([item, 'a'])
except TypeError:
    pass
print(sys.getrefcount(item) - before)
