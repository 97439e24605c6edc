def f(a, b):
    c = 1
    def g():
        nonlocal c
        c = a
        def h():
            nonlocal c
            del c
            return b
        return h
    global d
    d = c
    e = 5
    class K:
        c = c
        e = e
        def m(self): return c, e
    return lambda: (a, c, [e for x in a if c])
def outer():
    x = 1
    def inner():
        global x
        x = 2
        def innermost(): return x
    return inner
y = 1
def z():
    global y
    del y
