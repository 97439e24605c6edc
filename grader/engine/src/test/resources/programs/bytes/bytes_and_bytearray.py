def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=(type(e).__name__,str(e))
    print(f.__name__ if hasattr(f,'__name__') else f,r)
for T in (bytes,bytearray):
    b=T(b'Hello wOrld')
    t(b.find,'x'); t(b.find,300); t(b.find,1.5); t(b.find); t(b.find,b'o',None,2**70); t(b.find,b'o','a'); t(b.index,b'zz');t(b.rindex,b'zz')
    t(b.split,'x'); t(b.split,b''); t(b.split,b'o',2.0); t(b.partition,b''); t(b.partition,1); t(b.partition,b'o'); t(b.rpartition,b'o');t(b.rpartition,b'zz')
    t(b.join,[b'a',1]); t(b.join,5); t(b.join,['a'])
    t(b.startswith,'x'); t(b.startswith,(b'x','x')); t(b.startswith,(b'x',b'H')); t(b.endswith,1)
    t(b.strip,'x'); t(b.strip,None); t(b.strip,b'Hd')
    t(b.replace,b'o'); t(b.replace,'o',b'o'); t(b.replace,b'o',b'00',1); t(b.replace,b'',b'-')
    t(b.center,20,'x'); t(b.center,20,b'xx'); t(b.center,20,b'*'); t(b.ljust,20,bytearray(b'*')); t(b.center,21,b'*'); t(b.zfill,20); t(b.zfill,'x')
    t(b.translate,b'x'); t(b.translate,None); t(b.translate,None,b'lo'); t(b.translate,bytes(range(256)),b'l');t(b.translate,None,delete=b'l'); t(b.translate,'x')
    t(T.maketrans,b'ab',b'a'); t(T.fromhex,'aZ'); t(T.fromhex,'a'); t(T.fromhex,b'aa'); t(T.fromhex,'aa bb  cc'); t(T.fromhex, 'a a')
    t(b.expandtabs,'x'); t(b.expandtabs); t(b.splitlines,True); t(T(b'a\nb\r\nc\rd').splitlines); t(T(b'a\nb\r\nc\rd').splitlines,True); t(T(b'a\nb\r\nc\rd').splitlines,keepends=1)
    t(b.upper);t(b.title);t(b.capitalize);t(b.swapcase);t(b.istitle);t(b.isupper)
    t(b.count,b'');t(b.count,b'l');t(b.count,111);t(b.hex);t(b.decode,'ascii');t(b.decode,'bogus'); t(b.decode,errors='x');
    t(b.__contains__,'x');t(b.__contains__,300);t(b.__contains__,111);t(b.__contains__,b'wO')
    t(b.__add__,'x');t(b.__add__,bytearray(b'y'));t(b.__mul__,2);t(b.__mul__,'x')
    t(b.__getitem__,100);t(b.__getitem__,'x');t(b.__getitem__,slice(None,None,2)); t(b.__getitem__,2**80)
    t(T,'x');t(T,'x','ascii');t(T,'\xe9','ascii');t(T,-1);t(T,2**70);t(T,[1,256]);t(T,[1,'a']);t(T,1.5);t(T,b'x','ascii');t(T,encoding='a');t(T,errors='a');t(T,None); t(T,3); t(T,[1,2]); t(T,5,'x'); t(T,{}) ;t(T, 'x', 1)
    t(b.__lt__,b'x');t(b.__eq__,'x');t(b.__lt__,'x');t(b.__repr__);t(b.__str__);t(T(b"a'b").__repr__);t(T(b"a'\"b").__repr__)
    try: b<'x'
    except Exception as e: print(e)
    try: print(b%(1,))
    except Exception as e: print(e)
    t(T(b'%d %s %b %x %5.2f %r %a %c %%').__mod__,(1,b'a',b'b',255,3.14159,'r','\xe9',65))
    t(T(b'%s').__mod__,'x'); t(T(b'%c').__mod__,300); t(T(b'%c').__mod__,b'a');t(T(b'%c').__mod__,'a');t(T(b'%d').__mod__,'a'); t(T(b'%(a)s').__mod__,{b'a':b'zz'}); t(T(b'%(a)s').__mod__,{'a':b'zz'})
    t(T(b'%z').__mod__,3);t(T(b'%').__mod__,3);t(T(b'%s').__mod__,());
    t(b.__reduce__) if T is bytearray else None
    t(hash,T()) if T is bytearray else None
    t(b.rsplit,None,1); t(b.split); t(b.rsplit,b'o',1);t(T(b' a  b ').split);t(T(b' a  b ').rsplit,None,1);t(T(b' a  b c ').split,None,1)
    print(b[2:5],b[:]is b, b.lower(), b.isalnum(), T(b'ab1').isalnum(),T(b'').isalpha(), b.lstrip(), b.__getnewargs__() if T is bytes else '')
    t(b.__rmod__,3)
b=bytearray(b'abc')
t(b.append,'x');t(b.append,300);t(b.append,100);print(b);t(b.extend,5);t(b.extend,'ab');t(b.extend,[1,300]);t(b.extend,[100,101]);t(b.extend,b'xy');print(b)
t(b.insert,0,65);t(b.insert,100,66);t(b.insert,-1,67);print(b);t(b.pop);t(b.pop,0);t(b.pop,100);t(bytearray().pop);t(b.remove,67);t(b.remove,67);t(b.remove,'x');t(b.reverse);print(b);t(b.copy);t(b.__alloc__);t(b.clear);print(b)
b=bytearray(range(10))
b[2:4]=b'xyz';print(b);b[0]=65;print(b);b[-1:]=[1,2,3];print(b);b[::2]=b'ABCDEFG'[:len(b[::2])];print(b);del b[::3];print(b);del b[0];print(b);del b[1:3];print(b)
def s(k,v):
    try: b[k]=v
    except Exception as e: print(type(e).__name__,e)
s(0,'x');s(0,300);s(100,1);s('x',1);s(slice(0,2),'x');s(slice(0,2),5);s(slice(None,None,2),b'x');s(slice(0,1),[1,300])
b+=b'12';b*=2;print(b);
try: b+='x'
except Exception as e:print(type(e).__name__,e)
try: b+=5
except Exception as e:print(type(e).__name__,e)
print(list(b),[x for x in reversed(b)],type(iter(b)).__name__,b.__sizeof__()-b.__alloc__())
print(bytearray.__basicsize__, bytes.__basicsize__,bytes.__itemsize__, bytearray.__itemsize__)
class B(bytearray):
    pass
x=B(b'abc');x.a=1;print(x,x.__dict__,x+b'd',type(x+b'd'),type(x[:]),repr(x))
caps=[]
b=bytearray()
for i in range(60):
    b.append(i);caps.append(b.__alloc__())
print(caps)
caps=[]
for i in range(55):
    b.pop();caps.append(b.__alloc__())
print(caps)
b=bytearray(100);del b[:10];print(b.__alloc__());b+=b'x'*12;print(b.__alloc__());b.extend(range(5));print(b.__alloc__());print(bytearray(iter([1,2,3,4,5])).__alloc__(), bytearray([1,2,3]).__alloc__(),bytearray(5).__alloc__(),bytearray(b'').__alloc__(),bytearray().__alloc__())
print(b'a'+bytearray(b'b'),bytearray(b'a')+b'b',b'abc'==bytearray(b'abc'),bytearray(b'abc')==b'abc', b'abc'<bytearray(b'abd'))
print(int(bytearray(b'12')),float(bytearray(b'1.5')),str(bytearray(b'x')),str(b'x','ascii'),str(bytearray(b'x'),'ascii'),ord(bytearray(b'x')))
