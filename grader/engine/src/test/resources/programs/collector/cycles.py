import gc, sys
print(gc.get_threshold(), gc.isenabled())
gc.collect()
a=[]; a.append(a); del a
print(gc.collect())
class C:
    def __init__(s, n): s.n=n
    def __del__(s): print('del', s.n)
x=C(1); y=C(2); x.o=y; y.o=x
del x,y
print(gc.collect())
class R:
    def __del__(s):
        global keep; keep=s; print('res')
r=R(); r.me=r; del r
print(gc.collect()); print(keep.me is keep)
del keep
print(gc.collect())
def f():
    def g(): return g
    return g
f()
print(gc.collect())
print(gc.is_tracked(1), gc.is_tracked([]), gc.is_tracked({}), gc.is_tracked({'a':1}), gc.is_tracked({'a':[]}), gc.is_tracked((1,2)), gc.is_tracked(int), gc.is_tracked(C))
t=(1,'a',(2.0,None)); d={'a':1}; 
print(gc.is_tracked(t)); gc.collect(); print(gc.is_tracked(t))
d={'x':[]}; print(gc.is_tracked(d)); d['x']=1; gc.collect(); print(gc.is_tracked(d))
print(gc.get_referents([1,2,'x'],{'k':3}))
class K: pass
del K
class L:
    def m(self): pass
del L
print(gc.collect())
gc.set_threshold(5)
print(gc.get_threshold())
gc.set_threshold(700,10,10)
log=[]
def cb(p,i): log.append((p,sorted(i.items())))
gc.callbacks.append(cb)
gc.collect(0); gc.collect(1); 
gc.callbacks.remove(cb)
for l in log: print(l)
gc.disable(); print(gc.isenabled()); gc.enable()
gc.collect(); c0=gc.get_count()
l=[[] for i in range(100)]
c1=gc.get_count(); print(c1[0]-c0[0])

# what each kind of container contributes to a cycle, and that each kind falls apart
def garbage(make):
    gc.collect()
    make()
    return gc.collect()


def in_list():
    x = []; x.append(x)

def in_dict():
    x = {}; x['x'] = x

def in_tuple():
    x = ([],); x[0].append(x)

def in_set():
    class H: pass
    h = H(); h.s = {h}

def in_exception():
    try:
        raise ValueError
    except ValueError as e:
        kept = e

def in_generator():
    def g():
        me = yield
        try:
            yield me
        finally:
            print('closed by the collector')
    it = g(); next(it); it.send(it)

def in_method():
    class M:
        def m(self): pass
    m = M(); m.m = m.m

def in_slots():
    class S: __slots__ = ('a',)
    s = S(); s.a = s

def in_iterator():
    x = []; x.append(iter(x))

def in_property():
    class P: pass
    P.p = property(lambda self: P)

def in_module():
    m = type(gc)('m'); m.m = m

for make in (in_list, in_dict, in_tuple, in_set, in_exception, in_generator, in_method, in_slots,
             in_iterator, in_property, in_module):
    print(make.__name__, garbage(make))
print(gc.get_debug(), gc.garbage)
gc.set_debug(gc.DEBUG_SAVEALL)
in_list()
print(gc.collect(), gc.garbage)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.DEBUG_LEAK)
for bad in (lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.collect('a'),
            lambda: gc.set_threshold(), lambda: gc.is_tracked()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(len(gc.get_stats()), sorted(gc.get_stats()[0]))
x = []
holder = {'x': x}
print([r is holder for r in gc.get_referrers(x) if type(r) is dict and 'x' in r and len(r) == 1])
print(any(o is x for o in gc.get_objects()), any(o is int for o in gc.get_objects()))
