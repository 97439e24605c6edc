"""What only the namespace keeps alive ends with the process."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name, Loud is not None)


def wait():
    try:
        yield 1
    finally:
        print('closed', type(first).__name__)


first = Loud('first')
ring = [Loud('in a ring')]
ring.append(ring)
waiting = wait()
next(waiting)
try:
    raise ValueError(Loud('in an exception'))
except ValueError as error:
    kept = error
print('end of the program')
