# Which items list.sort() compares, and when: every comparison goes into a checksum.
class Item:
    def __init__(self, value, place):
        self.value, self.place = value, place

    def __lt__(self, other):
        global calls, checksum
        calls += 1
        checksum = (checksum * 31 + self.place * 7 + other.place) % 1000000007
        return self.value < other.value


seed = 12345


def random(limit):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % limit


def show(name, values, **how):
    global calls, checksum
    calls = checksum = 0
    items = [Item(value, place) for place, value in enumerate(values)]
    items.sort(**how)
    order = 0
    for item in items:
        order = (order * 31 + item.place) % 1000000007
    print(name, len(values), calls, checksum, order)


for size in list(range(0, 9)) + [31, 32, 33, 63, 64, 65, 127, 128, 200, 1000, 3000]:
    show('random', [random(1 << 20) for _ in range(size)])
    show('few', [random(5) for _ in range(size)])
    show('up', list(range(size)))
    show('down', list(range(size, 0, -1)))
    show('equal', [1] * size)
    show('saw', [place % 37 for place in range(size)])
    show('down saw', [-(place % 37) for place in range(size)])
    show('reversed', [random(50) for _ in range(size)], reverse=True)
    show('nearly', [place if place % 100 else random(size + 1) for place in range(size)])
    show('halves', list(range(size // 2)) + list(range(size - size // 2)))
    show('far halves', list(range(size, 2 * size)) + list(range(size)))
    show('blocks', [random(10) * 1000 + place % 90 for place in range(size)])
    show('late', list(range(size)) + [random(size + 1) for _ in range(10)])
    show('early', [random(size + 1) for _ in range(10)] + list(range(size)))
    show('lengths', [value for run in range(size // 20) for value in range(random(40))])

# A key is compared instead, and moves its item along.
calls = checksum = 0
words = [str(random(10000)) for _ in range(300)]
words.sort(key=lambda word: Item(len(word), int(word)))
print(calls, checksum, words[:5], words[-5:])


# A comparison that always says yes, one that is random, and one that fails on the way.
class Yes(Item):
    def __lt__(self, other):
        Item.__lt__(self, other)
        return True


class Moody(Item):
    def __lt__(self, other):
        Item.__lt__(self, other)
        return random(2)


class Tired(Item):
    def __lt__(self, other):
        if calls == limit:
            raise ValueError('tired after %d' % calls)
        return Item.__lt__(self, other)


for kind in Yes, Moody:
    for size in 10, 100, 700:
        calls = checksum = 0
        items = [kind(0, place) for place in range(size)]
        items.sort()
        print(kind.__name__, calls, checksum, sum(item.place * at for at, item in enumerate(items)))
for limit in 0, 5, 60, 300, 900, 1500, 2100, 2600, 3000:
    calls = checksum = 0
    items = [Tired(random(900), place) for place in range(450)]
    try:
        items.sort()
    except ValueError as error:
        print(error, end=' ')
    print(checksum, sum(item.place * at for at, item in enumerate(items)),
          sorted(item.place for item in items) == list(range(450)))

# Tuples, lists and mixtures of what can be compared without asking anybody.
pairs = [(random(20), str(random(9))) for _ in range(200)]
print(sorted(pairs)[:4], sorted(pairs, reverse=True)[:4])
print(sorted([(1, 2), (1,), (), (0, 9), (1, 1.5), (1, True), (1, 2, None)]))
for odd in [(1, 'a'), (1, None)], [(1, 2j), (1, 3j)], [(None,), (None,)], [(float('nan'),)] * 3:
    try:
        print(sorted(odd))
    except TypeError as error:
        print(error)
nan = float('nan')
print((nan,) == (nan,), (nan, 1) < (nan, 2), (nan,) < (float('nan'),), (1, nan) == (1, float('nan')))
print((1, 2) < (1, 2.5), (1, 2) < (True, 3), ('a', 1) < ('b', 0), ((1, 2), 3) < ((1, 2), 4))
print([(1, 2) < other for other in [(1, 2), (1, 3), (1,), (2,), ()]])
print([(1, 2) >= other for other in [(1, 2), (1, 3), (1,), (2,), ()]])
print((10 ** 30, 1) < (10 ** 30, 2), (10 ** 30,) > (10 ** 29,), (1, 2) != (1, 2), (1, 2) != (1,))
