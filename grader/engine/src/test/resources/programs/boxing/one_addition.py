# What one addition does, counted step by step: who is asked, in which order, and what is made.
import dis
import sys
from ctypes import Structure, c_ssize_t, c_uint32, c_void_p


class LongObject(Structure):
    _fields_ = [('ob_refcnt', c_ssize_t), ('ob_type', c_void_p), ('ob_size', c_ssize_t), ('ob_digit', c_uint32 * 1)]


class FloatObject(Structure):
    _fields_ = [('ob_refcnt', c_ssize_t), ('ob_type', c_void_p)]


steps = []


def counted(expression, **names):
    del steps[:]
    try:
        result = eval(expression, {'__builtins__': {}}, names)
    except TypeError as error:
        result = error
    print('%-12s %-10s %d steps: %s' % (expression, result, len(steps), ', '.join(steps) or 'none of ours'))


print('-- one instruction, whatever the types')
print([i.opname for i in dis.get_instructions(lambda a, b: a + b)])

print('-- 1. the type of each operand is looked up through ob_type')
x, y = 1000, 2000
boxes = [LongObject.from_address(id(n)) for n in (x, y)]
print([box.ob_type == id(int) for box in boxes])
print('-- 2. the values are taken out of their boxes')
values = [box.ob_digit[0] for box in boxes]
print(values)
print('-- 3. the machine adds')
raw = values[0] + values[1]
print(raw)
print('-- 4. the sum gets a box of its own')
z = x + y
box = LongObject.from_address(id(z))
print(box.ob_digit[0], box.ob_type == id(int), z is not x and z is not y, sys.getsizeof(z))

print('-- a sum from -5 to 256 has its box already')
one, two = int('1'), int('2')
before = LongObject.from_address(id(3)).ob_refcnt
three = one + two
print(three is 3, LongObject.from_address(id(3)).ob_refcnt - before)
big = int('256')
print(big + 0 is big, big + 1 is big + 1, (big + 1) - 1 is big)

print('-- the operands are borrowed while it runs: no count changes for good')
counts = [box.ob_refcnt for box in boxes]
for _ in range(100):
    x + y
print([box.ob_refcnt for box in boxes] == counts)


class Meters:
    def __init__(self, value):
        steps.append('Meters()')
        self.value = value

    def __add__(self, other):
        steps.append('Meters.__add__')
        if isinstance(other, Meters):
            return Meters(self.value + other.value)
        return NotImplemented

    def __radd__(self, other):
        steps.append('Meters.__radd__')
        if other == 0:
            return self
        return NotImplemented

    def __str__(self):
        return '%sm' % self.value


class Feet(Meters):
    def __radd__(self, other):
        steps.append('Feet.__radd__')
        return Meters(other.value + self.value * 0.25)


print('-- a class of our own: each step is Python code')
a, b, f = Meters(1), Meters(2), Feet(4)
counted('a + b', a=a, b=b)
print('-- the other type gets its turn when the first says NotImplemented')
counted('a + 5', a=a)
counted('5 + a', a=a)
counted('0 + a', a=a)
counted('a + "x"', a=a)
print('-- a subclass on the right that has __radd__ is asked first')
counted('a + f', a=a, f=f)
counted('f + a', a=a, f=f)
print('-- two of one type: __radd__ is not tried')


class Never:
    def __add__(self, other):
        steps.append('Never.__add__')
        return NotImplemented

    def __radd__(self, other):
        steps.append('Never.__radd__')
        return NotImplemented


class Also(Never):
    pass


counted('n + m', n=Never(), m=Never())
counted('n + m', n=Never(), m=Also())
counted('n + 1', n=Never())
counted('1 + n', n=Never())
print('-- += asks __iadd__ before')


class Pile:
    def __init__(self):
        self.items = []

    def __iadd__(self, other):
        steps.append('Pile.__iadd__')
        if other is None:
            return NotImplemented
        self.items.append(other)
        return self

    def __add__(self, other):
        steps.append('Pile.__add__')
        return 'a sum'


del steps[:]
pile = same = Pile()
pile += 1
print(pile is same, pile.items, steps)
del steps[:]
pile += None
print(pile, steps)

print('-- special methods are looked up on the type, never on the object')
a.__add__ = lambda other: 'never called'
counted('a + b', a=a, b=b)


class Slots(type):
    def __add__(cls, other):
        steps.append('Slots.__add__')
        return cls.__name__ + ' and ' + other.__name__


class Left(metaclass=Slots):
    pass


counted('Left + Left', Left=Left)
print('-- a method set on the class later fills the slot at once')


class Bare:
    pass


counted('bare + 1', bare=Bare())
Bare.__add__ = lambda self, other: steps.append('late') or 'found'
counted('bare + 1', bare=Bare())
del Bare.__add__
counted('bare + 1', bare=Bare())

print('-- int + float: the int says NotImplemented, the float unboxes both')
print(int.__add__(1, 2.5), float.__radd__(2.5, 1), 1 + 2.5, type(True + 1).__name__, type(1 + True) is int)
print(int.__add__(True, True), (2).__add__(3), int.__radd__(2, 3), object.__dict__.get('__add__'))
mixed = [(l, r) for l in (1, 1.5, 1j, True) for r in (1, 1.5, 1j, True)]
print([type(l + r).__name__ for l, r in mixed])
for wrong in ((1, 'a'), ('a', 1), ([], ()), (None, 1), (1, None), (b'', ''), ({}, {}), (len, 1)):
    try:
        wrong[0] + wrong[1]
    except TypeError as error:
        print(error)
