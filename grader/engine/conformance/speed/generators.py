def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(source):
    for x in source:
        yield x * x


def run(n):
    total = 0
    for x in squares(numbers(n)):
        total += x
    return total + sum(x for x in range(n))


print(run(150000))
