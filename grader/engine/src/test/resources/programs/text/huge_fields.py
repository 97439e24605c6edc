"""Widths and precisions that nothing can hold."""


def attempt(function):
    try:
        print(function())
    except (ValueError, MemoryError, TypeError) as error:
        print(type(error).__name__, error)


big = '9223372036854775808'
attempt(lambda: ('%' + big + 'd') % 1)
attempt(lambda: ('%.' + big + 'f') % 1.5)
attempt(lambda: ('%.' + big + 'd') % 1)
attempt(lambda: '%99999999999999d' % 1)
attempt(lambda: '%.99999999999999f' % 1)
attempt(lambda: '%.3000000000f' % 1)
attempt(lambda: '%5d|%-5d|%05.1f' % (1, 2, 3))
attempt(lambda: type('A', (), {'__classcell__': 5}))
