a = b = 1
a, b = b, a
a, b, c = c, b, a
a, *b, c = d
[a, (b, *c)] = d
x.y = z[1] = q[1:2, ..., ::3] = 5
a += 1
x.y -= 2
x[1] *= 3
x[a:b] @= 4
a /= b
a //= b
a %= b
a **= b
a <<= b
a >>= b
a &= b
a |= b
a ^= b
del a, x.y, x[1], (b, [c])
n: int
n: int = 3
x.n: str = 'a'
x[1]: float
x[1:2, 3]: f()
(n): int = 4
() = x
[] = y
