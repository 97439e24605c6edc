def f(a, b, c):
    if a and b or c: return 1
    if a or b and c: return 2
    while a and (b or c):
        if b: continue
        else: break
    if not a: return 3
    if not a is b: return 4
    if not a in b: c
    if a:
        if b: return 5
        else: c
    else:
        return 6
    x = (a and b) or c
    y = a and b and c or a
    z = not (a or b)
    while 1:
        if a: return b
    return a if b else c
def g(a):
    for x in a:
        if x:
            if a: continue
            if x: break
        else:
            for y in x:
                if y: break
            else: continue
    try:
        if a: return 1
        else: pass
    finally:
        if a: 2
def h(a):
    return a
    a = 1
    while a: a
    return 2
def i(a):
    if 1 and a: b
    if a and 1: b
    if 0 or a: b
    while a or 1: b
    return 1 if a and () else None
def j(a):
    try: raise a
    except: return
    else: return
