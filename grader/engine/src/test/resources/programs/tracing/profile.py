import sys


def profile(frame, event, arg):
    if event.startswith('c_'):
        arg = arg.__name__
    print(event, frame.f_code.co_name, arg)


def work():
    len([1])
    [].append(1)
    str(3)
    'a'.upper()
    len(*([],))
    sorted([2, 1], key=lambda v: -v, **{'reverse': True})
    try:
        len(3)
    except TypeError:
        pass
    list(values())
    return 5


def values():
    yield 1


sys.setprofile(profile)
work()
print(sys.getprofile() is profile)
sys.setprofile(None)
print(sys.getprofile())


def failing(frame, event, arg):
    if event == mode:
        raise ValueError(event)


for mode in ['call', 'return', 'c_call', 'c_return', 'c_exception']:
    sys.setprofile(failing)
    try:
        work()
        print(mode, 'no error')
    except Exception as error:
        print(mode, repr(error), sys.getprofile())
    sys.setprofile(None)
