"""Where the doc string of a property comes from, and what copying one keeps."""


class Sub(property):
    """Sub's own"""


def getter(self):
    """the getter's"""
    return 1


def other(self):
    """the other's"""
    return 2


def silent(self):
    return 3


for kind in property, Sub:
    for made in kind(getter), kind(getter, doc='given'), kind(silent), kind(doc='alone'), kind(getter, doc=None):
        print(kind.__name__, made.__doc__, '|', made.getter(other).__doc__, '|', made.setter(other).__doc__)

silent.__isabstractmethod__ = True
print(property(silent).__isabstractmethod__, property(getter).__isabstractmethod__)
print(property(getter, silent).__isabstractmethod__)


class WithTrouble:
    __eq__ = property(lambda self: 1 / 0)


print(WithTrouble() == WithTrouble())
