"""The fields of unicode errors can be changed, and their texts follow."""
for error in (UnicodeEncodeError('ascii', 'baz', 1, 3, 'foo'), UnicodeDecodeError('ascii', b'baz', 1, 3, 'foo'),
              UnicodeTranslateError('baz', 1, 3, 'foo')):
    print(error)
    error.end = 2
    print(error)
    error.reason = 10 ** 20
    error.encoding = 4000
    error.start = 100
    print(error)
    error.end = 101
    print(error)
    for value in 'x', None:
        try:
            error.start = value
        except TypeError:
            print('TypeError')


class Named:
    pass


for name in '__name__', '__qualname__', '__module__', '__bases__', '__doc__':
    try:
        delattr(Named, name)
    except TypeError as problem:
        print(problem)
for name in '__name__', '__qualname__':
    try:
        setattr(Named, name, 3)
    except TypeError as problem:
        print(problem)
try:
    Named.__name__ = 'a\0b'
except ValueError as problem:
    print(problem)
