def sieve(n):
    flags = [True] * (n + 1)
    primes = []
    for i in range(2, n + 1):
        if flags[i]:
            primes.append(i)
            for k in range(i * i, n + 1, i):
                flags[k] = False
    return primes


print(len(sieve(200000)))
