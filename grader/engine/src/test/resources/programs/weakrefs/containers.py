import weakref
import gc
class C:
    def __init__(s,n): s.n=n
    def __repr__(s): return 'C%d'%s.n
    def __eq__(s,o): return isinstance(o,C) and s.n==o.n
    def __hash__(s): return hash(s.n)
    def m(s): return s.n
    def __lt__(s,o): return s.n<o.n
d=weakref.WeakValueDictionary()
objs=[C(i) for i in range(4)]
for o in objs: d[o.n]=o
print(len(d), sorted(d), sorted(d.values()), sorted(d.items()))
del objs[1],o
print(len(d), sorted(d.keys()), 1 in d, d.get(1), d.get(1,'no'), d[2])
try: d[1]
except KeyError as e: print('KeyError', e)
it=iter(list(d.items()))
print(d.pop(2), d.pop(2,None))
try: d.pop(2)
except KeyError as e: print('KeyError', e)
x=C(9); print(d.setdefault(9,x), d.setdefault(9,C(10)), dict(d)=={9:x,0:objs[0],3:objs[2]})
e=d.copy(); print(e==d, type(e).__name__)
e.clear(); print(len(e), len(d))
k=weakref.WeakKeyDictionary()
a=C(1); b=C(2)
k[a]='a'; k[b]='b'
print(len(k), sorted(k.items()), k[C(1)], C(1) in k, 5 in k, k.get(C(7)), sorted(k.keys()), sorted(k.values()))
del a
print(len(k), list(k.items()), k.pop(b), len(k))
try: k[5]
except TypeError as e: print(e)
s=weakref.WeakSet()
a=C(1); b=C(2); s.add(a); s.add(b); s.add(a)
print(len(s), sorted(s), a in s, 3 in s)
t=weakref.WeakSet([b])
print(sorted(s-t), sorted(s&t), sorted(s|t), sorted(s^t), t<=s, s>t, s==t)
del a; print(len(s), list(s))
s.discard(b); print(len(s))
try: s.remove(b)
except KeyError as e: print('KeyError')
try: s.pop()
except KeyError as e: print(e)
c=C(4)
w=weakref.WeakMethod(c.m)
print(w()(), w()==c.m, w==weakref.WeakMethod(c.m), w!=weakref.WeakMethod(c.m), hash(w)==hash(c))
w2=weakref.WeakMethod(c.m, lambda r: print('method gone', r() ))
del c; print(w())
try: weakref.WeakMethod(5)
except TypeError as e: print(e)
c=C(5)
def fin(*a,**k): print('fin',a,k); return 7
f=weakref.finalize(c,fin,1,x=2)
print(f.alive, f.atexit, f.peek()[2:], f.peek()[0] is c)
del c
print(f.alive, f.peek(), f(), f.detach())
c=C(6); f=weakref.finalize(c,fin,3); print(f(), f(), f.alive); del c
c=C(6); f=weakref.finalize(c,fin,3); f.atexit=False; print(f.detach()[2:]); del c
print(sorted(x for x in weakref.__all__))
d=weakref.WeakValueDictionary({1:x}, a=x); print(sorted(map(str,d)))
objs=[C(i) for i in range(5)]
d=weakref.WeakValueDictionary((o.n,o) for o in objs)
for i,v in d.items():
    if objs: objs.pop()
v=None
print(len(d), len(objs))
