"""Shows what the compiler made: code objects as listings of instructions."""

import sys
import types
from opcode import *
from opcode import stack_effect

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED",
    2: "NEWLOCALS",
    4: "VARARGS",
    8: "VARKEYWORDS",
    16: "NESTED",
    32: "GENERATOR",
    64: "NOFREE",
    128: "COROUTINE",
    256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}

FORMAT_VALUE = opmap["FORMAT_VALUE"]
_CONVERSIONS = ("", "str", "repr", "ascii")
_WITH_CODE = (
    types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)


def pretty_flags(flags):
    """The names of a code object's flags, lowest first; a bit without a name as a number."""
    words = []
    bit = 1
    while flags and bit < 1 << 32:
        if flags & bit:
            words.append(COMPILER_FLAG_NAMES.get(bit, hex(bit)))
            flags ^= bit
        bit <<= 1
    if flags or not words:
        words.append(hex(flags))
    return ", ".join(words)


# What may be disassembled.

def _compiled(source, name):
    try:
        return compile(source, name, "eval")
    except SyntaxError:
        return compile(source, name, "exec")


def _code_of(thing):
    """The code behind a function, method, generator, coroutine or source text."""
    thing = getattr(thing, "__func__", thing)
    for attribute in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(thing, attribute):
            thing = getattr(thing, attribute)
            break
    if isinstance(thing, str):
        thing = _compiled(thing, "<disassembly>")
    if hasattr(thing, "co_code"):
        return thing
    raise TypeError("don't know how to disassemble %s objects" % type(thing).__name__)


# Instructions.

class Instruction(tuple):
    """One instruction, with its argument in every form a reader may want."""

    __slots__ = ()
    _fields = (
        "opname", "opcode", "arg", "argval", "argrepr", "offset", "starts_line", "is_jump_target")

    def __new__(cls, opname, opcode, arg, argval, argrepr, offset, starts_line, is_jump_target):
        return tuple.__new__(
            cls, (opname, opcode, arg, argval, argrepr, offset, starts_line, is_jump_target))

    opname = property(lambda self: self[0])
    opcode = property(lambda self: self[1])
    arg = property(lambda self: self[2])
    argval = property(lambda self: self[3])
    argrepr = property(lambda self: self[4])
    offset = property(lambda self: self[5])
    starts_line = property(lambda self: self[6])
    is_jump_target = property(lambda self: self[7])

    @classmethod
    def _make(cls, values):
        return cls(*values)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **changes):
        return self._make(changes.pop(name, value) for name, value in zip(self._fields, self))

    def __repr__(self):
        pairs = ", ".join("%s=%r" % pair for pair in zip(self._fields, self))
        return "%s(%s)" % (type(self).__name__, pairs)

    def _disassemble(self, lineno_width=3, mark_as_current=False):
        columns = []
        if lineno_width:
            line = "" if self.starts_line is None else str(self.starts_line)
            columns.append(line.rjust(lineno_width))
        columns.append("-->" if mark_as_current else "   ")
        columns.append(">>" if self.is_jump_target else "  ")
        columns.append(str(self.offset).rjust(4))
        columns.append(self.opname.ljust(20))
        if self.arg is not None:
            columns.append(str(self.arg).rjust(5))
            if self.argrepr:
                columns.append("(%s)" % self.argrepr)
        return " ".join(columns).rstrip()


def _unpack_opargs(code):
    """Offset, opcode and argument of each instruction; prefixes are yielded, too."""
    extended = 0
    for offset in range(0, len(code), 2):
        op = code[offset]
        argument = None
        if op >= HAVE_ARGUMENT:
            argument = code[offset + 1] | extended
            extended = argument << 8 if op == EXTENDED_ARG else 0
        yield offset, op, argument


def findlabels(code):
    """The offsets that are jumped to, in the order in which jumps name them."""
    labels = []
    for offset, op, argument in _unpack_opargs(code):
        if argument is None:
            continue
        if op in hasjrel:
            target = offset + 2 + argument
        elif op in hasjabs:
            target = argument
        else:
            continue
        if target not in labels:
            labels.append(target)
    return labels


def findlinestarts(code):
    """Pairs of an offset and the line that begins there."""
    table = code.co_lnotab
    line = code.co_firstlineno
    shown = None
    offset = 0
    for index in range(0, len(table) - 1, 2):
        if table[index]:
            if line != shown:
                yield offset, line
                shown = line
            offset += table[index]
        step = table[index + 1]
        line += step - 256 if step >= 128 else step
    if line != shown:
        yield offset, line


def _named(table, index):
    return (index, repr(index)) if table is None else (table[index], table[index])


def _argument(op, argument, offset, names, variables, constants, cells):
    """What an argument stands for, and how that is written."""
    if op in hasconst:
        value = argument if constants is None else constants[argument]
        return value, repr(value)
    if op in hasname:
        return _named(names, argument)
    if op in hasjrel:
        target = offset + 2 + argument
        return target, "to " + repr(target)
    if op in haslocal:
        return _named(variables, argument)
    if op in hascompare:
        return cmp_op[argument], cmp_op[argument]
    if op in hasfree:
        return _named(cells, argument)
    if op == FORMAT_VALUE:
        conversion = _CONVERSIONS[argument & 3]
        spec = bool(argument & 4)
        text = conversion + (", " if conversion and spec else "") + ("with format" if spec else "")
        return ((None, str, repr, ascii)[argument & 3], spec), text
    return argument, ""


def _get_instructions_bytes(code, varnames=None, names=None, constants=None, cells=None,
                            linestarts=None, line_offset=0):
    labels = findlabels(code)
    line = None
    for offset, op, argument in _unpack_opargs(code):
        if linestarts is not None:
            line = linestarts.get(offset)
            if line is not None:
                line += line_offset
        value, text = None, ""
        if argument is not None:
            value, text = _argument(op, argument, offset, names, varnames, constants, cells)
        yield Instruction(
            opname[op], op, argument, value, text, offset, line, offset in labels)


def get_instructions(x, *, first_line=None):
    """The instructions of whatever has code; lines count from first_line if it is given."""
    code = _code_of(x)
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    return _get_instructions_bytes(
        code.co_code, code.co_varnames, code.co_names, code.co_consts,
        code.co_cellvars + code.co_freevars, dict(findlinestarts(code)), shift)


# Listings.

def _list(instructions, lasti, numbered, file):
    for instruction in instructions:
        if numbered and instruction.starts_line is not None and instruction.offset > 0:
            print(file=file)
        width = 3 if numbered else 0
        print(instruction._disassemble(width, instruction.offset == lasti), file=file)


def disassemble(co, lasti=-1, *, file=None):
    """Lists a code object; an arrow marks the instruction at lasti."""
    starts = dict(findlinestarts(co))
    instructions = _get_instructions_bytes(
        co.co_code, co.co_varnames, co.co_names, co.co_consts,
        co.co_cellvars + co.co_freevars, starts)
    _list(instructions, lasti, bool(starts), file)


disco = disassemble


def _disassemble_members(thing, file):
    for name, member in sorted(thing.__dict__.items()):
        if isinstance(member, _WITH_CODE):
            print("Disassembly of %s:" % name, file=file)
            try:
                dis(member, file=file)
            except TypeError as problem:
                print("Sorry:", problem, file=file)
            print(file=file)


def dis(x=None, *, file=None):
    """Lists the code of a function, class, module, source text …, or of the last traceback."""
    if x is None:
        distb(file=file)
        return
    x = getattr(x, "__func__", x)
    x = getattr(x, "__code__", x)
    x = getattr(x, "gi_code", x)
    if hasattr(x, "__dict__"):
        _disassemble_members(x, file)
    elif hasattr(x, "co_code"):
        disassemble(x, file=file)
    elif isinstance(x, (bytes, bytearray)):
        _list(_get_instructions_bytes(x), -1, False, file)
    elif isinstance(x, str):
        disassemble(_compiled(x, "<dis>"), file=file)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def distb(tb=None, *, file=None):
    """Lists the code in which an exception came up."""
    if tb is None:
        try:
            tb = sys.last_traceback
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble")
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


# What a code object says of itself.

def _numbered(title, values, show):
    yield title
    for pair in enumerate(values):
        yield show % pair


def _code_info(code):
    yield "Name:              %s" % code.co_name
    yield "Filename:          %s" % code.co_filename
    yield "Argument count:    %s" % code.co_argcount
    yield "Kw-only arguments: %s" % code.co_kwonlyargcount
    yield "Number of locals:  %s" % code.co_nlocals
    yield "Stack size:        %s" % code.co_stacksize
    yield "Flags:             %s" % pretty_flags(code.co_flags)
    if code.co_consts:
        yield from _numbered("Constants:", code.co_consts, "%4d: %r")
    for title, names in (
            ("Names:", code.co_names), ("Variable names:", code.co_varnames),
            ("Free variables:", code.co_freevars), ("Cell variables:", code.co_cellvars)):
        if names:
            yield from _numbered(title, names, "%4d: %s")


def code_info(x):
    """A table of what a code object says of itself."""
    return "\n".join(_code_info(_code_of(x)))


def show_code(co, *, file=None):
    print(code_info(co), file=file)


class Bytecode:
    """The instructions of an object, to be iterated over or listed."""

    def __init__(self, x, *, first_line=None, current_offset=None):
        self.codeobj = code = _code_of(x)
        self.first_line = code.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - code.co_firstlineno
        self._linestarts = dict(findlinestarts(code))
        self._original_object = x
        self.current_offset = current_offset

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb):
        """The code of the innermost frame, with the instruction that failed as the current one."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        return code_info(self.codeobj)

    def dis(self):
        """The listing as one text."""
        text = _Text()
        current = -1 if self.current_offset is None else self.current_offset
        _list(self, current, bool(self._linestarts), text)
        return "".join(text.parts)


class _Text:
    """What print can write to."""

    def __init__(self):
        self.parts = []

    def write(self, part):
        self.parts.append(part)


__all__ = [
    "code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels",
    "show_code", "get_instructions", "Instruction", "Bytecode", "cmp_op", "hasconst", "hasname",
    "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "opname", "opmap", "HAVE_ARGUMENT",
    "EXTENDED_ARG", "hasnargs", "stack_effect", "pretty_flags"]
