"""Asynchronous generators: their protocol step by step, without an event loop (PEP 525)."""
import types


def step(awaitable, value=None):
    try:
        return 'awaits', awaitable.send(value)
    except BaseException as error:
        return type(error).__name__, error.args


@types.coroutine
def pause(what):
    return (yield what)


async def numbers(log):
    try:
        got = yield 1
        log.append(got)
        log.append(await pause('resting'))
        yield 2
    except ZeroDivisionError as error:
        log.append(repr(error))
        yield 'caught'
    finally:
        log.append('finally')
        await pause('cleaning')


log = []
g = numbers(log)
print(type(g).__name__, g.__name__, g.__qualname__, g.ag_running, g.ag_await, g.ag_code.co_name)
print(type(g.asend(None)).__name__, type(g.aclose()).__name__, hasattr(g, '__next__'), hasattr(g, 'send'))
print(g.__aiter__() is g, isinstance(g, types.AsyncGeneratorType), isinstance(g, types.GeneratorType))
print(step(g.__anext__()))
a = g.asend('sent')
print(step(a), g.ag_await is not None)
print(step(a, 'answer'), log)
print(step(a))
print(step(g.athrow(ZeroDivisionError('by hand'))), log)
closing = g.aclose()
print(step(closing), step(closing), log)
print(step(g.__anext__()), step(g.aclose()), step(g.athrow(ValueError)))


async def stubborn():
    try:
        yield 1
    finally:
        yield 2

s = stubborn()
print(step(s.asend('early')))
s = stubborn()
step(s.__anext__())
print(step(s.aclose()))
s = stubborn()
print(step(s.aclose(), 'not None'), step(s.athrow()))


async def stops(error):
    yield 1
    raise error

for error in StopIteration, StopAsyncIteration, GeneratorExit:
    s = stops(error)
    step(s.__anext__())
    try:
        s.__anext__().send(None)
    except BaseException as thrown:
        print(repr(thrown), repr(thrown.__cause__))


async def consume():
    result = [x async for x in numbers([]) if x != 2]
    result.append({x: y async for x in numbers([]) for y in 'a'})
    return result

c = consume()
reply = step(c)
while reply[0] == 'awaits':
    print(reply)
    reply = step(c)
print(reply)
