for a, b in c:
    if d: continue
    if e: break
else:
    f
for x in [1, 2, 3]: pass
for x in {1, 2, 2.0, True}: pass
for a, in b: c
while a:
    b
else:
    c
while 1:
    a
    break
while 0: never
else: always
while True:
    try:
        continue
    except A:
        break
    finally:
        b
for i in a:
    with b:
        continue
    for j in c:
        try: continue
        except: continue
