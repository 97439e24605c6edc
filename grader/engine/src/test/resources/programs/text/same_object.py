"""Final sigma, special cases of letters, and which results are the string itself."""
for w in ('Σ', 'ΑΣ', 'ΑΣΒ', 'ΑΣ Β', 'Σ Σ', 'ΑΣ.', "ΑΣ'", "ΑΣ'Β", 'ΑΣΣ', '1Σ', 'ΆΣ', 'ΑΣ́', 'ΑΣ́Β', 'ΟΔΥΣΣΕΥΣ ΣΑΣ', 'aΣb', 'aΣ', 'ΣΑ', '\xadΣ', 'Α\xadΣ', 'ΑΣ\xad', 'ΑΣ\xadΒ', 'A.Σ', 'Σ😀', '𐐀Σ'):
    print(ascii(w), ascii(w.lower()), ascii(w.title()), ascii(w.capitalize()), ascii(w.swapcase()), ascii(w.upper()), ascii(w.casefold()))
for w in ('ß', 'ŉ', 'ǆ', 'ﬁ', 'ﬁx ﬁn', 'İ', 'ı', 'ᾳ', 'ᾼ', 'ΐ', 'ŀ', 'ǅ', "they're bill's", 'ªb', 'ﬃ', 'Ω'):
    print(ascii(w), ascii(w.lower()), ascii(w.title()), ascii(w.capitalize()), ascii(w.swapcase()), ascii(w.upper()), ascii(w.casefold()), w.istitle(), w.islower(), w.isupper())
s = 'hello world'


class St(str):
    pass
print('%s' % s is s, '%s' % (s,) is s, '%s' % St(s) is s, ('%s' % St(s)).__class__, '%s%s' % (s, '') is s, '%-3s' % s is s, '%20s' % s is s, '%.30s' % s is s, '{}'.format(s) is s, f'{s}' is s, format(s) is s, format(s, '') is s, '%r' % s is s, str(s) is s, '%s ' % s, f'{s!s}' is s, f'{s:}' is s, '{!s}'.format(s) is s, '{0}'.format(s) is s, '%(a)s' % {'a': s} is s, ''.join([s]) is s, s.replace('x', 'y') is s, s[:] is s, s + '' is s, '' + s is s, s * 1 is s, s.strip() is s, s.ljust(3) is s, s.zfill(2) is s, s.expandtabs() is s, s.lower() is s, s.translate({}) is s, s.center(2) is s, 'x%s' % '')
b = b'hello'
print(b'%s' % b is b, b[:] is b, b * 1 is b, b + b'' is b, b'' + b is b, bytes(b) is b, b.strip() is b, b.replace(b'x', b'') is b, b''.join([b]) is b, b.ljust(1) is b, b.zfill(1) is b, b.lower() is b, b.translate(None) is b, b.expandtabs() is b)
