# Text that stays as it was is the same object; a part of it is a new one.


class Text(str):
    pass


class Data(bytes):
    pass


def same(whole, parts):
    return [part is whole for part in parts]


def kinds(parts):
    return [type(part).__name__ for part in parts]


for kind in (str, Text):
    s = kind('abc')
    for separator in (None, ',', 'much longer', '\u20ac'):
        print(repr(separator), same(s, s.split(separator)), same(s, s.rsplit(separator)), kinds(s.split(separator)),
              same(s, s.split(separator, 0)), same(s, s.rsplit(separator, 0)))
        if separator:
            print(same(s, s.partition(separator)), same(s, s.rpartition(separator)), kinds(s.partition(separator)))
    print(same(s, s.splitlines()), same(s, s.splitlines(True)), kinds(s.splitlines()))
    separator = kind(', ')
    parts = kind('a, b').partition(separator)
    print(parts, kinds(parts), parts[1] is separator, kind('a, b').rpartition(separator)[1] is separator)
    print(same(s, [s.strip(), s.strip('x'), s.expandtabs(), s.zfill(2), s.center(3), s.ljust(1), s.replace('x', 'y'), s[:],
                   str(s), s * 1, s + '', '' + s]))
    print(kinds([s.strip(), s.expandtabs(), s.zfill(2), s.center(3), s.replace('x', 'y'), s[:], str(s), s * 1, s + '']))
for kind in (bytes, Data, bytearray):
    b = kind(b'abc')
    for separator in (None, b',', b'much longer'):
        print(separator, same(b, b.split(separator)), same(b, b.rsplit(separator)), kinds(b.split(separator)),
              same(b, b.split(separator, 0)), same(b, b.rsplit(separator, 0)))
        if separator:
            print(same(b, b.partition(separator)), same(b, b.rpartition(separator)), kinds(b.partition(separator)))
    print(same(b, b.splitlines()), kinds(b.splitlines()))
    for separator in (bytes(b'b'), bytearray(b'b'), memoryview(b'b')):
        parts = b.partition(separator)
        print(kinds(parts), parts[1] is separator)
n = 10 ** 20
print(+n is n, abs(n) is n, abs(-n) is n, int(n) is n, round(n) is n, type(abs(True)).__name__)


def room(items):
    return (items.__sizeof__() - [].__sizeof__()) // 8


for count in (0, 1, 5, 12, 13, 40):
    words = 'ab ' * count
    print([room(made) for made in (words.split(), words.rsplit(' '), words.split(None, 3), words.split(' ', 20),
                                   words.encode().split(), words.replace(' ', '\n').splitlines(),
                                   memoryview(bytes(count)).tolist())])
    first, *rest = range(count + 1)
    first, *middle, last = (i for i in range(count + 2))
    print(len(rest), room(rest), len(middle), room(middle))


def wrong(unpack, source):
    try:
        unpack(source)
    except (ValueError, TypeError, ZeroDivisionError) as error:
        print(error)


def two(source):
    a, b = source


def starred(source):
    a, *b, c = source


def fails():
    yield 1
    1 / 0


for source in ((), (1,), (1, 2, 3), [1], {1, 2, 3}, 'x', '', iter([1, 2, 3]), 5, fails()):
    wrong(two, source)
for source in ((), (1,), [1], 'x', '', iter([1]), 5, None, fails()):
    wrong(starred, source)
taken = iter(range(10))
wrong(two, taken)
print(next(taken))
