def f(): pass
def f(a, b=1, *c, d, e=2, **g) -> h: pass
def f(a: int, *b: str, c: float = 1, **d: dict) -> None:
    """Doc."""
def f(*, a): return a
def f(*a): yield
def f(a, *, b=1,): yield from a
def f(**a): return (yield a)
lambda: 1
lambda a, b=1, *c, d=2, **e: (a, b, c, d, e)
lambda *a, b: (yield b)
lambda: (yield)
@a
@b.c
@d(e)
def f(a=(1, 2)): 'doc' 'string'
async def f(a=1):
    'doc'
    await a
    return await b(c)
@a
async def f(): pass
def f(a, b):
    def g(c):
        return a + c
    return g
def f():
    'only doc'
def f(x):
    x
    return
    y
def async_(async, await): return async + await
async = 1
await = async
