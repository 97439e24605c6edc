"""Where a SyntaxError says it is, and whether its args say so."""
SOURCES = ["def f(a, a): pass", "def f():\n    x = 1\n    global x\n", "f() = 1", "(", "x = (1,\n\n", "if 1:\nx", "return"]
for source in SOURCES:
    try:
        compile(source, 'nofile', 'exec')
    except SyntaxError as e:
        print(e.args, e.msg, e.filename, e.lineno, e.offset, repr(e.text))
