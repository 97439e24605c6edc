"""sys tells event loops of asynchronous generators, and wraps coroutines as they are made."""
import sys


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)


async def numbers():
    yield 1
    yield 2

print(sys.get_asyncgen_hooks(), sys.get_coroutine_wrapper())
print(tried(sys.set_asyncgen_hooks, 5), tried(sys.set_asyncgen_hooks, finalizer='x'))
print(tried(sys.set_coroutine_wrapper, 1))

first, ended = [], []
sys.set_asyncgen_hooks(firstiter=lambda g: first.append(g.__name__), finalizer=lambda g: ended.append(g.__name__))
hooks = sys.get_asyncgen_hooks()
print(hooks.firstiter is hooks[0], hooks.finalizer is hooks[1])
g = numbers()
print(first)
for _ in range(2):
    try:
        g.__anext__().send(None)
    except StopIteration as stop:
        print(stop.value, first)
del g
print(ended)
g = numbers()
try:
    g.aclose().send(None)
except StopIteration:
    pass
del g
print(first, ended)
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())


async def work():
    return 5

def wrap(coroutine):
    coroutine.close()
    return [coroutine.__name__]

sys.set_coroutine_wrapper(wrap)
print(work(), sys.get_coroutine_wrapper() is wrap)

def recursive(coroutine):
    coroutine.close()
    return work()

sys.set_coroutine_wrapper(recursive)
text = tried(work)
print(text[0], text[1][:38], 'attempted to recursively wrap <code object work at' in text[1])
sys.set_coroutine_wrapper(None)
w = work()
print(type(w).__name__)
w.close()
