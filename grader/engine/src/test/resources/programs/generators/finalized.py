"""What runs a function bit by bit says in its flags that it has something to do at its end."""


def generator():
    yield


async def coroutine():
    pass


async def asynchronous():
    yield


waiting = coroutine()
for made in generator(), waiting, asynchronous():
    print(type(made).__name__, hex(type(made).__flags__ & 0x4001))
waiting.close()
