"""Templates and formatted strings that are results themselves; final sigma; guesses of lengths."""
s = 'abcde'


class St(str):

    def __str__(self):
        return 'mine'
t = St('abcde')
for name, r in [('%.5s', '%.5s' % s), ('%1s', '%1s' % s), ('{0:s}', '{0:s}'.format(s)), ('{0:.5s}', '{0:.5s}'.format(s)), ('{0:.10s}', '{0:.10s}'.format(s)), ('{0:5s}', '{0:5s}'.format(s)), ('s%()', s % ()), ('format', s.format()), ('f', format(s, '5')), ('x', s % {}), ('y', 'a{}'.format(s))]:
    print(name, r is s, r)
print(t % (), type(t % ()), t.format(), type(t.format()), '{}'.format(t), format(t, '5'), type(format(t, '5s')), '{:s}'.format(t), '%s' % t)
print('a{{'.format(), 'a%%' % (), '{{}}'.format())
for w in ('ͅΣ', 'AͅΣ', 'AͅΣa', 'AΣͅ', 'Σͅ ', 'ΑΣ:Β', 'ΑΣ·', 'Α’Σ', 'ªΣ', 'ʰΣ', 'AʰΣ', '^Σ', 'A^Σ', 'AΣ^b', 'ⅧΣ', 'ⓐΣ', '1Σ', 'A՟Σ'):
    print(ascii(w), ascii(w.lower()), ascii(w.title()), ascii(w.capitalize()), ascii(w.swapcase()))


def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
tr(bytes, '', errors='ignore')
tr(bytearray, '', errors='ignore')
tr(bytes, 'a', 'ascii', 'ignore')
tr(bytes, 1, errors='x')
import sys


class CustomIter:

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        return sys.maxsize
a = [1, 2, 3, 4]
a.extend(CustomIter())
print(a)
