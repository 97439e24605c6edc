# A generator as an iterator: nothing runs before it is asked, and it runs to the next yield only (PEP 255).
import sys

log = []


def numbers(limit):
    log.append('start')
    try:
        for number in range(limit):
            log.append('make %d' % number)
            yield number
            log.append('back after %d' % number)
        log.append('end')
    finally:
        log.append('finally')


def told():
    said, log[:] = list(log), []
    return said


print('-- calling the function runs none of it')
g = numbers(2)
print(type(g).__name__, told())
print('-- each next runs to the next yield')
print(next(g), told())
print(g.__next__(), told())
try:
    next(g)
except StopIteration as stop:
    print('StopIteration', stop.args, stop.value, told())
for attempt in range(2):
    try:
        next(g)
    except StopIteration as stop:
        print('finished stays finished', stop.args, told())
print(next(g, 'a default'), told())

print('-- for asks iter, then next until StopIteration')
g = numbers(3)
print(iter(g) is g, g.__iter__() is g, hasattr(g, '__next__'), hasattr(g, '__len__'))
for number in g:
    log.append('body %d' % number)
    if number == 1:
        break
else:
    print('not reached')
print(told())
print('-- it goes on where the loop left it')
print(list(g), told())
print(list(g), told())

print('-- a loop that breaks leaves it suspended; who holds it last ends it')
for number in numbers(3):
    break
print(told())


print('-- what a class with __iter__ and __next__ has to remember itself')


class Countdown:
    def __init__(self, start):
        self.at = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.at == 0:
            raise StopIteration
        self.at -= 1
        return self.at + 1


def countdown(start):
    while start:
        yield start
        start -= 1


print(list(Countdown(4)), list(countdown(4)))

print('-- a pipeline holds one item at a time')


def traced(name, items):
    for item in items:
        log.append(name + str(item))
        yield item


def pairs():
    last = None
    for item in traced('b', (x * x for x in traced('a', range(4)))):
        if last is not None:
            yield last, item
        last = item


print([pair for pair in pairs()], told())


def primes():
    found = []
    candidate = 2
    while True:
        if all(candidate % prime for prime in found if prime * prime <= candidate):
            found.append(candidate)
            yield candidate
        candidate += 1


def take(count, items):
    for at, item in enumerate(items):
        if at == count:
            return
        yield item


print(list(take(12, primes())))
print(dict(zip('abc', primes())), max(take(30, primes())), sum(take(10, primes())))
print(3 in primes(), 91 in take(40, primes()))
first, second, *rest = take(5, primes())
print(first, second, rest)

print('-- generator expressions: the first iterable now, the rest later')
source = [1, 2, 3]
factor = 10
scaled = (x * factor for x in source)
source = None
factor = 100
print(list(scaled))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
late = (y for x in [1] for y in x)
try:
    next(late)
except TypeError as error:
    print(error)
print(list(late), late.__name__, late.__qualname__)
nested = ((x, y) for x in range(3) for y in range(x) if x + y != 3)
print(list(nested), type(nested).__name__)

print('-- return ends it; its value rides in StopIteration')


def returns(value):
    yield 1
    return value


for value in (None, 0, 'text', (1, 2), StopIteration(7)):
    g = returns(value)
    next(g)
    try:
        next(g)
    except StopIteration as stop:
        print(repr(stop), stop.args, repr(stop.value))

print('-- in 3.6 a StopIteration raised inside ends it too (PEP 479 came with 3.7)')


def leaks():
    yield 1
    raise StopIteration('early')


print(list(leaks()))


def unbound():
    yield missing


try:
    list(unbound())
except NameError as error:
    print(error)
g = numbers(1)
print(sys.getsizeof(g) - sys.getsizeof(numbers(5)), bool(g), callable(g))
for wrong in (lambda: len(g), lambda: g[0], lambda: g + g, lambda: next(5), lambda: iter(5), lambda: next(g, 1, 2),
              lambda: type(g)(), lambda: g.__next__(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
