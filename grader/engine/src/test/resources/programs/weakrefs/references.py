import _weakref as weakref, gc
class C: 
    def __init__(s,n=0): s.n=n
    def __eq__(s,o): return s.n==getattr(o,'n',None)
    def __hash__(s): return hash(s.n)
    def __repr__(s): return 'C%d'%s.n
c=C(1)
r=weakref.ref(c); r2=weakref.ref(c)
print(r is r2, r() is c, weakref.getweakrefcount(c), r.__callback__)
def cb(n): return lambda x: print('cb',n,x())
r3=weakref.ref(c,cb(3)); r4=weakref.ref(c,cb(4))
p=weakref.proxy(c); p2=weakref.proxy(c,lambda x: print("p2"))
print(weakref.getweakrefcount(c), [type(x).__name__ for x in weakref.getweakrefs(c)])
print(weakref.getweakrefs(c)[0] is r, weakref.getweakrefs(c)[1] is p)
print(p.n, p==c, str(p))
try: hash(p)
except TypeError as e: print(e)
print(hash(r)==hash(c), r==weakref.ref(C(1)), r!=r3)
del c
print(r(), r3.__callback__)
try: p.n
except ReferenceError as e: print(e)
print(hash(r))
for o in (1, 'a', (), [], {}, None, 1.0):
    try: weakref.ref(o)
    except TypeError as e: print(e)
for o in (int, len, print, set(), frozenset(), lambda: 0, C.__init__):
    try: print(type(weakref.ref(o)).__name__, callable(weakref.proxy(o)), type(weakref.proxy(o)).__name__)
    except TypeError as e: print(e)
class R(weakref.ref):
    def __init__(s,o,cb=None,x=5):
        super().__init__(o,cb); s.x=x
    def __new__(cls,o,cb=None,x=5): return super().__new__(cls,o,cb)
c=C(2)
a=R(c,x=7); b=R(c)
print(a is b, a.x, a==b, a())
try: weakref.ref()
except TypeError as e: print(e)
try: weakref.ref(c,1,2)
except TypeError as e: print(e)
try: weakref.ref(c,callback=1)
except TypeError as e: print(e)
try: weakref.ref(c)(1)
except TypeError as e: print(e)
try: weakref.proxy(c,a=1)
except TypeError as e: print(e)
# del order
class D:
    def __del__(s): print('del')
d=D(); w=weakref.ref(d,lambda x: print('wcb', x()))
del d
d=D(); d.d=d; w=weakref.ref(d,lambda x: print('wcb', x()))
del d; gc.collect()
# weakref in trash
d=D(); d.w=weakref.ref(d,lambda x: print('never')); d.d=d; del d; gc.collect()
# resurrect
class E:
    def __del__(s):
        global k; k=s; print('r')
e=E(); w=weakref.ref(e); del e; print(w() is k); del k; print(w())
l=[C(i) for i in range(3)]
pl=weakref.proxy(l[0]); 
class L(list): pass
x=L([3,1,2]); px=weakref.proxy(x)
print(len(px), px[0], 3 in px, sorted(px), px+[1], bool(px), list(iter(px)))
px[0]=9; del px[1]; px.append(4); print(x)
px+=[5]; print(x, px)
class F(float): pass
f=F(2.5); pf=weakref.proxy(f)
print(pf+1, 1+pf, -pf, abs(pf), pf**2, 2**pf, pf<3, int(pf), float(pf), divmod(pf,2), pf//1, pf%2, round(f))
class I(int): pass
class S(set): pass
s=S([1]); ps=weakref.proxy(s); print(ps|{2}, ps&{1})
print(weakref.ref.__name__, weakref.ref, weakref.ProxyType, weakref.CallableProxyType)
import sys
print(sys.getrefcount(x))
