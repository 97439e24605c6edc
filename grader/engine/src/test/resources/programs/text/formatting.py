"""Formatting of every kind, and bytes."""


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for spec in ('', '5', '<5', '>5', '^5', '*^7', '05', '+', ' ', ',', '_', 'd', 'b', '#b', 'o', '#o', 'x', '#x', 'X', '#X', 'c', 'e', 'f', '.2f', 'g', '%', '=+6', '010,', 'n', '#010x', '_b'):
    print(repr(format(77, spec)), end=' ')
print()
for spec in ('', '10', '<10', '^10.2f', 'e', '.0e', '.3e', 'E', 'f', '.0f', '#.0f', 'g', '.3g', '#g', 'G', '%', '.1%', '+.1f', ' .1f', ',.2f', '012.3f', '.10', '.2', 'n', '_', 'F'):
    print(repr(format(1234.5678, spec)), repr(format(-0.00001234, spec)), end=' ')
print()
for spec in ('', 's', '6', '<6', '>6', '^6', '.2', '-^8.3s'):
    print(repr(format('abcd', spec)), end=' ')
print()
print(format(float('inf'), '05'), format(float('nan'), 'f'), format(float('-inf'), '%'), format(True, 'd'), format(None, ''), format(0.0, 'g'), format(-0.0, 'f'), format(1e100, '.3f')[:12], format(12345678901234567890, ',d'), format(3, '.1f'), format(1e-7, 'g'), format(0.5, '.0f'), format(1.5, '.0f'))
attempt(lambda: format(1, '.2')); attempt(lambda: format('a', 'd')); attempt(lambda: format(1.5, 'd')); attempt(lambda: format(1, 's')); attempt(lambda: format('a', '+')); attempt(lambda: format('a', '=5')); attempt(lambda: format([], '5')); attempt(lambda: format(1, 'q5')); attempt(lambda: format(1, '.')); attempt(lambda: format('a', '#')); attempt(lambda: format(1, ',x')); attempt(lambda: format(1, 5)); attempt(lambda: '{:d}'.format('x'))
print('%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%i|%u' % (42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 3, 4))
print('%f|%.2f|%10.3f|%-10.1f|%e|%.1E|%g|%G|%+.1f|%010.2f' % (1.5, 2.345, 3.14159, 2.5, 12345.6789, 0.00012, 1e-10, 1e20, 1.0, -3.14159))
print('%s %r %a %c %c %% %10s|%-10s|%.3s' % ('s', 'r', 'é', 'x', 65, 'right', 'left', 'truncate'), '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%(a)s-%(b)05d' % {'a': 1, 'b': 2}, '%d' % 3.9, '%s' % None, '%s' % (1,), '%s' % [1, 2])
attempt(lambda: '%d' % '1'); attempt(lambda: '%x' % 1.5); attempt(lambda: '%c' % 'ab'); attempt(lambda: '%c' % 0x110000); attempt(lambda: '%z' % 1); attempt(lambda: '%' % ()); attempt(lambda: '%s' % ()); attempt(lambda: '%(a)s' % 1); attempt(lambda: '%(a' % {}); attempt(lambda: '%(k)s' % {}); attempt(lambda: '%*d' % ('a', 1)); attempt(lambda: '%f' % 'x'); attempt(lambda: '%d %d' % (1,)); attempt(lambda: 'x' % 1); attempt(lambda: 'x' % {})
print('{}{}'.format(1, 2), '{1}{0}'.format(1, 2), '{a.real}{b[0]}{c[k]}'.format(a=1, b=[2], c={'k': 3}), '{:{w}.{p}f}|{!s:>4}|{!a}'.format(3.14159, 'ab', 'é', w=8, p=2), '{0!r:^7}'.format('x'), '{{{}}}'.format(5))
attempt(lambda: '{'.format()); attempt(lambda: '}'.format()); attempt(lambda: '{}{0}'.format(1)); attempt(lambda: '{0}{}'.format(1)); attempt(lambda: '{2}'.format(1)); attempt(lambda: '{x}'.format()); attempt(lambda: '{!z}'.format(1)); attempt(lambda: '{!}'.format(1)); attempt(lambda: '{!rx}'.format(1)); attempt(lambda: '{a'.format(a=1)); attempt(lambda: '{0[}'.format([1])); attempt(lambda: '{0.}'.format(1)); attempt(lambda: '{0[0]}{0[x]}'.format({'x': 2, 0: 1})); attempt(lambda: '{:{:{}}}'.format(1, 2, 3))


class F:
    def __format__(self, spec):
        return 'F<' + spec + '>'

    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'repr'


f = F()
print(f'{f} {f:x} {f!r} {f!s:>5} {f!a}', '{:abc}'.format(f), '%s %r' % (f, f), str(f), [f])


class Bad:
    def __repr__(self):
        return 5

    def __format__(self, spec):
        return 5

    def __str__(self):
        return None


attempt(lambda: repr(Bad())); attempt(lambda: str(Bad())); attempt(lambda: format(Bad()))
b = b'hello\x00\xff'
print(b, len(b), b[0], b[1:3], b[::-1], b == b'hello\x00\xff', b < b'i', b'l' in b, 104 in b, b + b'x', b'ab' * 2, list(b'ab'), bytes(3), bytes([1, 2]), bytes('é', 'utf-8'), b'ab'.hex(), b"it's", b'\t\n\r\\"', hash(b'abc') == hash(b'abc'), b''.decode(), b'abc'.decode('ascii'), b'\xe9'.decode('latin-1'), str(b'abc', 'utf-8'), bytes(b'x'))
attempt(lambda: b'a' + 'b'); attempt(lambda: bytes('a')); attempt(lambda: bytes([256])); attempt(lambda: bytes(-1)); attempt(lambda: b'a'[5]); attempt(lambda: b'a'['x']); attempt(lambda: 'a' in b'a'); attempt(lambda: 300 in b'a'); attempt(lambda: b'\xff'.decode('ascii')); attempt(lambda: 'é'.encode('latin-1')); attempt(lambda: '€'.encode('latin-1')); attempt(lambda: 'a'.encode('nope')); attempt(lambda: str('a', 'utf-8')); attempt(lambda: b'' < ''); attempt(lambda: str(5, 'ascii'))
s = 'The quick brown fox'
print(s.split(' ', 2), s.split('q'), s.split(None, 1), ' a '.lstrip(), ' a '.rstrip(), 'aXbX'.replace('X', ''), 'aaa'.replace('', '-'), 'aaa'.replace('a', 'b', 1), 'abcabc'.find('c', 3), 'abcabc'.rfind('c', 0, 5), 'abc'.count(''), 'abcabc'.count('b', 2), 'abc'.startswith('b', 1), 'abc'.endswith('b', 0, 2), 'abc'.index('c'), 'abca'.rindex('a'), '-5'.zfill(4), '5'.center(4), '55'.center(5), 'A1'.islower(), 'a1'.islower(), 'É'.lower(), 'ß'.upper(), ''.join('abc'), ','.join(str(i) for i in range(3)))
attempt(lambda: 'a'.split('')); attempt(lambda: 'a'.join(5)); attempt(lambda: 'a'.startswith(5)); attempt(lambda: 'abc'.replace('a')); attempt(lambda: 'a'.find()); attempt(lambda: 'a'.strip(5)); attempt(lambda: 'a'['b']); attempt(lambda: 'abc' < 5); attempt(lambda: 'a' * 'b'); attempt(lambda: 'a' - 'b'); attempt(lambda: 'é€😀'[1:] + 'x'); attempt(lambda: 'abc'[::2]); attempt(lambda: 'é' < '€' < '😀')
for c in 'é€😀\x80\u200b\ud800':
    print(ascii(c), len(c), ord(c))
