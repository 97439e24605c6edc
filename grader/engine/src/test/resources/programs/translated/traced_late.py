# A trace function that is set while a translated loop is on the stack hears of its lines.
import sys

events = []


def tracer(frame, event, argument):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def helper(i):
    if i == 4000:
        sys.settrace(tracer)
        sys._getframe(1).f_trace = tracer
    if i == 4002:
        sys.settrace(None)


def loop(n):
    total = 0
    for i in range(n):
        helper(i)
        total += i
    return total


print(loop(4005))
for event in events:
    print(event)


def jumps(frame, event, argument):
    if event == 'line' and frame.f_lineno == frame.f_code.co_firstlineno + 3:
        frame.f_lineno += 1
    return jumps


def jumped(i):
    if i < 0:
        return 'never'
    x = 'unset'
    try:
        return x
    except UnboundLocalError as error:
        return str(error)


for i in range(3000):
    jumped(i)
sys.settrace(jumps)
print(jumped(1))
sys.settrace(None)
print(jumped(1))
