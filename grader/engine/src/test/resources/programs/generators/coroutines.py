"""Generators as coroutines (PEP 342, 380)."""


def averager():
    total, n = 0.0, 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, n
        total += value
        n += 1
        average = total / n


a = averager()
try:
    a.send(1)
except TypeError as e:
    print(e)
print(next(a), a.send(10), a.send(20), a.send(6))
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)


def delegate(results):
    while True:
        results.append((yield from averager()))


results = []
d = delegate(results)
next(d)
for values in [(1, 2, 3), (10, 20)]:
    for value in values:
        d.send(value)
    d.send(None)
print(results, d.gi_yieldfrom.__name__)
d.close()


def careful():
    try:
        while True:
            try:
                x = yield
                print('got', x)
            except ValueError as e:
                print('caught', repr(e))
    finally:
        print('cleaned up')


c = careful()
next(c)
c.send(1)
c.throw(ValueError, 'bad')
c.throw(ValueError('worse'))
c.send(2)
c.close()
c.close()
try:
    c.throw(KeyError('k'))
except KeyError as e:
    print('outside', e)


def stubborn():
    for attempt in range(2):
        try:
            yield 1
        except GeneratorExit:
            pass


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def returns():
    x = yield 1
    return x * 2


def outer():
    r = yield from returns()
    print('inner returned', r)
    r = yield from [10, 20]
    print('list returned', r)
    return 'done'


o = outer()
print(next(o), o.send(21), next(o))
try:
    next(o)
except StopIteration as e:
    print(e.value)


def running():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield


me = running()
next(me)


def dies():
    try:
        yield 1
    finally:
        print('finalised')


x = dies()
next(x)
del x
print('end')
