package gradus.engine.builtin;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;

/** {@code str.maketrans} and {@code str.translate}: texts mapped character by character. */
final class StrTranslation {

  private final Space py;

  StrTranslation(Space py) {
    this.py = py;
  }

  void install(TypeBuilder type) {
    type.method1("translate", this::translate).staticMethods("maketrans", this::makeTable);
  }

  private long translate(long self, long table) {
    StringBuilder out = new StringBuilder();
    for (int point : py.strs.codePoints(self)) {
      long key = py.ints.of(point);
      try {
        append(out, py.items.get(table, key));
      } catch (Raise raise) {
        py.exceptions.swallow(raise, "LookupError");
        out.appendCodePoint(point);
      } finally {
        py.decref(key);
      }
    }
    return py.strs.of(out.toString());
  }

  private void append(StringBuilder out, long value) {
    try {
      if (py.strs.is(value)) {
        out.append(py.strs.text(value));
      } else if (value != py.none) {
        out.appendCodePoint(codePoint(value));
      }
    } finally {
      py.decref(value);
    }
  }

  private int codePoint(long value) {
    if (!py.types.is(value, TypeFlags.LONG)) {
      throw Raise.typeError("character mapping must return integer, None or str");
    }
    long number = py.numbers.longArgument(value);
    if (number < 0 || number > Character.MAX_CODE_POINT) {
      throw Raise.valueError("character mapping must be in range(0x110000)");
    }
    return (int) number;
  }

  private long makeTable(long self, long args, int count, long names) {
    py.arguments.noKeywords("maketrans", names);
    py.arguments.unpack("maketrans", count, 1, 3);
    long table = py.dicts.create();
    try {
      if (count == 1) {
        fromDict(table, py.arguments.get(args, 0));
      } else {
        fromTexts(table, args, count);
      }
      return table;
    } catch (Raise raise) {
      py.decref(table);
      throw raise;
    }
  }

  private void fromDict(long table, long dict) {
    if (!py.dicts.is(dict)) {
      throw Raise.typeError("if you give only one argument to maketrans it must be a dict");
    }
    long items = py.calls.method(dict, "items");
    long list = py.items.tupleOf(items);
    py.decref(items);
    try {
      for (int index = 0; index < py.tuples.size(list); index++) {
        long pair = py.tuples.get(list, index);
        put(table, py.tuples.get(pair, 0), py.tuples.get(pair, 1));
      }
    } finally {
      py.decref(list);
    }
  }

  private void put(long table, long key, long value) {
    if (py.strs.is(key)) {
      if (py.strs.length(key) != 1) {
        throw Raise.valueError("string keys in translate table must be of length 1");
      }
      long number = py.ints.of(py.strs.at(key, 0));
      py.items.set(table, number, value);
      py.decref(number);
    } else if (py.types.is(key, TypeFlags.LONG)) {
      py.items.set(table, key, value);
    } else {
      throw Raise.typeError("keys in translate table must be strings or integers");
    }
  }

  private void fromTexts(long table, long args, int count) {
    long from = py.arguments.get(args, 0);
    long to = py.arguments.get(args, 1);
    if (!py.strs.is(from)) {
      throw Raise.typeError(
          "first maketrans argument must be a string if there is a second argument");
    }
    requireText("maketrans() argument 2", to);
    if (py.strs.length(from) != py.strs.length(to)) {
      throw Raise.valueError("the first two maketrans arguments must have equal length");
    }
    for (int index = 0; index < py.strs.length(from); index++) {
      long value = py.ints.of(py.strs.at(to, index));
      putPoint(table, py.strs.at(from, index), value);
      py.decref(value);
    }
    if (count == 3) {
      long dropped = py.arguments.get(args, 2);
      requireText("maketrans() argument 3", dropped);
      for (int point : py.strs.codePoints(dropped)) {
        putPoint(table, point, py.none);
      }
    }
  }

  private void requireText(String what, long value) {
    if (!py.strs.is(value)) {
      throw Raise.typeError("%s must be str, not %s".formatted(what, py.typeName(value)));
    }
  }

  private void putPoint(long table, int point, long value) {
    long key = py.ints.of(point);
    py.items.set(table, key, value);
    py.decref(key);
  }
}
