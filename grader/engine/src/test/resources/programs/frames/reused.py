# Dead frames are used again: by the same code, by other code, and by code that lies where other code lay.
import gc

TEMPLATE = '''
def deep(level, %s):
    if level:
        return deep(level - 1, %s)
    try:
        late
    except UnboundLocalError as error:
        seen.append(str(error))
    if level < 0:
        late = level
    return %s
'''


def one(count):
    names = ['a%d' % number for number in range(count)]
    text = ', '.join(names)
    space = {'seen': []}
    exec(compile(TEMPLATE % (text, text, ' + '.join(names)), 'one', 'exec'), space)
    result = space['deep'](6, *range(count))
    return result, space['seen']


for count in [1, 2, 9, 1, 30, 2, 3, 30, 1, 12] * 3:
    result, seen = one(count)
    gc.collect()
    assert result == sum(range(count)) and len(seen) == 1, (count, result, seen)
print(seen)


def inner(depth, value=None):
    unset = depth % 2
    if unset:
        kept = [depth]
    if depth:
        return inner(depth - 1, value)
    try:
        return kept
    except UnboundLocalError as error:
        return str(error)


def generator(depth):
    local = depth
    yield local
    if depth:
        yield from generator(depth - 1)


print(inner(5), inner(4), list(generator(4)), inner(3))


class Noisy:
    def __del__(self):
        print('ended', inner(2))


def holds(depth):
    noisy = Noisy() if depth == 2 else None
    return holds(depth - 1) if depth else 'deep'


print(holds(3))
print(holds(2))
