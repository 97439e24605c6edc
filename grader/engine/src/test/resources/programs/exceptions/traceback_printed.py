"""An uncaught exception ends the program with a traceback."""


def inner(x):
    return 1 / x


def outer(x):
    try:
        return inner(x)
    except ZeroDivisionError:
        raise ValueError('bad ' + str(x))


print('before')
outer(0)
print('never')
