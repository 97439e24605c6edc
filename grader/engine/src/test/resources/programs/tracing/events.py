import sys


def trace(frame, event, arg):
    if event == 'exception':
        arg = arg[0].__name__, str(arg[1]), arg[2] is None
    if type(arg).__name__ == 'list_iterator':
        arg = 'an iterator'
    print('%-9s %-9s %2d %r' % (event, frame.f_code.co_name, frame.f_lineno - first, arg))
    return trace


class Two:
    n = 0

    def __iter__(self):
        return iter([])

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration('end')
        return self.n


def generator():
    x = yield 1
    [][x]


def delegating():
    return (yield from Two.__iter__(None))


def program():
    it = generator()
    next(it)
    try:
        it.send(3)
    except IndexError:
        pass
    list(delegating())
    for n in map(lambda q: -q, [1]):
        while n < 0:
            n += 1
    try:
        raise KeyError(1)
    finally:
        return n


def stops_by_itself():
    for x in S():
        pass


class S(Two):
    def __iter__(self):
        return self

    def __repr__(self):
        return 'S'


first = program.__code__.co_firstlineno
sys.settrace(trace)
program()
stops_by_itself()
print(sys.gettrace() is trace)
sys.settrace(None)
print(sys.gettrace())


def changing(frame, event, arg):
    if event == 'line' and 'k' in frame.f_locals:
        frame.f_locals['k'] = 99
    return changing


def changed():
    k = 1
    j = k
    return k, j


sys.settrace(changing)
print(changed())


def only_calls(frame, event, arg):
    print(event, frame.f_code.co_name)


sys.settrace(only_calls)
print(changed())
sys.settrace(None)
