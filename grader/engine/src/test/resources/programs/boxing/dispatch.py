# what + does: both types are asked, the subclass first
log = []


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        log.append('%s.add' % type(self).__name__)
        if isinstance(other, (int, Number)):
            return Number(self.value + getattr(other, 'value', other))
        return NotImplemented

    def __radd__(self, other):
        log.append('%s.radd' % type(self).__name__)
        if isinstance(other, int):
            return Number(other + self.value)
        return NotImplemented

    def __repr__(self):
        return 'Number(%r)' % self.value


class Sub(Number):
    pass


class Own(Number):
    def __radd__(self, other):
        log.append('Own.radd')
        return 'own'


class Loud(int):
    def __add__(self, other):
        log.append('Loud.add')
        return int.__add__(self, other)

    def __radd__(self, other):
        log.append('Loud.radd')
        return 'loud %d' % other


class InPlace(Number):
    def __iadd__(self, other):
        log.append('iadd')
        self.value += other
        return self


def show(f):
    log.clear()
    try:
        result = f()
    except TypeError as e:
        result = e
    print(result, log)


show(lambda: Number(1) + 2)
show(lambda: 1 + Number(2))
show(lambda: Number(1) + Number(2))
show(lambda: Number(1) + 'x')
show(lambda: 'x' + Number(1))
show(lambda: [] + Number(1))
show(lambda: 1.5 + Number(1))
show(lambda: Number(1) + Sub(2))
show(lambda: Number(1) + Own(2))
show(lambda: Own(1) + Number(2))
show(lambda: Own(1) + Own(2))
show(lambda: 1 + Loud(2))
show(lambda: Loud(1) + 2)
show(lambda: Loud(1) + Loud(2))
show(lambda: 1.5 + Loud(2))
show(lambda: True + Loud(2))
show(lambda: sum([Number(1), Number(2)]))


def augmented(x):
    x += 5
    return x


show(lambda: augmented(InPlace(1)))
show(lambda: augmented(Number(1)))
show(lambda: augmented(Loud(1)))
n = Number(1)
n.__add__ = lambda other: 'instance'
show(lambda: n + 1)
show(lambda: n.__add__(1))
show(lambda: Number.__add__(n, 1))
show(lambda: int.__add__(1, 1.5))
show(lambda: (1).__add__('x'))


class NoRight:
    def __add__(self, other):
        return NotImplemented

    __radd__ = None


show(lambda: NoRight() + 1)
show(lambda: 1 + NoRight())


class Ordered:
    def __lt__(self, other):
        log.append('lt')
        return NotImplemented

    def __gt__(self, other):
        log.append('gt')
        return 'gt'

    def __eq__(self, other):
        log.append('eq')
        return NotImplemented


show(lambda: Ordered() < 1)
show(lambda: 1 < Ordered())
show(lambda: Ordered() == Ordered())
show(lambda: Ordered() != 1)
show(lambda: Ordered() <= 1)
for op in ('-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^', '@'):
    show(lambda: eval('Number(1) %s 1' % op))
print(divmod(7, 2), type(True + True).__name__, type(Loud(1) - 1).__name__, type(+Loud(1)).__name__)
