a = lambda: 1; b = lambda: 1; c = lambda: 2
d = [x for x in y], [x for x in y]
