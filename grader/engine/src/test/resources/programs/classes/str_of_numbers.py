"""int, float and complex have a __str__ of their own, which goes before a __repr__ that comes earlier."""


class Shown:
    def __repr__(self):
        return 'shown'


class Whole(Shown, int):
    pass


print(str(Whole(3)), repr(Whole(3)), '%s %r' % (Whole(4), Whole(5)))
for type_ in (int, float, complex, bool, str, list, object, type, KeyError):
    print(type_.__name__, '__str__' in type_.__dict__)
