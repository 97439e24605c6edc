def check(n):
    if n % 3 == 0:
        raise ValueError(n)
    return n


def run(n):
    caught = 0
    pairs = []
    for i in range(n):
        try:
            check(i)
        except ValueError as error:
            caught += 1
        a, (b, c) = i, (i + 1, i + 2)
        pairs.append((c * 31 % 1000, a + b))
    pairs.sort()
    return caught, pairs[0], pairs[-1]


print(run(60000))
