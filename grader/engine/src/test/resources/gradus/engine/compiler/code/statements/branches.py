if a:
    b
elif c:
    d
elif e:
    f
else:
    g
if 0:
    never
else:
    always
if 1: x
if 'text': y
if None: z
if b'': w
if ...: v
if __debug__: u
if not a and b or not c: d
if a in [1, 2] or b not in {1, 2} or not c in (1,): e
if a < b < c != d is not e: f
x = a if b else c if d else e
assert a
assert a, 'message'
pass
