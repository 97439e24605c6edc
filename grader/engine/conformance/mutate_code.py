"""Prints, for damaged pieces of the standard library, what the running CPython makes of them.

Arguments: a seed and how many. Each is a line `S<TAB>mode<TAB>hex of the source`, then the rows of
dump_code.py. Deterministic for a seed.
"""
import os
import random
import sys
import warnings

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import dump_code

FRAGMENTS = (
    "( ) [ ] { } : ; , . .. ... = == != <> < > + - * ** / // @ -> % & | ^ ~ ' \" ''' \\ # \n \t "
    "0 08 0x 1_000 1__0 1e 1j 0b2 \r\n \f if else elif for in while break continue return yield "
    "async await def class lambda try except finally raise with as import from global nonlocal "
    "None True False not and or is del pass assert print exec __debug__ * ** self f'{x}' f'{' "
    "f'{x!r:>{y}}' b'x' u'\\u12' '\\N{DASH}' b'\\x1' \u00e9 \u20ac =1 *a **k x=1 (yield) "
).split(" ") + ["from __future__ import division\n", "\n\n", "    ", "  \n", "global x\n"]


def pieces(generator):
    library = os.path.dirname(os.__file__)
    files = sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(library)
        for name in names
        if name.endswith(".py") and "site-packages" not in folder and "lib2to3" not in folder)
    while True:
        with open(generator.choice(files), "rb") as file:
            try:
                lines = file.read().decode("utf-8").splitlines(True)
            except UnicodeDecodeError:
                continue
        if not lines:
            continue
        start = generator.randrange(len(lines))
        piece = lines[start:start + generator.randint(1, 25)]
        indent = min((len(line) - len(line.lstrip()) for line in piece if line.strip()), default=0)
        yield [line[indent:] if line.strip() else line for line in piece]


def damaged(lines, generator):
    text = "".join(lines)
    for _ in range(generator.choice((0, 1, 1, 1, 2, 3))):
        at = generator.randrange(len(text) + 1)
        kind = generator.randrange(4)
        if kind == 0:
            text = text[:at] + text[at + generator.randint(1, 4):]
        elif kind == 1:
            text = text[:at] + generator.choice(FRAGMENTS) + text[at:]
        elif kind == 2:
            text = text[:at] + " " + generator.choice(FRAGMENTS) + " " + text[at:]
        else:
            other = generator.randrange(len(text) + 1)
            text = text[:at] + text[min(at, other):max(at, other)][:30] + text[at:]
    if generator.random() < 0.2:
        text = "def f():\n" + "".join("  " + line for line in text.splitlines(True))
    return text


def main():
    generator = random.Random(int(sys.argv[1]))
    supply = pieces(generator)
    for _ in range(int(sys.argv[2])):
        text = damaged(next(supply), generator)
        mode = generator.choice(("exec", "exec", "exec", "single", "eval"))
        source = text.encode("utf-8", "surrogatepass")
        print("S\t%s\t%s" % (mode, source.hex()))
        for row in dump_code.compiled(source, "m.py", mode):
            print(row)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
