"""Text: str and bytes."""
s = 'Hello, World'
print(s.upper(), s.lower(), s[0], s[-1], s[7:], s[::-1], len(s), s.find('o'), s.rfind('o'), s.count('l'), s.replace('l', 'L', 2))
print('a,b,c'.split(','), ' a  b '.split(), 'a-b-c'.split('-', 1), '-'.join(['x', 'y']), '  pad '.strip(), 'xxaxx'.strip('x'))
print('abc' < 'abd', 'a' in 'cat', 'cat'.startswith('c'), 'cat'.endswith(('x', 't')), 'ab' * 3, 'a' 'b', 'x'.center(5, '*'), 'x'.ljust(3) + '|', 'x'.rjust(3), '7'.zfill(3))
print(repr('it\'s'), repr("quo\"te'"), repr('tab\tnl\n\\'), repr('\x00\x7f\xe9\u20ac\U0001f600'), 'é€😀', len('é€😀'))
print(b'bytes\x00\xff', b'abc'[0], b'abc'[1:], bytes([65, 66]), 'é'.encode(), b'\xc3\xa9'.decode('utf-8'), b'a' + b'b', list(b'ab'))
print('{0} {1} {0}'.format('a', 'b'), '{name} {x[1]} {y.real}'.format(name='n', x=[1, 2], y=3), '{!r:>6}'.format('q'), '{{}}'.format())
print('%s and %r' % ('s', 'r'), '%(k)s' % {'k': 'v'}, '%-5s|%5s|%05d' % ('a', 'b', 42), '%c%c' % (65, 'B'), '%.2s' % 'abc')
print('abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.isupper(), 'x1'.isidentifier(), '1x'.isidentifier())
print(str(None), str(1.5), str([1, 'a']), str(b'x'), repr(''), str(object)[:15], ascii('é'))
print(hash('abc') == hash('ab' + 'c'), 'abc' is 'abc', ''.join(sorted('hello')), 'a\nb\r\nc'.replace('\r', ''))
for bad in (lambda: 'a' + 1, lambda: 'abc'[10], lambda: 'a'.index('z'), lambda: ''.join([1]), lambda: '%d' % 'x', lambda: '{}'.format(), lambda: ord('ab'), lambda: '%s %s' % ('a',), lambda: '%s' % ('a', 'b'), lambda: 'é'.encode('ascii'), lambda: 'a'.nope, lambda: 1 in 'abc'):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
name, width = 'x', 10
print(f'{name:>{width}}|{name!r}|{width:#x}|{[1, 2][0]}|{{}}')
for c in 'ab':
    print(c, end=' ')
print('x', 'y', sep='-', end='!\n')
