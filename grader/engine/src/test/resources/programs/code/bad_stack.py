"""Code made by hand that leaves the wrong thing on the stack."""
import types


def changed(f, old, new):
    c = f.__code__
    raw = bytearray(c.co_code)
    i = [k for k in range(0, len(raw), 2) if raw[k] == old][0]
    raw[i] = new
    f.__code__ = types.CodeType(c.co_argcount, c.co_kwonlyargcount, c.co_nlocals, c.co_stacksize, c.co_flags, bytes(raw), c.co_consts, c.co_names, c.co_varnames, 'c.py', 'c', 1, c.co_lnotab, c.co_freevars, c.co_cellvars)
    return f


def inner(f):
    return types.FunctionType(f.__code__.co_consts[1], globals())
a = inner(lambda x: [y for y in x])
b = inner(lambda x: {y for y in x})
d = inner(lambda x: {y: y for y in x})
from opcode import opmap
import sys
for f, o, n in ((a, 'LIST_APPEND', 'SET_ADD'), (b, 'SET_ADD', 'LIST_APPEND'), (d, 'BUILD_MAP', 'BUILD_LIST')):
    try:
        print(changed(f, opmap[o], opmap[n])(iter([1, 2])))
    except SystemError as e:
        print(type(e), str(e).split(': ')[-1])
