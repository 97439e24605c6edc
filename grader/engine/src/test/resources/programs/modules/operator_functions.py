import operator as op
def t(f,*a,**k):
    try: r=f(*a,**k); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
for n in 'lt le eq ne ge gt add sub mul mod floordiv truediv and_ or_ xor lshift rshift pow iadd isub imul imod ifloordiv itruediv iand ior ixor ilshift irshift ipow matmul imatmul'.split():
    f=getattr(op,n); t(f,7,3); t(f,7); t(f,7,'x'); 
    print(f is getattr(op,'__'+n.strip('_')+'__',None), f.__name__)
for n in 'neg pos abs inv invert not_ truth index'.split():
    f=getattr(op,n); t(f,7); t(f); t(f,'x'); t(f,-3.5)
t(op.concat,[1],[2]); t(op.concat,1,[2]); t(op.concat,[1],2); t(op.iconcat,[1],(2,)); t(op.concat,'a','b')
t(op.contains,[1,2],2); t(op.contains,1,2); t(op.countOf,[1,2,1],1); t(op.countOf,3,1); t(op.indexOf,[1,2,1],2); t(op.indexOf,[1],9); t(op.indexOf,3,9)
t(op.getitem,[1,2],0); t(op.getitem,[1],5); t(op.getitem,{},1)
l=[1,2,3]; t(op.setitem,l,0,9); t(op.delitem,l,1); print(l)
t(op.is_,1,1); t(op.is_not,1,1)
t(op.length_hint,[1,2]); t(op.length_hint,iter([1,2])); t(op.length_hint,3); t(op.length_hint,3,10); t(op.length_hint,3,'x')
class H:
    def __init__(s,v): s.v=v
    def __length_hint__(s):
        if type(s.v) is type: raise s.v
        return s.v
for v in (2,'x',-1,NotImplemented,TypeError,ValueError): t(op.length_hint,H(v),5)
t(op.itemgetter,); t(op.itemgetter(1),[1,2]); t(op.itemgetter(1,0),[1,2]); print(op.itemgetter(1), op.itemgetter(1,'a'), op.itemgetter(slice(1)))
t(op.itemgetter(1)); t(op.itemgetter(1),1,2); t(op.itemgetter(1),[1],x=1); t(op.itemgetter,x=1); t(op.itemgetter(5),[1]); t(op.itemgetter('k'),{'k':3})
class A: pass
a=A(); a.b=A(); a.b.c=5; a.d=6
t(op.attrgetter('b.c'),a); t(op.attrgetter('d','b.c'),a); t(op.attrgetter('x'),a); t(op.attrgetter,1); t(op.attrgetter); print(op.attrgetter('d'),op.attrgetter('d','b.c'))
t(op.attrgetter(''),a); t(op.attrgetter('b.'),a); t(op.attrgetter('d'))
t(op.methodcaller('join',['a','b']),'-'); t(op.methodcaller); t(op.methodcaller,1); print(op.methodcaller('f'),op.methodcaller('f',1,2,k=3)); t(op.methodcaller('nope'),1)
t(op.methodcaller('format',x=3),'{x}')
print(op.itemgetter, type(op.itemgetter(1)).__name__, type(op.itemgetter(1)).__module__)
print(op.abs(-3), op.__abs__ is op.abs)
class C:
    def __iadd__(s,o): return 'iadd'
    def __add__(s,o): return 'add'
t(op.iadd,C(),1); t(op.add,C(),1)
