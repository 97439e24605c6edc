"""Exceptions: unwinding, context, cause, finally."""


def f(n):
    try:
        if n == 0:
            return 'returned'
        if n == 1:
            raise ValueError('one')
        if n == 2:
            1 / 0
        if n == 3:
            [][5]
        if n == 4:
            {}['key']
        if n == 5:
            undefined
        if n == 6:
            None.attr
        if n == 7:
            int('x')
        if n == 8:
            'a' + 1
        if n == 9:
            raise KeyError
    except ValueError as e:
        return 'value error %s' % e
    except (ZeroDivisionError, IndexError) as e:
        return type(e).__name__, str(e)
    except Exception as e:
        return repr(e), e.args
    else:
        return 'else'
    finally:
        print('finally', n)


for i in range(11):
    print(f(i))


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
        finally:
            print('f', i)
    else:
        print('never')
    while True:
        try:
            return 'from try'
        finally:
            print('cleanup')


print(loop())

try:
    try:
        raise ValueError('inner')
    except ValueError as e:
        raise KeyError('outer') from e
except KeyError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError('a')
    except ValueError:
        raise TypeError('b')
except TypeError as e:
    print(repr(e.__context__), e.__cause__)
    tb = e.__traceback__
    print(tb.tb_lineno > 0, tb.tb_next, tb.tb_frame.f_code.co_name)


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, t, v, tb):
        print('exit', t and t.__name__, v, tb is not None)
        return self.swallow


with Manager(True) as m:
    raise ValueError('swallowed')
try:
    with Manager(False):
        raise ValueError('passed on')
except ValueError as e:
    print('caught', e)
with Manager(False):
    pass


def early():
    with Manager(False):
        return 'early'


print(early())
for i in range(2):
    with Manager(True):
        continue


class MyError(Exception):
    def __init__(self, code):
        super().__init__('code %d' % code)
        self.code = code


try:
    raise MyError(7)
except MyError as e:
    print(e, e.code, repr(e))
try:
    raise 'string'
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
import sys
try:
    assert 1 == 2, 'message'
except AssertionError as e:
    print(repr(e), sys.exc_info()[0])
print(sys.exc_info())


def recurse():
    recurse()


try:
    recurse()
except RecursionError as e:
    print(e)
try:
    e
except NameError as error:
    print(error)
print(repr(ValueError('boom')), str(OSError(2, 'No such file')), StopIteration(3).value)
