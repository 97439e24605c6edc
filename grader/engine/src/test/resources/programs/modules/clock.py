# the clock goes forward, and sleeping takes the time it says
import time

start = time.time()
a = time.perf_counter()
time.sleep(0.25)
b = time.perf_counter()
print(0.25 <= b - a < 0.5, time.time() > start, time.monotonic() <= time.monotonic())
print(type(time.process_time()).__name__, type(time.clock()).__name__)
time.sleep(0)
for bad in (-1, 'x', None):
    try:
        time.sleep(bad)
    except Exception as e:
        print(type(e).__name__, e)
