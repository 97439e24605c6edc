"""The standard streams; there is nothing to read unless the program is given something."""
import io
import sys


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)

print(repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin), sys.stdin.readable(), sys.stdin.name)
print(tried(input))
print(tried(input, 'asked: '))
sys.stdin = io.StringIO('first\nsecond\n\nlast')
print(input(), input('> '), [input()], input(5), tried(input))
sys.stdout.writelines(['x', 'y', '\n'])
print(sys.stdout.writable(), sys.stdout.readable(), sys.stdout.closed, sys.stdout.mode, sys.stdout.errors)
print(tried(input, 1, 2))
del sys.stdin
print(tried(input))
sys.stdin = sys.__stdin__
keep, sys.stdout = sys.stdout, io.StringIO()
print('captured')
text = sys.stdout.getvalue()
sys.stdout = keep
print(repr(text))
