def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=(type(e).__name__,str(e))
    print(r)
b=bytearray(b'abcdefgh')
m=memoryview(b)
print(m.format,m.itemsize,m.ndim,m.shape,m.strides,m.suboffsets,m.readonly,m.nbytes,m.contiguous,m.c_contiguous,m.f_contiguous,m.obj is b,len(m))
print(m.tobytes(),m.tolist(),m.hex(),m[0],m[-1],bytes(m[2:4]),m[::2].tolist(),m[::2].strides,m[::-1].tobytes())
m[0]=65;m[1:3]=b'XY';print(b)
t(m.__setitem__,0,300);t(m.__setitem__,0,'a');t(m.__setitem__,slice(0,2),b'abc');t(m.__setitem__,100,1);t(m.__getitem__,100);t(m.__getitem__,'a');t(m.__getitem__,1.0)
t(m.__delitem__,0); t(m.__getitem__,(0,1)); t(m.__getitem__,...); t(m.__getitem__,())
c=m.cast('I');print(c.format,c.itemsize,c.shape,c.tolist(),c[0]);c[0]=0x41424344;print(b)
t(m.cast,'Z');t(m.cast,'xx');t(m.cast,5);t(m[::2].cast,'B');t(c.cast,'H');t(memoryview(b'abc').cast,'I');print(m.cast('c')[0]);
t(m.cast('b').__setitem__,0,200);t(m.cast('c').__setitem__,0,65);t(m.cast('c').__setitem__,0,b'ab');t(m.cast('d').__setitem__,0,'x');t(m.cast('?').tolist)
d=m.cast('d');d[0]=1.5;print(d.tolist(),b)
e=m.cast('B',[2,4]);print(e.ndim,e.shape,e.strides,e.tolist(),e[1,2]);t(e.__getitem__,0);t(e.__getitem__,(5,0));t(m.cast,'B',[3,3])
e[1,2]=7;print(e.tolist());t(e.__getitem__,(0,0,0));t(len,e)
print(e[0:1].tolist(),e[1:].shape);print(e.tobytes())
print(m==b,m==bytes(b),m[::2]==bytes(b)[::2],m!=b'x',m.cast('b')==m,m==5)
t(m.__lt__,b'x');t(hash,m);print(hash(memoryview(b'abc'))==hash(b'abc'))
r=memoryview(b'abc');t(r.__setitem__,0,1);print(r.readonly)
t(memoryview,'abc');t(memoryview,5);t(memoryview)
t(m.release);
t(m.tobytes) if False else None
with memoryview(b'abc') as q: print(q.tolist(), q[0])
t(q.tolist);t(q.__len__);t(lambda: q.format);t(q.__enter__);print(repr(q).split(' at')[0]);print(repr(r).split(' at')[0]);t(q.__eq__,q);t(q.__eq__,b'abc')
t(lambda:q[0]); t(hash,q); t(q.release)
x=memoryview(b'abc');y=memoryview(x);z=x[1:];x.release();t(x.tolist);print(y.tolist(),z.tolist(),z.obj)
a=bytearray(b'abc');p=memoryview(a);s=p[1:];
t(a.append,1);s.release();p.release();a.append(1);print(a)
print(list(memoryview(b'abc')),[c for c in reversed(memoryview(b'abc'))],97 in memoryview(b'abc'),memoryview(b'abc').index if hasattr(memoryview,'index') else None)
import sys
print(memoryview.__basicsize__,memoryview.__itemsize__,memoryview(b'').__sizeof__(), memoryview(bytearray(8)).cast('B',[2,4]).__sizeof__())
print(bytes(memoryview(b'abc')),bytearray(memoryview(b'abc')),b'x'+memoryview(b'y'),bytearray(b'x')+memoryview(b'y'),b''.join([memoryview(b'q')]),b'abc'.find(memoryview(b'c')),memoryview(b'abc')[1:].tobytes(), str(memoryview(b'abc'),'ascii'), int(memoryview(b'12')), float(memoryview(b'12')))
m=memoryview(bytearray(b'0123456789'))
m[2:5]=m[3:6];print(m.tobytes());m[3:6]=m[2:5];print(m.tobytes());m[::2]=m[1::2];print(m.tobytes());m[:]=m[::-1];print(m.tobytes())
class T(object): pass
t(type,'X',(memoryview,),{})
print(memoryview(b'').tolist(),memoryview(b'').shape,memoryview(b'')==b'')
for fmt,val in (('b',-5),('B',5),('h',-300),('H',300),('i',-70000),('I',70000),('l',-5),('L',5),('q',-5),('Q',2**64-1),('n',-1),('N',1),('f',1.5),('d',2.5),('?',True),('c',b'z'),('P',255)):
    w=memoryview(bytearray(8)).cast(fmt);w[0]=val;print(fmt,w[0],w.itemsize,w.obj)
    if fmt not in 'fd?c': t(w.__setitem__,0,2**70)
z=memoryview(bytearray(1)).cast('B',()); print(z.ndim,z.shape,z[()],z[...].ndim); t(len,z); z[()]=5; print(z.tolist()); t(z.__getitem__,0)
