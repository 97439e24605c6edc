def step(n):
    x, y, vx, vy = 1.0, 0.0, 0.0, 1.0
    dt = 0.001
    for i in range(n):
        r2 = x * x + y * y
        f = 1.0 / (r2 * r2 ** 0.5)
        vx -= x * f * dt
        vy -= y * f * dt
        x += vx * dt
        y += vy * dt
    return x * x + y * y


print('%.6f' % step(100000))
