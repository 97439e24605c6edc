"""The instructions of wordcode: their numbers, and what their arguments stand for."""

from _opcode import numbers, stack_effect

opmap = numbers()
opname = ["<%d>" % number for number in range(256)]
for _name, _number in opmap.items():
    opname[_number] = _name
del _name, _number

cmp_op = (
    "<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not", "exception match", "BAD")
HAVE_ARGUMENT = 90
EXTENDED_ARG = opmap["EXTENDED_ARG"]


def _those(names):
    return sorted(opmap[name] for name in names.split())


hasconst = _those("LOAD_CONST")
hasname = _those(
    "STORE_NAME DELETE_NAME STORE_ATTR DELETE_ATTR STORE_GLOBAL DELETE_GLOBAL LOAD_NAME LOAD_ATTR"
    " IMPORT_NAME IMPORT_FROM LOAD_GLOBAL STORE_ANNOTATION")
hasjrel = _those(
    "FOR_ITER JUMP_FORWARD SETUP_LOOP SETUP_EXCEPT SETUP_FINALLY SETUP_WITH SETUP_ASYNC_WITH")
hasjabs = _those(
    "JUMP_IF_FALSE_OR_POP JUMP_IF_TRUE_OR_POP JUMP_ABSOLUTE POP_JUMP_IF_FALSE POP_JUMP_IF_TRUE"
    " CONTINUE_LOOP")
haslocal = _those("LOAD_FAST STORE_FAST DELETE_FAST")
hascompare = _those("COMPARE_OP")
hasfree = _those("LOAD_CLOSURE LOAD_DEREF STORE_DEREF DELETE_DEREF LOAD_CLASSDEREF")
hasnargs = []

__all__ = [
    "cmp_op", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree",
    "opname", "opmap", "HAVE_ARGUMENT", "EXTENDED_ARG", "hasnargs", "stack_effect"]
