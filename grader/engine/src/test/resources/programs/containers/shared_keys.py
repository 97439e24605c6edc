def size(o): return o.__dict__.__sizeof__()
class A:
    def __init__(self,n):
        for i in range(n): setattr(self,'a%d'%i,i)
for n in (0,1,5,6,10,11):
    class X(A): pass
    a=X(n);b=X(n);c=X(n)
    print(n,size(a),size(b),size(c),type(X).__sizeof__(X),list(a.__dict__.items())==list(b.__dict__.items()))
class P: pass
p=P();p.x=1;p.y=2;q=P();q.x=1;print(size(p),size(q),type.__sizeof__(P))
q.y=3;print(q.__dict__,size(q))
r=P();r.y=5;print(r.__dict__,size(r));r.x=6;print(r.__dict__,size(r),size(p))
del p.x;print(p.__dict__,size(p),type.__sizeof__(P),size(q));s=P();s.x=1;print(size(s))
class Q: pass
a=Q();a.x=1;a.y=2;d=a.__dict__;d[5]=6;print(d,size(a),d.copy().__sizeof__(),dict(d).__sizeof__())
b=Q();b.x=1;b.y=1;c=b.__dict__.copy();print(c.__sizeof__(),c);c['z']=1;print(c.__sizeof__(),b.__dict__,list(c))
b.__dict__.pop('x');print(b.__dict__,size(b));b.__dict__.clear();print(b.__dict__);b.w=1;print(b.__dict__)
e=Q();e.x=1;e.y=2;print(e.__dict__.popitem(),e.__dict__,size(e));e.__dict__.update({'k':1,'x':7});print(e.__dict__)
f=Q();f.__dict__={'m':1};f.n=2;print(f.__dict__,size(f))
g=Q();g.x=1;print(list(g.__dict__),'y' in g.__dict__,g.__dict__.get('y'),len(g.__dict__),g.__dict__=={'x':1},hasattr(g,'y'))
try: g.y
except AttributeError as e: print(e)
try: del g.y
except AttributeError as e: print(e)
for k in g.__dict__: print(k)
g.__dict__.setdefault('y',9);print(g.y,g.__dict__.setdefault('y',3),sorted(g.__dict__.values()),list(g.__dict__.items()))
h=Q();h.y=1;h.x=2;print(list(h.__dict__),h.__dict__.pop('y'),h.__dict__)
i=Q();i.x=1;i.x=2;i.x=None;print(i.__dict__)
class M(type): pass
class W(metaclass=M): z=1
W.q=5;print(W.q,'q' in W.__dict__)
class Ex(Exception): pass
x=Ex(1);x.note=1;y=Ex(2);y.note=2;print(x.__dict__,y.__dict__,size(x),size(y))
objs=[]
for k in range(100):
    o=P();o.a=k;o.b=[k];o.c=o;objs.append(o)
print(sum(o.a for o in objs),len({size(o) for o in objs}),size(objs[0]))
del objs,o
def f():pass
f.a=1;f.b=2;print(f.__dict__,f.__dict__.__sizeof__())
class Big:
    def __init__(self):
        self.a=1;self.b=2;self.c=3;self.d=4;self.e=5;self.f=6;self.g=7
u=Big();v=Big();print(size(u),size(v),type.__sizeof__(Big));w=Big();w.h=1;print(size(w),size(u));z=Big();print(size(z))
class N: pass
try: del N().x
except AttributeError as e: print(e)
