"""compile, exec, eval, code and function attributes, async."""


def attempt(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


c = compile('x = 1\ny = x + 1', 'name', 'exec'); ns = {}; exec(c, ns); print(ns['y'], c.co_filename, c.co_name, c.co_firstlineno, c.co_names, c.co_consts, c.co_flags, c.co_nlocals, c.co_stacksize, c.co_code.hex(), c.co_lnotab, c == compile('x = 1\ny = x + 1', 'name', 'exec'), c != 5, hash(c) == hash(c), c.co_freevars, c.co_cellvars)
print(eval(compile('1 + 2', 's', 'eval')), eval(' 3 * 4'), eval('a', {'a': 1}, {'a': 2}), eval(b'5')); exec(compile('7 + 1', 's', 'single'))
attempt(lambda: compile('1', 's', 'bad')); attempt(lambda: compile(5, 's', 'exec')); attempt(lambda: eval('1 +')); attempt(lambda: eval('x = 1')); attempt(lambda: exec('  x')); attempt(lambda: exec(5)); attempt(lambda: eval(5)); attempt(lambda: eval('nope')); attempt(lambda: exec('1', 5)); attempt(lambda: eval('1', 5)); attempt(lambda: compile('a\0b', 's', 'exec')); attempt(lambda: exec('return 5')); attempt(lambda: exec('x ='))
def local_exec():
    a = 1
    exec('b = a + 1', globals(), locals())
    return sorted(locals())
print(local_exec())
def f(a, b: int = 2, *args: 'star', c=3, **kw) -> str:
    """Doc."""
    local = a
    def inner(): return local, a
    return inner
print(f.__doc__, f.__annotations__, f.__code__.co_cellvars, f(1).__code__.co_freevars, f(1)(), f.__dict__, f.__closure__, f(1).__closure__[0].cell_contents, f.__globals__ is globals())
f.attr = 1; f.__doc__ = 'new'; f.__name__ = 'g'; f.__qualname__ = 'q'; f.__defaults__ = (5,); f.__kwdefaults__ = None; print(f.attr, f.__doc__, f.__name__, f.__dict__, f.__defaults__); attempt(lambda: f(1)); f.__kwdefaults__ = {'c': 1}; print(f(1)()); f.__annotations__ = {}; print(f.__annotations__)
attempt(lambda: setattr(f, '__name__', 5)); attempt(lambda: setattr(f, '__defaults__', 5)); attempt(lambda: setattr(f, '__kwdefaults__', 5)); attempt(lambda: setattr(f, '__code__', 5)); attempt(lambda: setattr(f, '__dict__', 5)); attempt(lambda: setattr(f, '__annotations__', 5)); attempt(lambda: setattr(f, '__closure__', 5)); attempt(lambda: setattr(f, '__code__', (lambda: 1).__code__))
def g(): return 'g'
g.__code__ = (lambda: 'replaced').__code__; print(g())
F = type(g); h = F(g.__code__, {}, 'name', (1,)); print(h(), h.__name__, h.__defaults__); attempt(lambda: F(5, {})); attempt(lambda: F((lambda: f(1)).__code__, {})()); attempt(lambda: F(f(1).__code__, {}))
def empty_cell():
    def inner(): return later
    try:
        inner()
    except NameError as e:
        print(e)
    try:
        inner.__closure__[0].cell_contents
    except ValueError as e:
        print(e)
    later = 1
    del later
    try:
        later
    except NameError as e:
        print(e)
    return inner.__closure__[0]
print(repr(empty_cell()).startswith('<cell at 0x'), repr(empty_cell()).endswith('empty>'))
def delete():
    a = 1
    del a
    try:
        del a
    except UnboundLocalError as e:
        print(e)
    try:
        a
    except UnboundLocalError as e:
        print(e)
delete()
attempt(lambda: exec('del nope')); attempt(lambda: exec('global q\ndel q'))
x: int = 5
y: 'str'
print(__annotations__)
class Ann:
    a: int = 1
    b: str
print(Ann.__annotations__)
def many(a, b, c, *, d, e, f): pass
attempt(lambda: many()); attempt(lambda: many(1, 2, 3)); attempt(lambda: many(1, 2, 3, 4, 5)); attempt(lambda: many(1, 2, 3, 4, d=1)); attempt(lambda: many(**{1: 2})); attempt(lambda: many(*[1], **{'a': 2})); attempt(lambda: many(x=1, **{'x': 2})); attempt(lambda: (lambda a=1, b=2: 0)(1, 2, 3)); attempt(lambda: len(*[1, 2])); attempt(lambda: print(*5)); attempt(lambda: dict(**{'a': 1}, **{'a': 2})); attempt(lambda: (lambda *a: a)(*[1], *'ab', *())); attempt(lambda: (lambda **k: sorted(k))(a=1, **{'b': 2}, c=3)); attempt(lambda: many(*None)); attempt(lambda: many(**None))
async def co(x):
    return x * 2
class Await:
    def __await__(self):
        y = yield 'suspended'
        return y
async def main():
    a = await co(5)
    b = await Await()
    async with ACtx() as v:
        print('in async with', v)
    out = []
    async for i in AIter():
        out.append(i)
    return a, b, out
class ACtx:
    async def __aenter__(self): return 'entered'
    async def __aexit__(self, *a): print('exited', a)
class AIter:
    def __init__(self): self.i = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.i += 1
        if self.i > 3: raise StopAsyncIteration
        return self.i
m = main(); print(m.send(None), m.cr_code.co_name, m.cr_running, type(m).__name__)
try:
    m.send('sent')
except StopIteration as e:
    print(e.value)
attempt(lambda: m.send(None))
z = co(1); z.close(); q = co(2); attempt(lambda: q.throw(ValueError('thrown'))); w = co(3).__await__(); attempt(lambda: list(w))
async def bad(): await 5
attempt(lambda: bad().send(None))
def gen():
    try:
        got = yield 1
        print('got', got)
        yield 2
    except ValueError as e:
        print('in gen', e)
        yield 3
    return 4
i = gen(); print(next(i), i.throw(ValueError, ValueError('x')), list(i)); attempt(lambda: i.throw(5)); attempt(lambda: gen().throw(KeyError('k'))); attempt(lambda: gen().throw(ValueError('v'), 5)); attempt(lambda: gen().throw(ValueError, 'x', 5)); j = gen(); attempt(lambda: j.send(5)); next(j); attempt(lambda: j.send('val')); j.close(); j.__name__ = 'n'; j.__qualname__ = 'qq'; print(repr(j)[:22], j.__name__); attempt(lambda: setattr(j, '__name__', 5))
def deleg():
    try:
        yield from gen()
    except KeyError:
        print('deleg caught')
        yield 'after'
d = deleg(); print(next(d)); print(d.throw(KeyError)); d = deleg(); next(d); d.close()
class It:
    def __iter__(self): return self
    def __next__(self): return 5
    def throw(self, *a): print('thrown', a[0].__name__); return 6
    def close(self): print('closed')
    def send(self, v): return 'sent', v
def over(): return (yield from It())
o = over(); print(next(o), o.send(9), o.throw(ValueError)); o.close(); o = over(); next(o); attempt(lambda: o.throw(GeneratorExit))
def raises(): yield from (1 // x for x in (1, 0))
attempt(lambda: list(raises()))
def over_list(): return (yield from [1])
o = over_list(); next(o); attempt(lambda: o.send(1)); o = over_list(); next(o); attempt(lambda: o.throw(ValueError('no throw')))
def stops():
    yield 1
    raise StopIteration('legacy')
print(list(stops()))
