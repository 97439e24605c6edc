def t(f):
    try: r = f()
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    print(repr(r))
S = ['', 'a', 'abc abc', '  x y  ', 'ß', 'ŉa', 'ﬁne', 'Σας ΟΔΟΣ', 'Hello World', 'hELLO', 'a😀b😀', '\tx\ty\n\tz', 'a,b,,c', 'a\r\nb\nc\x1cd\u2028e', '１２', '²³', '½', '一', 'ǅ', 'İı', 'they\'re', '_a1', '1a', '\xa0\x85']
for s in S:
    for m in 'upper lower casefold capitalize title swapcase isdecimal isdigit isnumeric isalpha isalnum isspace isprintable isupper islower istitle isidentifier split rsplit splitlines strip lstrip rstrip expandtabs'.split():
        t(lambda: getattr(s, m)())
    t(lambda: s.split(None, 1)); t(lambda: s.rsplit(None, 1)); t(lambda: s.split('b')); t(lambda: s.rsplit('b', 1)); t(lambda: s.splitlines(True))
    t(lambda: s.partition('b')); t(lambda: s.rpartition('b')); t(lambda: s.find('b', 1)); t(lambda: s.rfind('b', -2)); t(lambda: s.count('')); t(lambda: s.replace('', '-')); t(lambda: s.replace('', '-', 2)); t(lambda: s.replace('b', 'XX', 1))
    t(lambda: s.center(9)); t(lambda: s.center(10, '*')); t(lambda: s.zfill(6)); t(lambda: s.expandtabs(3)); t(lambda: s.translate({97: 'QQ', 98: None, 99: 0x1F600})); t(lambda: s.startswith(('a', 'h'))); t(lambda: s.endswith('b', 0, 3)); t(lambda: s.index('b', 5)); t(lambda: s.strip('ab '))
t(lambda: 'a'.split('')); t(lambda: 'a'.partition('')); t(lambda: 'a'.partition(1)); t(lambda: 'a'.center(3, 'ab')); t(lambda: 'a'.center(3, 1)); t(lambda: 'a'.startswith(1)); t(lambda: 'a'.startswith((1,))); t(lambda: 'a'.split(1)); t(lambda: 'a'.replace(1, '')); t(lambda: 'a'.replace('a', 1)); t(lambda: 'a'.find(1)); t(lambda: str.maketrans('ab', 'cd', 'e')); t(lambda: str.maketrans({'a': 1, 98: None})); t(lambda: str.maketrans('a', 'bc')); t(lambda: str.maketrans({'ab': 1})); t(lambda: str.maketrans(1)); t(lambda: '{a} {b[0]}'.format_map({'a': 1, 'b': [2]})); t(lambda: '{}'.format_map({})); t(lambda: '{x}'.format_map({})); t(lambda: '{99999999999999999999}'.format(1)); t(lambda: '{0[99999999999999999999]}'.format([1])); t(lambda: 'a'.join(1)); t(lambda: 'a'.join(['b', 1])); t(lambda: ','.join('abc')); t(lambda: 'x'.ljust(2**40))
class D(dict):
    def __missing__(s, k): return k * 2
t(lambda: '{a}{b}'.format_map(D(a=1)))
class S2(str): pass
t(lambda: type(S2('a').replace('x', 'y'))); t(lambda: type(S2('a').strip()))
