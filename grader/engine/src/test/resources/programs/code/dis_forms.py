# Everything dis accepts, and what a code object says of itself: flags by name, nested code in co_consts.
import dis
import inspect
import sys
import types


class Lines:
    def __init__(self):
        self.parts = []

    def write(self, part):
        self.parts.append(part)

    def getvalue(self):
        return ''.join(self.parts)


def text(action, *arguments):
    out = Lines()
    try:
        action(*arguments, file=out)
    except Exception as error:
        return '%s: %s\n' % (type(error).__name__, error)
    return out.getvalue()


def show(title, listing):
    print('--', title)
    for line in listing.splitlines():
        # Addresses of nested code objects differ from run to run.
        if ' at 0x' in line:
            line = line[:line.index(' at 0x')] + line[line.index(', file', line.index(' at 0x')):]
        print(line.rstrip())


def fib(n):
    "Yields the first n."
    a, b = 0, 1
    for _ in range(n):
        yield a
        a, b = b, a + b


class Thing:
    size = 3

    def method(self, x=1):
        return [self.size * y for y in x]

    @staticmethod
    def plain():
        return lambda: None

    @classmethod
    def made(cls):
        return cls()


async def waits(thing):
    async with thing:
        async for x in thing:
            await x


running = fib(3)
next(running)
frame = running.gi_frame
show('a generator function', text(dis.dis, fib))
show('a generator: its code, whatever it has done', text(dis.dis, running))
show('its frame is none of the forms', text(dis.dis, frame))
show('but the code of the frame is, with an arrow where it stands', text(dis.disassemble, frame.f_code, frame.f_lasti))
show('a bound method', text(dis.dis, Thing().method))
show('a static method', text(dis.dis, Thing.plain))
show('a class: all of its functions', text(dis.dis, Thing))
show('a coroutine function', text(dis.dis, waits))
show('source of statements', text(dis.dis, 'for i in x:\n    print(i)\nelse:\n    del x'))
show('source of an expression', text(dis.dis, 'a if b else c'))
show('raw bytes', text(dis.dis, b'\x64\x00\x53\x00'))
show('a builtin', text(dis.dis, len))
show('a number', text(dis.dis, 5))
show('source that does not compile', text(dis.dis, 'a = = b'))
show('compile with a mode', text(dis.dis, compile('x + 1', 'formula', 'eval')))
show('compile one line', text(dis.dis, compile('x + 1', 'prompt', 'single')))

for thing in (fib, running, Thing().method, waits, fib.__code__, 'x = 1\ny = x', frame, len, 5):
    show('show_code of ' + type(thing).__name__, text(dis.show_code, thing).replace(__file__, 'FILE'))

print('-- flags by name')


def outer(a, *b, c=1, **d):
    e = a

    def nested():
        return e

    return nested


def names(flags):
    return [name for bit, name in sorted(dis.COMPILER_FLAG_NAMES.items()) if flags & bit]


for code in (fib.__code__, outer.__code__, outer(1).__code__, Thing.method.__code__, waits.__code__, compile('1', '', 'eval'),
             compile('async def f():\n    yield 1', '', 'exec').co_consts[0]):
    print(code.co_name, names(code.co_flags), dis.pretty_flags(code.co_flags) == ', '.join(names(code.co_flags)))
print(bool(fib.__code__.co_flags & inspect.CO_GENERATOR), inspect.isgeneratorfunction(fib), inspect.iscoroutinefunction(waits))

print('-- nested code lies among the constants')


def tree(code, depth=0):
    print('  ' * depth + code.co_name, code.co_argcount, code.co_nlocals, code.co_stacksize, code.co_freevars, code.co_cellvars)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            tree(constant, depth + 1)


tree(outer.__code__)
tree(Thing.method.__code__)
tree(compile('class A:\n    def f(self):\n        return lambda: (x for x in [y for y in self])\n', 'nested', 'exec'))

print('-- every instruction, one by one')
for i in dis.get_instructions(lambda x: x.y if x else 300):
    print(i.offset, i.opcode, i.opname, i.arg, repr(i.argval), i.argrepr, i.is_jump_target)
print(list(dis.findlinestarts(fib.__code__)) == [(o, l) for o, l in dis.findlinestarts(running.gi_code)],
      [line - fib.__code__.co_firstlineno for _, line in dis.findlinestarts(fib.__code__)], dis.findlabels(fib.__code__.co_code))
bytecode = dis.Bytecode(fib)
print(len(list(bytecode)), bytecode.codeobj is fib.__code__, bytecode.first_line == fib.__code__.co_firstlineno)
try:
    1 / len('')
except ZeroDivisionError:
    show('a traceback', text(dis.distb, sys.exc_info()[2])[-400:])
    broken = dis.Bytecode.from_traceback(sys.exc_info()[2])
    print(broken.codeobj.co_name, broken.current_offset == sys.exc_info()[2].tb_lasti)
