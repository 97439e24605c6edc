[a for a in b]
[a for a in b if c if d]
[a for a, b in c for d in a if d]
{a for a in b}
{a: b for a, b in c}
(a for a in b)
[[x for x in y] for y in z]
def f(z):
    return [lambda: (x, y, z) for x in y], {(yield x) for x in z}
class A:
    x = [y for y in z if __w]
async def g():
    a = [x async for x in y]
    b = {x: await z async for x in y if await q for w in x}
    c = (x async for x in y)
    d = {await x for x in y}
    async for i in j:
        continue
    else:
        k
    async with l as m, n:
        return
async def h():
    yield 1
    async for x in y:
        try: break
        finally: pass
