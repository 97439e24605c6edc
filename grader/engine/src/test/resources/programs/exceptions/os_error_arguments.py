"""OSError takes two to five arguments apart, and a file only if there is one."""
for arguments in [(1,), (1, 2), (1, 2, 3), (1, 2, None), (1, 2, 3, 4), (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6),
                  (1, 2, None, 4, 5), (None, None, None)]:
    e = OSError(*arguments)
    print(e, e.args, e.errno, e.filename, e.filename2)
