# Each function runs often enough to be translated, and meets late what it did not meet before.
import sys

N = 3000


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        if other is None:
            raise ValueError('nothing to add')
        return Money(self.amount + (other.amount if isinstance(other, Money) else other))

    def __bool__(self):
        return self.amount > 0

    def __eq__(self, other):
        return isinstance(other, Money) and self.amount == other.amount

    def __getattr__(self, name):
        return name.upper()


def add(a, b):
    return a + b


def late_types():
    for i in range(N):
        add(i, i)
    for pair in (1.5, 2), ('a', 'b'), ([1], [2]), (Money(1), Money(2)), (2 ** 70, -1), (True, 1), (1j, 2):
        result = add(*pair)
        print(getattr(result, 'amount', result))
    for pair in (1, 'a'), (Money(1), None), ([], 1):
        try:
            add(*pair)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


def unbound(n):
    for i in range(n):
        if i < n - 1:
            value = i
            del value
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


def ways_out(n):
    seen = []
    for i in range(n):
        try:
            if i % 3 == 0:
                continue
            if i == n - 2:
                break
            seen.append(i)
        finally:
            seen.append(-i)
    else:
        seen.append(10000)
    for i in range(n):
        for j in range(n):
            if i * j == 35:
                return len(seen), sum(seen), i, j


class Manager:
    def __init__(self):
        self.exits = []

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.exits.append(kind)
        return kind is KeyError


def managed(n):
    manager = Manager()
    for i in range(n):
        with manager:
            if i % 1000 == 7:
                raise KeyError(i)
    return len(manager.exits), manager.exits.count(KeyError)


def counts():
    x = object()
    base = sys.getrefcount(x)
    seen = set()
    for i in range(N):
        y = x
        seen.add(sys.getrefcount(x) - base)
        z = (x, x)
        seen.add(sys.getrefcount(x) - base)
        seen.add([x, sys.getrefcount(x) - base, x][1])
        del z
    return sorted(seen)


def caller_sees(n):
    for i in range(n):
        last = callee(i)
    return last


def callee(i):
    frame = sys._getframe(1)
    return frame.f_locals['i'], frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals)


def swaps(n):
    a, b, c = [1], [2], [3]
    for i in range(n):
        a, b = b, a
        a, b, c = c, a, b
        a[0], b[0] = b[0], a[0]
    return a, b, c


def conditions(n):
    hits = 0
    for i in range(n):
        value = i % 5 and Money(i % 3) or 'none'
        if value and not i & 1 or value == 'none':
            hits += 1
        if (Money(i % 2) if i % 7 else '') and i in {1: 0, 22: 0} or 'x' not in {'x': 1}:
            hits += 100
        hits += 10 if 1 < i % 9 <= 4 else 0
        if value is None or (i, 1) == (7, 1):
            hits += 1000
    return hits, type(value).__name__


def generator(n):
    total = 0
    for i in range(n):
        got = yield total
        if got == 'raise':
            raise LookupError('asked for')
        total += got or 1
    return 'done'


def driven():
    g = generator(N)
    next(g)
    for i in range(N - 2):
        last = g.send(i)
    print(last)
    try:
        g.send('raise')
    except LookupError as error:
        print(error)
    print(list(generator(3)), sum(generator(N)))

    def outer():
        result = yield from generator(N)
        yield result

    print(list(outer())[-2:])
    g = generator(5)
    next(g)
    print(g.throw(KeyError) if False else g.close())


def attributes(n):
    m = Money(0)
    for i in range(n):
        m.amount += 2
        m.amount = m.amount - 1
        if i == n // 2:
            Money.extra = property(lambda self: -self.amount)
    return m.amount, m.extra, m.missing


class Loud:
    def __del__(self):
        log.append(sys._getframe(1).f_code.co_name)


def forgets(n):
    for i in range(n):
        x = Loud() if i == n - 1 else i
    x = None
    d = {1: Loud()}
    d[1] = 2
    [Loud()][0]
    return log


def grows(n):
    text = ''
    for i in range(n):
        text += 'ab'
        text = text + 'c'
    same = text
    text += 'x'
    return len(text), len(same), text[-3:], text[n], same[-1]


def renamed(n):
    global N
    found = set()
    for i in range(n):
        if i == n - 2:
            N = 'changed'
        if i == n - 1:
            import builtins
            builtins.later = 'new'
        found.add(N)
    return sorted(map(str, found)), later


log = []
late_types()
print(unbound(N))
print(ways_out(200))
print(managed(N))
print(counts())
print(caller_sees(N))
print(swaps(N))
print(*conditions(N))
driven()
print(attributes(N))
print(forgets(N))
print(grows(N))
print(renamed(N))
