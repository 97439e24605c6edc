def run(n):
    counts = {}
    for i in range(n):
        key = i * 7919 % 1009
        if key in counts:
            counts[key] = counts[key] + 1
        else:
            counts[key] = 1
    names = {'alpha': 1, 'beta': 2, 'gamma': 3}
    total = 0
    for i in range(n):
        total += names['beta'] + names.get('gamma', 0)
    return len(counts), total


print(run(150000))
