"""What await, async for and async with ask of an object, and how they refuse one."""


def run(coroutine):
    try:
        while True:
            print('awaits', coroutine.send(None))
    except BaseException as error:
        cause = '' if error.__cause__ is None else ' because of ' + repr(error.__cause__)
        return repr(error) + cause


class Returns:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value

    def __aiter__(self):
        return self.value

    def __anext__(self):
        return self.value


class Manager:
    def __init__(self, enter, exit):
        self.enter, self.exit = enter, exit

    def __aenter__(self):
        return self.enter

    def __aexit__(self, *error):
        return self.exit


async def answer():
    return 42

async def wait(what):
    return await what

async def each(what):
    async for x in what:
        print(x)

async def within(what):
    async with what as got:
        print('within', got)

print(run(wait(answer())))
for value in None, 5, (), iter('ab'):
    print(run(wait(Returns(value))))
inner = answer()
print(run(wait(Returns(inner))))
inner.close()
print(run(wait(7)))
print(run(wait(x for x in 'ab')))

for value in [], 5, Returns(5), iter('a'):
    print(run(each(value)))

class Iterates(Returns):
    def __aiter__(self):
        return self

for value in 1, iter('a'):
    print(run(each(Iterates(value))))

print(run(within(3)))
print(run(within(Manager(1, 2))))
print(run(within(Manager(iter('e'), 2))))
print(run(within(Manager(iter('e'), iter('x')))))

done = answer()
print(run(done))
for action in done.send, done.throw:
    try:
        action(KeyError if action == done.throw else None)
    except BaseException as error:
        print(repr(error))
print(done.close())

class Bad:
    def __await__(self):
        yield 1

waiting = wait(Bad())
waiting.send(None)
print(run(wait(waiting)), waiting.cr_await is not None)


class Source:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print('source closed')

source = Source()

def delegating():
    yield from source

g = delegating()
next(g)
del g
print('end')
