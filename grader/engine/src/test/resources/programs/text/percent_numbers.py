"""What % makes of everything that is nearly a number, in str and in bytes."""


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except BaseException as e:
        print(type(e).__name__, e, e.args, e.__context__)
for v in (1j, 'x', 1.5, None, [], object):
    for c in 'dixXoeEfFgGc':
        attempt(lambda: ('%' + c) % v)
        attempt(lambda: (b'%' + c.encode()) % v)


class I:

    def __int__(self):
        raise TypeError('mine')


class J:

    def __int__(self):
        raise ValueError('mine')


class K:

    def __index__(self):
        return 7


class L:

    def __index__(self):
        return 7

    def __int__(self):
        return 8


class M:

    def __index__(self):
        raise TypeError('no')

    def __int__(self):
        return 8


class N:

    def __index__(self):
        raise KeyError('no')

    def __int__(self):
        return 8


class O:

    def __float__(self):
        return 1.5


class P:

    def __float__(self):
        raise KeyError(1)


class Q:

    def __trunc__(self):
        return 5


class R:

    def __int__(self):
        return 'x'


class S(int):

    def __int__(self):
        return 99

    def __index__(self):
        return 98

    def __str__(self):
        return 'S'


class T(float):

    def __int__(self):
        return 99

    def __float__(self):
        return 97.0
for c in (I, J, K, L, M, N, O, P, Q, R, S, T):
    print(c.__name__)
    for k in 'dixuoXfgc':
        attempt(lambda: ('%' + k) % c())
        attempt(lambda: (b'%' + k.encode()) % c())
for v in (float('inf'), float('nan'), -0.0, True, b'1', bytearray(b'1'), 10 ** 400, range(3)):
    for k in 'diuxofgec':
        attempt(lambda: ('%' + k) % (v,))
        attempt(lambda: (b'%' + k.encode()) % (v,))
