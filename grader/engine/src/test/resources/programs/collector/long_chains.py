import gc
class N: pass
def chain(n):
    h=None
    for i in range(n):
        x=N(); x.next=h; h=x
    return h
h=chain(100000); del h
print('inst')
h=None
for i in range(100000): h=(h,)
del h
h=None
for i in range(100000): h=[h]
h=None
for i in range(100000): h={'a':h}
h=None
for i in range(100000): h={1:h}
h=None
for i in range(100000): h=frozenset([h]) if i==0 else (h,)
h=None
print('cont')
def g(x):
    yield x
h=None
for i in range(100000):
    h=g(h); next(h)
h=None
print('gen')
def mk(x):
    return lambda: x
h=None
for i in range(100000): h=mk(h)
h=None
print('clo')
h=chain(100000); e=h
while e.next: e=e.next
e.next=h; del h,e
print(gc.collect())
h=None
for i in range(20000): h=map(h,[])
h=None
class M:
    def __init__(s,n): s.n=n
    def __del__(s): out.append(s.n)
out=[]
h=None
for i in range(120):
    x=M(i); x.next=h; h=x
del x
h=None
print(out[:5],len(out)); 
h=(1,2); print(len(out), out[-1])
print('done')
class DD:
    __slots__=('n',)
h=None
for i in range(100000):
    x=DD(); x.n=h; h=x
del x; h=None
h=None
for i in range(30000):
    try: raise ValueError(h)
    except ValueError as e: h=e
h=None
print('exc')
