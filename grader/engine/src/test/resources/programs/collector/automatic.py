# the collector starts by itself, when the youngest generation has grown past its threshold
import gc


class Node:
    def __init__(self, number):
        self.number = number
        self.me = self

    def __del__(self):
        ended.append(self.number)


ended = []
log = []
gc.collect()
gc.callbacks.append(lambda phase, info: log.append((phase, info['generation'])))
gc.set_threshold(50, 2, 2)
for i in range(300):
    Node(i)
gc.set_threshold(700, 10, 10)
gc.callbacks.clear()
print(len(ended) > 200, ended[:5])
print(log[:12], 10 < len(log) < 20)
gc.disable()
before = len(ended)
for i in range(2000):
    Node(i)
print(len(ended) - before)
print(gc.collect() > 4000, len(ended))
gc.enable()
