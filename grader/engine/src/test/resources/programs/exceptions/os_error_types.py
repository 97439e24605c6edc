"""Which type OSError makes, and what becomes of its arguments."""


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except BaseException as e:
        print(type(e).__name__, e, e.args, e.__context__)


class S(int):

    def __int__(self):
        return 99
for a in ((True, True), (True, 'x'), (2.0, 'x'), (2, 'a', 'f'), (2, 'a', 'f', None, 'g'), (2, 'a', 'f', 0, 'g'), (False, 1), ('2', 'x'), (17, 1), (17, 1, 2, 3, 4, 5)):
    attempt(OSError, *a)
    try:
        e = OSError(*a)
        print(e.errno, e.strerror, e.filename, e.filename2, str(e))
    except TypeError as e:
        print(e)
for a in ((11, 'x', 5), (11, 'x', 5, None, 'h'), (11, 'x', 'f'), (11, 'x', 2.5), (11, 'x', 2 ** 70), (11, 'x', None, None, 'f2'), (11, 'x', True)):
    for E in (OSError, BlockingIOError):
        attempt(E, *a)
        try:
            e = E(*a)
            print(e.errno, e.strerror, e.filename, e.filename2, str(e), e.args, getattr(e, 'characters_written', 'no'))
        except (TypeError, ValueError) as e:
            print(e)
attempt(OSError, S(2), 1)
attempt(OSError, 2 ** 80, 2)
attempt(OSError, -2, 2)
attempt(OSError, 2 + 2 ** 32, 2)


class OE(OSError):

    def __init__(self, *a):
        print('init', a)
attempt(OE, 2, 3)
attempt(OE, 2, 'x', 'f')


class OE(OSError):
    pass
attempt(OE, 2, 3)
attempt(OE, 2, 'x', 'f')
attempt(OE, a=1)


class OE(OSError):

    def __new__(cls, *a):
        return super().__new__(cls, 'hi', 2)
attempt(OE, 2, 3)
attempt(OE, 2, 'x', 'f')
e = OSError()
for value in (5, 'x'):
    attempt(setattr, e, 'characters_written', value)
    attempt(lambda: e.characters_written)
