"""A coroutine that ends before anybody awaited it is told of once for each line."""
async def work():
    pass

def start():
    return work()

for _ in range(3):
    work()
start()
w = work()
w.close()
w = work()
w = None
print(sorted(line for key in __warningregistry__ if key != 'version' for line in key[2:]))
print(__warningregistry__['version'])
