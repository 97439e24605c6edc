"""Prints, for every source file of the running CPython, the fields of its code objects.

A file begins with a line `F<TAB>path`; then comes a line `C` with tab-separated fields for each code
object, outer before inner, or one line `E` with what the compiler raised. Everything is ASCII.
"""
import os
import sys
import types


def constant(value):
    if isinstance(value, types.CodeType):
        return "code"
    if isinstance(value, frozenset):
        return "frozenset:" + ", ".join(sorted(ascii(item) for item in value))
    return type(value).__name__ + ":" + ascii(value)


def rows(code):
    consts = "|".join(escaped(constant(value)) for value in code.co_consts)
    names = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    yield "\t".join(
        ["C", escaped(plain(code.co_name)), str(code.co_argcount),
         str(code.co_kwonlyargcount), str(code.co_nlocals), str(code.co_stacksize),
         str(code.co_flags), code.co_code.hex(), consts]
        + [" ".join(plain(name) for name in group) for group in names]
        + [str(code.co_firstlineno), code.co_lnotab.hex()])
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            yield from rows(value)


def plain(text):
    return text.encode("ascii", "backslashreplace").decode("ascii")


def escaped(text):
    return text.replace("\t", " ").replace("|", "\\|")


def compiled(source, filename, mode):
    try:
        code = compile(source, filename, mode, 0, True)
    except BaseException as error:
        place = [getattr(error, name, None) for name in ("lineno", "offset", "text")]
        message = plain(str(getattr(error, "msg", error)))
        yield "E\t%s\t%s\t%s" % (type(error).__name__, message, plain(repr(place)))
    else:
        yield from rows(code)


def main():
    library = os.path.dirname(os.__file__)
    for folder, folders, files in sorted(os.walk(library)):
        folders.sort()
        if "site-packages" in folder:
            continue
        for name in sorted(files):
            if not name.endswith(".py"):
                continue
            path = os.path.join(folder, name)
            print("F\t" + path)
            with open(path, "rb") as file:
                source = file.read()
            for row in compiled(source, os.path.relpath(path, library), "exec"):
                print(row)


if __name__ == "__main__":
    import warnings
    warnings.simplefilter("ignore")
    main()
