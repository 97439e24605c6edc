def rnd(seed):
    while True:
        seed=(seed*1103515245+12345)%2147483648
        yield seed>>8
g=rnd(7)
for size in (5,9,30,200):
    s=set()
    for i in range(2000):
        v=next(g)%size*(next(g)%3+1)
        if next(g)%2: s.add(v)
        else: s.discard(v)
        if i%50==0: print(list(s))
    print(list(s|{1,2,3}),list(s-{1}),list(s^{5,100}),list(s&set(range(50))),s.pop(),list(s))
