def rnd(seed):
    while True:
        seed=(seed*1103515245+12345)%2147483648
        yield seed>>8
g=rnd(11)
def mk(n,m):
    s=set()
    for i in range(n):
        v=next(g)%m
        if next(g)%3: s.add(v)
        else: s.discard(v)
    return s
for i in range(60):
    a=mk(next(g)%60,next(g)%200+5);b=mk(next(g)%60,next(g)%200+5)
    print(list(a|b),list(a&b),list(a-b),list(a^b),list(a.union(list(b))),list(a.intersection(list(b))),list(a.difference(list(b))),list(a.symmetric_difference(list(b))))
    c=set(a);c|=b;d=set(a);d&=b;e=set(a);e-=b;f=set(a);f^=b;print(list(c),list(d),list(e),list(f),list(frozenset(a)),list(set(frozenset(b))))
    c=set(a);c.difference_update(list(b));d=set(a);d.symmetric_difference_update(dict.fromkeys(b));h=set(a);h.intersection_update(list(b),range(50));print(list(c),list(d),list(h),list(a.difference(b,range(20))),list(a.intersection(b,range(100))),list(a.union(b,range(5))),list(a-frozenset(b)),list(a.copy()))
    print(list(set(dict.fromkeys(b))),list(a.symmetric_difference(dict.fromkeys(b))),list(dict.fromkeys(a).keys()-b),list(dict.fromkeys(a).keys()&b))
