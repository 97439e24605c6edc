def t(f):
    try: r=eval(f); print(f,'->',ascii(r))
    except UnicodeError as e: print(f,'->',type(e).__name__, ascii(str(e)), e.encoding if hasattr(e,'encoding') else '', getattr(e,'start',None), getattr(e,'end',None), getattr(e,'reason',None))
    except Exception as e: print(f,'->',type(e).__name__, ascii(str(e)))
S=['abc','é','€','😀','\ud800','a\x80b','Ā\ud800z😀','']
for s in S:
    for enc in 'ascii latin-1 utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be utf8 UTF_8 iso-8859-1 us-ascii raw_unicode_escape unicode_escape utf-8-sig nope'.split():
        for err in 'strict ignore replace backslashreplace surrogateescape surrogatepass xmlcharrefreplace namereplace'.split():
            if err!='strict' and enc in('utf-7','cp1252','nope','utf-8-sig'): continue
            t('%s.encode(%r,%r)'%(ascii(s),enc,err))
B=[b'abc',b'\xe9',b'\xff\xfe',b'\xc3\xa9',b'\xe2\x82',b'\xe2\x82\xac',b'\xf0\x9f\x98\x80',b'\xf0\x9f\x98',b'a\x80b',b'\xed\xa0\x80',b'\xc0\x80',b'\xf8\x88\x80\x80\x80',b'a\xff\xffb',b'\xff\xfea\x00',b'\xfe\xff\x00a',b'a\x00\x00',b'\x00\xd8',b'\x00\xd8a\x00',b'\xff\xfe\x00\x00a\x00\x00\x00',b'\x00\x00\x11\x00',b'\\u00e9\\x',b'\xf4\x90\x80\x80',b'\xe0\x80\x80',b'\xe1\x80',b'']
for b in B:
    for enc in 'ascii latin-1 utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-8-sig'.split():
        for err in 'strict ignore replace backslashreplace surrogateescape surrogatepass'.split():
            if err!='strict' and enc in('unicode_escape','utf-8-sig','raw_unicode_escape'): continue
            t('%r.decode(%r,%r)'%(b,enc,err))
t('"a".encode(5)'); t('"a".encode("utf-8",5)'); t('b"a".decode(encoding="ascii",errors="strict")'); t('str(b"a","ascii")'); t('str(b"\\xff","ascii","replace")'); t('str(b"a")'); t('str("a","ascii")'); t('str(5,"ascii")'); t('str(object=5)'); t('str(b"a",errors="strict")'); t('bytes("\u20ac","ascii","ignore")')
