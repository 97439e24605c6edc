"""Ints of thousands of digits: their parts add up again, quickly."""
bits = [30, 31, 60, 64, 2099, 2100, 63000, 210000]
for a in bits:
    for b in bits:
        x, y = (1 << a) - 1, (1 << b) - 1
        if x * y != (1 << a + b) - (1 << a) - (1 << b) + 1:
            print('differs', a, b)
for shift in 1000, 100003:
    n = (7 << shift) + 12345
    print(n >> shift, n & 0xffffffff, n.bit_length(), -n >> shift, n % 1000003, (n * n - 1) // (n + 1) == n - 1)
    print(hash(n), hash(-n), n.__sizeof__() > shift // 8)
