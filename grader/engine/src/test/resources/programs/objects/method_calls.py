"""Methods that are called as soon as they are got."""
import sys


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
        return sys.getrefcount(self), sys.getrefcount(item)

    def fail(self):
        self.items.missing(1)


class Shadowed:
    def name(self):
        return 'of the class'


class Unhashable:
    __hash__ = None


class Looks:
    """Looks, while a native method compares it, at a method that is made meanwhile."""
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        first = self.target.append
        second = self.target.append
        return first is not second and id(first) != id(second)

    def __hash__(self):
        return 7


def calls(n):
    stack = Stack()
    counts = set()
    for i in range(n):
        item = [i]
        counts.add(stack.push(item))
        counts.add(sys.getrefcount(stack))
    return sorted(map(str, counts)), len(stack.items)


def shadowing():
    one = Shadowed()
    seen = [one.name()]
    one.name = lambda: 'of the object'
    seen.append(one.name())
    del one.name
    seen.append(one.name())
    Shadowed.name = lambda self, by='nobody': 'changed by ' + by
    seen.append(one.name())
    seen.append(one.name('us'))
    one.__class__ = Stack
    try:
        one.name()
    except AttributeError as error:
        seen.append(str(error))
    return seen


def errors():
    items, text = [1], 'a'
    for call in range(12):
        try:
            if call == 0:
                items.append()
            elif call == 1:
                items.append(1, 2)
            elif call == 2:
                text.upper(1)
            elif call == 3:
                {}.get(Unhashable())
            elif call == 4:
                Stack().fail()
            elif call == 5:
                Stack().push()
            elif call == 6:
                Stack().push(1, 2)
            elif call == 7:
                items.pop(9)
            elif call == 8:
                items.index(5)
            elif call == 9:
                None.anything()
            elif call == 10:
                items.nothing(text)
            else:
                text.join(items)
        except (AttributeError, IndexError, TypeError, ValueError) as error:
            print(call, type(error).__name__, error)
    return sys.getrefcount(items), len(items)


def inside():
    keys = {Looks([]): 1}
    return keys.get(Looks([])), [Looks([])].count(Looks([])), [Looks([])].index(8)


def ended():
    class Last:
        def __del__(self):
            print('gone')

        def me(self):
            print('called')

        def drop(self):
            Last.drop = None
            return 'dropped'
    Last().me()
    print(Last().drop())
    words = 'some words here'.split(' ')
    return words, ' '.join(words), words.sort(), words


for round in range(3):
    print(calls(40))
print(shadowing())
print(errors())
print(inside())
print(ended())
