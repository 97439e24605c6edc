'a' "b" '''c''' """d"""
x = 'a' "b" '''c
d'''
x = u'\u00e9\x41\101\0\7\N{BULLET}\N{latin small letter a with diaeresis}\U0001f600'
x = '\a\b\f\n\r\t\v\\\'\"\q\
continued'
x = r'\a\'' R"\b"
x = b'\x00\xff\101\a\n\'"\q' B'b' br'\x' Rb'\y'
x = '\ud83d\ude00', '\U0001f600', '\ud800'
x = '\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE HAN}\N{LINE FEED}'
x = "it's", 'say "x"', 'it\'s "x"', '\x7f\x80\xa0\xad\u200b\ue000\U000e0001é€😀'
x = b"it's", b'"', b'\'"'
x = ''
