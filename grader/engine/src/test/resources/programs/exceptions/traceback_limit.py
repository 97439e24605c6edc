"""How much of a traceback is shown."""
import sys


def deep(n):
    if n == 0:
        raise ValueError('deep')
    deep(n - 1) if n % 2 else deep(n - 1)


def fail(limit):
    sys.tracebacklimit = limit
    try:
        deep(4)
    except ValueError:
        sys.excepthook(*sys.exc_info())


for limit in 2, 1, True, 0, -1, 10 ** 30, -10 ** 30, None, 'many', 3.0:
    print(repr(limit), file=sys.stderr)
    fail(limit)
del sys.tracebacklimit
sys.setrecursionlimit(3000)
deep(1200)
