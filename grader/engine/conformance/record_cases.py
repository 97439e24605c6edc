"""Records what the running CPython 3.6 makes of the compiler's test cases, beside the cases.

Argument: the folder src/test/resources/gradus/engine/compiler. In errors/*.txt a case is a line
`# mode`, followed after a re-recording by the outcome, then the source in one line, its line ends and
other special characters written as in a Python literal. In code/**/*.py a case is the file; its
code objects go to a .txt beside it, what dis prints to a .dis.
"""
import contextlib
import dis
import io
import os
import re
import sys
import warnings

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import dump_code

ESCAPE = re.compile(r"\\(\\|n|t|r|x[0-9a-f]{2}|u[0-9a-f]{4}|\")")


def source_of(line):
    return ESCAPE.sub(lambda match: eval("'" + match.group(0) + "'"), line)


def record_errors(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    out = []
    for head, line in zip(lines[::2], lines[1::2]):
        mode = head.split()[1]
        row = next(dump_code.compiled(source_of(line).encode("utf-8"), "case.py", mode))
        outcome = " ".join(row.split("\t")[1:]) if row.startswith("E") else "compiles"
        out += ["# %s %s" % (mode, outcome), line]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


def record_code(path):
    with open(path, "rb") as file:
        source = file.read()
    name = os.path.basename(path)
    with open(path[:-3] + ".txt", "w", encoding="ascii") as file:
        file.writelines(row + "\n" for row in dump_code.compiled(source, name, "exec"))
    listing = io.StringIO()
    with contextlib.redirect_stdout(listing):
        dis.dis(compile(source, name, "exec", 0, True))
    with open(path[:-3] + ".dis", "w", encoding="utf-8") as file:
        file.write(re.sub(r" at 0x[0-9a-f]+,", " at 0x000000000000,", listing.getvalue()))


def main():
    warnings.simplefilter("ignore")
    for folder, _, names in os.walk(sys.argv[1]):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if os.path.basename(folder) == "errors":
                record_errors(path)
            elif name.endswith(".py"):
                record_code(path)


if __name__ == "__main__":
    main()
