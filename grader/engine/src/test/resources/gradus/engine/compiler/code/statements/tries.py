try:
    a
except B:
    b
except (C, D) as e:
    c
except:
    d
else:
    e
finally:
    f
try:
    a
finally:
    b
def f():
    try:
        return 1
    except E as e:
        raise
    finally:
        return 2
raise
raise A
raise A from b
with a: b
with a as b, c as (d, e), f: g
