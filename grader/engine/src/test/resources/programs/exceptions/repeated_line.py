"""Lines of a traceback that repeat are counted."""


def down(n):
    if n == 4: raise ValueError 
    down(n + 1)


down(0)
