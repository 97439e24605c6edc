# What the compiler made of a function: instructions, constants, flags, nested code.
import dis


def area(width, height=2, *rest, unit, **options):
    "Multiplies."
    total = width * height
    for factor in rest:
        if factor > total and options.get is not None:
            print(f'{total!r:>{width}} {unit}')
    return lambda: total


def without_addresses(text):
    parts = text.split(' at 0x')
    return parts[0] + ''.join(' at 0x…' + part[part.index(','):] for part in parts[1:])


class Lines:
    def __init__(self):
        self.parts = []

    def write(self, part):
        self.parts.append(part)


def show(*args, using=dis.dis):
    lines = Lines()
    using(*args, file=lines)
    print(without_addresses(''.join(lines.parts)))


show(area)
show(area, using=dis.show_code)
show('a = 1; b = [a for a in b]')
show('1 + a')
show(b'd\x00S\x00')
nested = area.__code__.co_consts[-2]
print(nested.co_name, dis.pretty_flags(nested.co_flags))


class Counter:
    def step(self):
        return self

    @classmethod
    def count(cls):
        yield 1


show(Counter)
show(Counter().step)
counting = Counter.count()
next(counting)
show(counting.gi_code, counting.gi_frame.f_lasti, using=dis.disassemble)
for instruction in dis.get_instructions('x = y if x else z', first_line=10):
    print(instruction)
print(dis.Bytecode('x').dis())
print(dis.Bytecode(area).info()[:30])
print([dis.stack_effect(dis.opmap[name], 3) for name in ('BUILD_LIST', 'CALL_FUNCTION')])
print(dis.hasname, dis.hasfree, dis.hasjabs, dis.hasjrel, dis.opname[:5], dis.opname[100])
print(dis.pretty_flags(0), dis.pretty_flags(0x1000001))
for wrong in (lambda: dis.dis(3), lambda: dis.stack_effect(100), lambda: dis.stack_effect(1, 2),
              lambda: dis.stack_effect(300, 1), lambda: dis.distb()):
    try:
        wrong()
    except (TypeError, ValueError, RuntimeError) as error:
        print(type(error).__name__, error)
try:
    1 / 0
except ZeroDivisionError as error:
    show(error.__traceback__, using=dis.distb)
