# One place gets or sets an attribute of owners that change under it.
class A:
    def __init__(self, **names):
        for name, value in names.items():
            setattr(self, name, value)

    def method(self):
        return 'method of A'


class B(A):
    def method(self):
        return 'method of B'


class Slotted:
    __slots__ = ('x', '__dict__')


def get(owner):
    return owner.x


def put(owner, value):
    owner.x = value


def call(owner):
    return owner.method()


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def warm(owner):
    for turn in range(300):
        put(owner, turn)
        get(owner)
        call(owner)


first, second = A(x=1, y=2), A(y=3, x=4)
warm(first)
print(get(first), get(second))
third = A(a=1, b=2, c=3, x=4)
print(get(third), [get(owner) for owner in (first, second, third) * 2])

# Deleted, set again in another order, in dicts that grow, shrink and are other dicts.
del first.x
print(attempt(get, first))
first.x = 'again'
print(get(first), list(vars(first)))
for number in range(40):
    setattr(second, 'n%d' % number, number)
    put(second, number)
    assert get(second) == number and vars(second)['x'] == number
print(get(second), len(vars(second)))
second.__dict__ = {'x': 'in another dict'}
print(get(second), attempt(put, second, 5), second.__dict__)
second.__dict__ = {'w': 0, 'x': 'second entry'}
print(get(second))
second.__dict__ = {1: 0, 'x': 'beside an int'}
print(get(second), attempt(put, second, 6), second.__dict__)
second.__dict__.clear()
print(attempt(get, second))


class Name(str):
    pass


second.__dict__ = {Name('x'): 'of a derived str'}
print(get(second), attempt(put, second, 7), second.__dict__)

# The class changes: data and other descriptors come and go, and so do its methods.
owner = A(x='own')
warm(owner)
owner.x = 'own'
A.x = property(lambda self: 'property', lambda self, value: print('setting', value))
print(get(owner), put(owner, 8))
del A.x
print(get(owner), put(owner, 9), get(owner))
A.x = 'of the class'
print(get(owner), attempt(get, A(y=1)))
del owner.x
print(get(owner))
del A.x
print(attempt(get, owner))
owner.method = lambda: 'own method'
print(call(owner), call(A()))
del owner.method
A.method = lambda self: 'new method'
print(call(owner), call(B()))
B.method = 5
print(attempt(call, B()))
del B.method
print(call(B()))
A.__getattr__ = lambda self, name: 'asked for ' + name
print(get(owner), get(A(x=1)))
del A.__getattr__
print(attempt(get, owner))
A.__getattribute__ = lambda self, name: 'always ' + name
print(get(A(x=1)))
del A.__getattribute__
A.__setattr__ = lambda self, name, value: print('set', name, value)
put(owner, 10)
del A.__setattr__
put(owner, 11)
print(get(owner))

# The owner's class changes, or it is no instance of a class with a dict at all.
owner.__class__ = B
print(get(owner), call(owner))
slotted = Slotted()
slotted.x = 'in a slot'
print(get(slotted), put(slotted, 12), get(slotted), vars(slotted))
for odd in (5, None, 'text', A, len, [1]):
    print(attempt(get, odd), attempt(put, odd, 1))
del A.x
for turn in range(100):
    kind = type('Made', (), {'x': turn} if turn % 3 else {})
    made = kind()
    if turn % 2:
        made.x = -turn
    assert attempt(get, made) == (-turn if turn % 2 else turn if turn % 3 else attempt(get, made))
    del made, kind
print(attempt(get, object()))
