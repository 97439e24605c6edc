import sys


def failing(frame, event, arg):
    if event == mode:
        raise ValueError(event)
    return failing


def target():
    k = 1
    return k


def raising():
    [][k]


def caught():
    try:
        [][1]
    except IndexError:
        print('caught')


for mode in ['call', 'line', 'return', 'exception']:
    for function in target, raising, caught:
        sys.settrace(failing)
        try:
            function()
            print(mode, function.__name__, 'no error')
        except Exception as error:
            print(mode, function.__name__, repr(error), repr(error.__context__))
            traceback = error.__traceback__
            while traceback:
                print('   ', traceback.tb_frame.f_code.co_name, traceback.tb_lineno)
                traceback = traceback.tb_next
        print('   ', sys.gettrace() is None)
        sys.settrace(None)


def again():
    print('traced', sys._getframe(1).f_code.co_name)


def within(frame, event, arg):
    print(event, frame.f_code.co_name)
    if frame.f_code.co_name == 'target' and event == 'call':
        again()
        sys.call_tracing(raising_less, (1,))


def raising_less(n):
    return n


sys.settrace(within)
target()
sys.settrace(None)
for wrong in [(raising_less, 3), (3, ())]:
    try:
        sys.call_tracing(*wrong)
    except TypeError as error:
        print(error)
