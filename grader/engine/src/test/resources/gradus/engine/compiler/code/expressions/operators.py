a + b - c * d @ e / f % g // h ** i
a << b >> c & d | e ^ f
-a, +b, ~c, not d
a and b and c
a or b or c
(a and b) or c
a and (b or c)
(a or b) and (c or d)
not (a and b)
a < b
a < b > c
a == b != c <= d >= e
a is b is not c in d not in e
a.b.c[d](e)
a[1], a[1:], a[:1], a[1:2], a[::2], a[1:2:3], a[:, 1], a[1, 2], a[...], a[1:2, ::3], a[()]
x = (a
     + b
     + c(d,
         e)
     .f[
         g])
(a if b else
 c)
