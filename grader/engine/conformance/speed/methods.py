class Counter:
    def __init__(self):
        self.value = 0
        self.step = 2

    def advance(self, by):
        self.value = self.value + self.step * by
        return self


def run(n):
    counter = Counter()
    for i in range(n):
        counter.advance(i)
    return counter.value


print(run(200000))
