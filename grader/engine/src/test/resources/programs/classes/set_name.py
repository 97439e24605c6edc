"""Attributes are told their names; what goes wrong then has a cause."""


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


class S:

    def __init__(self, e=None):
        self.e = e

    def __set_name__(self, owner, name):
        print('set', owner.__name__, name)
        if self.e:
            raise self.e


def mk(**ns):
    return type('Made', (), ns)
t(mk, a=S())
t(mk, a=S(ValueError('v')))
t(mk, a=S(KeyboardInterrupt()))
t(mk, a=S(TypeError('t')))


class S2:

    def __set_name__(self):
        pass
t(mk, b=S2())


class S3:

    @property
    def __set_name__(self):
        raise KeyError('look')
t(mk, c=S3())


class S4:
    __set_name__ = None
t(mk, d=S4())
s = S()
s.__set_name__ = 5
t(mk, e=s)


class M(type):

    @property
    def __set_name__(self):
        raise IndexError


class S5(metaclass=M):
    pass
t(mk, c=S5)


def f():

    class X:
        x = S(ValueError('inside'))
t(f)


class Sub:

    def __init_subclass__(cls, **k):
        raise ValueError('sub')


def g():

    class Y(Sub):
        pass
t(g)


class Sub2:

    def __init_subclass__(cls, **k):
        print('init', cls, k)


def g():

    class Y(Sub2, a=1):
        z = S()
t(g)


class Del:

    def __set_name__(self, owner, name):
        delattr(owner, name)
        setattr(owner, 'new', 1)
t(lambda: mk(q=Del()).new)
