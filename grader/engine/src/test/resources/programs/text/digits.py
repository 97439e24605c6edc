# str() of an int makes a new str each time; formatting writes digits into its result, where single ones are shared.
print(str(5) is str(5), '%d' % 5 is '%d' % 5, repr(7) is '7', format(5) is format(5), f'{5}' is f'{5}')
n=5
print(str(n) is str(n), '%d' % n is '%d' % n, hex(n), '%s' % n is '%s' % n, f'{n}' is f'{n}', f'{n:d}' is f'{n:d}', ('a'+str(n))[1] is str(n), 'x5'[1:] is 'x5'[1:], '{}'.format(n) is '{}'.format(n), ''.join(['5']) is '5', ','.join(['5','6']).split(',')[0] is '5')
class I(int): pass
n=I(5)
print('%s' % n is '%s' % n, '{}'.format(n) is '{}'.format(n), f'{n}' is f'{n}', format(n) is format(n), format(5) is format(5), '{!s}'.format(5) is '{!s}'.format(5), '%r' % 5 is '%r' % 5, '%3s' % 5 is '%3s' % 5, '%s' % True, '{!r:1}'.format(5) is '{!r:1}'.format(5), f'{5!r}' is f'{5!r}', f'{n:1}' is f'{n:1}',  format(5,'d') is format(5,'d'))
class I(int): pass
for x in (I(7), True, 0, -1, 10**40, 2**31, -2**31, 2**60, 2**62, -2**62,2**63): print(str(x), repr(x))
print(str(I(5)) is str(I(5)), len(str(7)), str(0).__sizeof__(), hash(str(8))==hash('8'), str(3)=='3')
import sys
print(sys.getrefcount(str(4)))

# A joined str is a new one unless it is the only item.
print(''.join(['5', '']) is ''.join(['5', '']), ''.join(['5']) is ''.join(['5']), ''.join([]) is '', ''.join(['', '']) is '')
for parts in ['a', 'b'], ['é', 'b'], ['a', '\u20ac'], ['\U0001f600', 'é', ''], ['', ''], [], ['ab'] * 5, 'xyz', {'k': 1}:
    for separator in '', ', ', 'é', '\u20ac', '\U0001f600', 'long separator':
        text = separator.join(parts)
        print(repr(text), len(text), text.__sizeof__(), end=' ')
    print()


class Derived(str):
    pass


one = Derived('one')
print(type(''.join([one])), ''.join([one]) is one, ','.join([one, one]), type(Derived(',').join(['a', 'b'])))
for wrong in ['a', 1], [1], 5, ['a', b'b']:
    try:
        print(','.join(wrong))
    except TypeError as error:
        print(error)
print(''.join(str(number) for number in range(12)))
