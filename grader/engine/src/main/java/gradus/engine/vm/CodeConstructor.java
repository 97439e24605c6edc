package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** {@code types.CodeType(…)}: a code object from its parts (code_new in Objects/codeobject.c). */
final class CodeConstructor {

  private static final String[] PARTS = {
    "argcount",
    "kwonlyargcount",
    "nlocals",
    "stacksize",
    "flags",
    "codestring",
    "constants",
    "names",
    "varnames",
    "filename",
    "name",
    "firstlineno",
    "lnotab",
    "freevars",
    "cellvars"
  };
  private static final int REQUIRED = 13;
  private static final int FIRST_LINE = 11;
  private static final int[] NUMBERS = {
    CodeObjects.ARGCOUNT,
    CodeObjects.KWONLY,
    CodeObjects.NLOCALS,
    CodeObjects.STACKSIZE,
    CodeObjects.FLAGS
  };

  private final Space py;
  private final Memory memory;
  private final CodeObjects codes;

  CodeConstructor(Space py, CodeObjects codes) {
    this.py = py;
    this.codes = codes;
    memory = py.memory;
  }

  long create(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("code", keywords);
    long[] parts = py.arguments.parseTuple("code", tuple, keywords, REQUIRED, PARTS);
    int[] numbers = new int[NUMBERS.length];
    for (int index = 0; index < NUMBERS.length; index++) {
      numbers[index] = number(parts[index]);
    }
    refuseNegative(numbers);
    int firstLine = number(parts[FIRST_LINE]);
    requireTypes(parts);
    long code = py.create(codes.type());
    for (int index = 0; index < NUMBERS.length; index++) {
      memory.store32(code + NUMBERS[index], numbers[index]);
    }
    memory.store32(code + CodeObjects.FIRSTLINE, firstLine);
    fill(code, parts);
    codes.placeCells(code);
    return code;
  }

  private int number(long object) {
    return (int) py.numbers.longArgument(object);
  }

  private static void refuseNegative(int[] numbers) {
    String[] names = {"argcount", "kwonlyargcount", "nlocals"};
    for (int index = 0; index < names.length; index++) {
      if (numbers[index] < 0) {
        throw Raise.valueError("code: %s must not be negative".formatted(names[index]));
      }
    }
  }

  private void requireTypes(long[] parts) {
    require(parts, 5, py.types.bytes, "bytes");
    for (int index : new int[] {6, 7, 8, 13, 14}) {
      require(parts, index, py.types.tuple, "tuple");
    }
    require(parts, 9, py.types.str, "str");
    require(parts, 10, py.types.str, "str");
    require(parts, 12, py.types.bytes, "bytes");
    for (int index : new int[] {7, 8, 13, 14}) {
      requireNames(parts[index]);
    }
  }

  private void require(long[] parts, int index, long type, String name) {
    if (parts[index] != 0 && !py.typeObjects.isInstance(parts[index], type)) {
      throw Raise.typeError(
          "code() argument %d must be %s, not %s"
              .formatted(index + 1, name, py.typeName(parts[index])));
    }
  }

  private void requireNames(long tuple) {
    for (int index = 0; tuple != 0 && index < py.tuples.size(tuple); index++) {
      long name = py.tuples.get(tuple, index);
      if (!py.strs.is(name)) {
        throw Raise.typeError(
            "name tuples must contain only strings, not '%s'".formatted(py.typeName(name)));
      }
    }
  }

  private void fill(long code, long[] parts) {
    memory.store64(code + CodeObjects.CODE, py.own(parts[5]));
    memory.store64(code + CodeObjects.CONSTS, py.own(parts[6]));
    memory.store64(code + CodeObjects.NAMES, names(parts[7]));
    memory.store64(code + CodeObjects.VARNAMES, names(parts[8]));
    memory.store64(code + CodeObjects.FILENAME, py.own(parts[9]));
    memory.store64(code + CodeObjects.NAME, py.own(parts[10]));
    memory.store64(code + CodeObjects.LNOTAB, py.own(parts[12]));
    memory.store64(code + CodeObjects.FREEVARS, names(parts[13]));
    memory.store64(code + CodeObjects.CELLVARS, names(parts[14]));
  }

  /** A tuple of the same names, interned: the interpreter compares them by address. */
  private long names(long tuple) {
    int size = tuple == 0 ? 0 : py.tuples.size(tuple);
    long names = py.tuples.create(size);
    for (int index = 0; index < size; index++) {
      py.tuples.set(names, index, py.strs.intern(py.own(py.tuples.get(tuple, index))));
    }
    return names;
  }
}
