"""Which arguments count as ints, as sizes, as texts and as paths."""


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k))[:80].split(' at ')[0])
    except BaseException as e:
        print(type(e).__name__, e, e.args)


class P:

    def __fspath__(self):
        return 'p'


class I:

    def __index__(self):
        return 1


class L(list):
    pass
for s in ('1', b'1', bytearray(b'1'), memoryview(b'1'), 1, None, L(), 'a\x00', b'a\x00', [1]):
    t(compile, s, 'f', 'eval')
for f in ('f', b'f', bytearray(b'f'), 1, None, L(), P(), 'a\x00', b'a\xff', memoryview(b'x')):
    t(compile, '1', f, 'eval')
    try:
        print(ascii(compile('1', f, 'eval').co_filename))
    except Exception as e:
        print(e)
for m in ('eval', b'eval', 1, None, L(), 'x', 'exec\x00'):
    t(compile, '1', 'f', m)
for k in (dict(flags=1), dict(flags='x'), dict(flags=1.5), dict(flags=I()), dict(flags=2 ** 40), dict(dont_inherit='x'), dict(dont_inherit=1.5), dict(dont_inherit=I()), dict(optimize='x'), dict(optimize=2.0), dict(optimize=7), dict(optimize=-2), dict(optimize=2 ** 40), dict(flags=-1), dict(flags=1 << 20)):
    t(lambda: compile('1', 'f', 'eval', **k))


class K:

    def __index__(self):
        return 65


class N:

    def __int__(self):
        return 66
for f in (chr,
    lambda x: 'abc'.find('c', x),
    lambda x: 'a'.center(x),
    lambda x: [1, 2].pop(x),
    lambda x: 'a b c'.split(None, x),
    lambda x: 'a'.replace('a', 'b', x),
    lambda x: b'a'.replace(b'a', b'b', x),
    lambda x: sum([], x),
    lambda x: [].insert(x, 1),
    lambda x: round(1.5, x),
    lambda x: 'a\tb'.expandtabs(x),
    lambda x: 'a'.splitlines(x),
    lambda x: [2, 1].sort(reverse=x),
    lambda x: sorted([2, 1], reverse=x),
    lambda x: enumerate([], x),
    lambda x: 1 .to_bytes(2, 'big', signed=x),
    lambda x: int('1', x),
    lambda x: bytes(x),
    lambda x: bytearray(b'ab').pop(x),
    lambda x: bytearray(b'').append(x),
    lambda x: bytearray().insert(x, 1),
    lambda x: 'a'.zfill(x),
    lambda x: 'a'.ljust(x, 'b'),
    lambda x: b'a'.center(x),
    lambda x: b'a b'.split(None, x),
    lambda x: range(x),
    lambda x: __import__('sys').setrecursionlimit(x),
    lambda x: '%c' % x,
    lambda x: '%*d' % (x, 1),
    lambda x: '{:{}}'.format(1, x),
    lambda x: [1] * x,
    lambda x: 'a'[x],
    lambda x: bin(x),
    lambda x: divmod(5, x),
    lambda x: b'abc'.find(x),
    lambda x: x in b'abc',
    lambda x: b'abc'.count(x),
    lambda x: bytearray(b'abc').remove(x),
    lambda x: bytes([x]),
    lambda x: b''.join([x])):
    for v in (K(), N(), 1.0, 'x', None, 2 ** 70, -2 ** 70, True):
        t(f, v)
