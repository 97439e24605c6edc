import sys


def plain(out):
    out.append(1)
    out.append(2)
    out.append(3)


def loop(out):
    for i in 1, 2:
        out.append(i)
    out.append(3)
    while True:
        out.append(4)
        break
    out.append(5)


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        out.append('exit')


def protected(out):
    with Manager():
        out.append(2)
        out.append(3)
    try:
        out.append(5)
    except KeyError:
        out.append(7)
    finally:
        out.append(9)
    out.append(10)


def generator(out):
    out.append(1)
    yield 2
    out.append(3)


def tracing(function, at, to, when):
    code = function.__code__

    def trace(frame, event, arg):
        nonlocal at
        if frame.f_code is not code:
            return None
        if event == when and frame.f_lineno - code.co_firstlineno == at:
            at = -1
            try:
                frame.f_lineno = to if isinstance(to, str) else code.co_firstlineno + to
            except ValueError as error:
                out.append(' '.join(word for word in str(error).split() if not word.isdigit()))
        return trace

    return trace


cases = [
    (plain, 1, 3, 'line'), (plain, 2, 1, 'line'), (plain, 2, 9, 'line'), (plain, 2, -3, 'line'), (plain, 2, 'x', 'line'),
    (plain, 0, 1, 'call'), (plain, 3, 1, 'return'), (plain, 1, 0, 'line'),
    (loop, 2, 3, 'line'), (loop, 3, 2, 'line'), (loop, 3, 6, 'line'), (loop, 6, 1, 'line'), (loop, 3, 7, 'line'),
    (protected, 2, 10, 'line'), (protected, 3, 1, 'line'), (protected, 2, 5, 'line'), (protected, 5, 6, 'line'),
    (protected, 9, 10, 'line'), (protected, 9, 5, 'line'), (protected, 5, 10, 'line'),
    (generator, 2, 1, 'return'), (generator, 2, 3, 'call'), (generator, 1, 3, 'line'),
]
for function, at, to, when in cases:
    out = []
    sys.settrace(tracing(function, at, to, when))
    list(function(out) or ())
    sys.settrace(None)
    print(function.__name__, at, to, when, out)

frame = sys._getframe()
print(frame.f_trace)
for value in 'a', 1:
    try:
        frame.f_lineno = value
    except ValueError as error:
        print(error)
frame.f_trace = print
print(frame.f_trace is print)
del frame.f_trace
print(frame.f_trace)
