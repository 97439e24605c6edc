"""Comparing what dicts hold can raise, and can change a dict that is being copied from."""
class C:
    def __eq__(self, other):
        raise RuntimeError

def tried(action):
    try:
        return action()
    except RuntimeError as error:
        return repr(error)

d1 = {1: C()}
d2 = {1: C()}
d3 = {1: C(), 2: C()}
print(tried(lambda: d1.items() == d2.items()), tried(lambda: d1.items() <= d2.items()), tried(lambda: d2.items() < d3.items()))


class X:
    def __hash__(self):
        return 0

    def __eq__(self, other):
        source.clear()
        return False

source = dict((i, 0) for i in range(1, 1337))
source[X()] = 0
d = {X(): 0, 1: 1}
print(tried(lambda: d.update(source)), len(source))
