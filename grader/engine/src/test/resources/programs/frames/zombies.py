# Where frames come from: each code object keeps one of its own, the free list keeps 200 of any code's.
import sys


def f():
    return sys._getframe()


def g(a, b, c):
    x = y = z = a
    return sys._getframe()


print('-- the frame of the last call is kept with the code, and is the first to be used again')
print(id(f()) == id(f()), id(g(1, 2, 3)) == id(g(1, 2, 3)))
where = id(f())
g(1, 2, 3)
print(id(f()) == where)

print('-- while it is held, the next call takes another')
held = f()
other = f()
print(held is other, id(held) == where)
places = {id(held), id(other)}
del held, other
print(id(f()) in places)

print('-- recursion needs one each; afterwards all but one are on the free list')


def depth(n):
    return [id(sys._getframe())] + (depth(n - 1) if n else [])


first = depth(10)
second = depth(10)
print(len(set(first)), first == second, set(first) == set(second))

print('-- a frame of another code comes from the free list if it is large enough')


def small():
    return id(sys._getframe())


def recursive(n):
    if n:
        return recursive(n - 1) | {id(sys._getframe())}
    return {id(sys._getframe())}


left = recursive(3)
print(small() in left)

print('-- no zombie for generators: their frames go to the free list')


def numbers():
    yield id(sys._getframe())


print(next(numbers()) == next(numbers()))
one, two = numbers(), numbers()
print(next(one) == next(two))

print('-- sizes: the locals and the value stack, behind what every frame has')


def more(a, b, c, d):
    return sys._getframe()


def nested():
    value = 1

    def reads():
        return value, sys._getframe()

    return reads()[1], sys._getframe()


base = sys.getsizeof(f())
for frame in (f(), g(1, 2, 3), more(1, 2, 3, 4)) + nested():
    code = frame.f_code
    slots = code.co_nlocals + len(code.co_cellvars) + len(code.co_freevars) + code.co_stacksize
    print(code.co_name, code.co_nlocals, code.co_stacksize, (sys.getsizeof(frame) - base) // 8,
          slots - f.__code__.co_nlocals - f.__code__.co_stacksize)
