import sys
B=sys.getsizeof(set())
print([sys.getsizeof(set(range(n)))-B for n in range(0,70)])
print([sys.getsizeof(set(set(range(n))))-B for n in range(0,70)])
print([sys.getsizeof(frozenset(set(range(n))))-B for n in range(0,40)])
def up(a,b):
    s=set(range(a)); s.update(set(range(100,100+b))); return sys.getsizeof(s)-B
print([up(a,b) for a in range(0,12) for b in range(0,12)])
print([sys.getsizeof(set(dict.fromkeys(range(n))))-B for n in range(0,40)])
print([sys.getsizeof(set(range(n))|set(range(50,50+n)))-B for n in range(0,20)],[sys.getsizeof(set(range(n)).copy())-B for n in range(0,30)],[sys.getsizeof({x for x in range(n)})-B for n in range(0,30)])
def rem(n):
    s=set(range(n))
    for i in range(n-2): s.discard(i)
    s.add(1000); return sys.getsizeof(s)-B
print([rem(n) for n in range(3,30)])
def holes(n):
    out=[]
    s=set()
    for i in range(n):
        s.add(i); s.discard(i-1); out.append(sys.getsizeof(s)-B)
    return out
print(holes(50))
