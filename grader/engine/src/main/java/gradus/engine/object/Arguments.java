package gradus.engine.object;

import gradus.engine.memory.Memory;

/** Arguments of native functions: converting between their forms, and checking their number. */
public final class Arguments {

  private final Space py;
  private final Memory memory;

  Arguments(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** An argument, borrowed. */
  public long get(long arguments, int index) {
    return memory.load64(arguments + 8L * index);
  }

  /** A dict of the keyword arguments that follow the positional ones. */
  public long keywordDict(long arguments, int count, long names) {
    long dict = py.dicts.create();
    for (int index = 0; index < py.tuples.size(names); index++) {
      py.dicts.set(dict, py.tuples.get(names, index), get(arguments, count + index));
    }
    return dict;
  }

  /** Writes a tuple's and a dict's values to an array; the result is the tuple of keywords. */
  long spread(long tuple, long keywords, long array) {
    int positional = py.tuples.size(tuple);
    memory.copy(array, tuple + Tuples.ITEMS, 8L * positional);
    long names = py.tuples.create(py.dicts.size(keywords));
    int index = 0;
    for (int at = py.dicts.next(keywords, 0); at >= 0; at = py.dicts.next(keywords, at + 1)) {
      py.tuples.set(names, index, py.own(py.dicts.keyAt(keywords, at)));
      memory.store64(array + 8L * (positional + index++), py.dicts.valueAt(keywords, at));
    }
    return names;
  }

  /** Checks the number of positional arguments as PyArg_ParseTuple does. */
  public void count(String function, int count, int min, int max) {
    if (count >= min && count <= max) {
      return;
    }
    String many = min == max ? "exactly" : count < min ? "at least" : "at most";
    int bound = count < min ? min : max;
    throw Raise.typeError(
        "%s takes %s %d argument%s (%d given)"
            .formatted(
                function.isEmpty() ? "function" : function + "()",
                many,
                bound,
                bound == 1 ? "" : "s",
                count));
  }

  /** Checks that there is one positional argument, as for a function of METH_O. */
  public void one(String function, int count) {
    if (count != 1) {
      throw Raise.typeError(
          "%s() takes exactly one argument (%d given)".formatted(function, count));
    }
  }

  /** Checks the number of positional arguments as PyArg_UnpackTuple does. */
  public void unpack(String function, int count, int min, int max) {
    if (count >= min && count <= max) {
      return;
    }
    String many = min == max ? "" : count < min ? "at least " : "at most ";
    throw Raise.typeError(
        "%s expected %s%d arguments, got %d"
            .formatted(function, many, count < min ? min : max, count));
  }

  /** An argument that must be a str (the format unit U). */
  public void requireStr(String function, int position, long argument) {
    if (!py.strs.is(argument)) {
      throw Raise.typeError(
          "%s() argument %d must be str, not %s".formatted(function, position, kind(argument)));
    }
  }

  /** How messages about arguments of the wrong type name what was given. */
  public String kind(long argument) {
    return argument == py.none ? "None" : py.typeName(argument);
  }

  /** Refuses keywords. */
  public void noKeywords(String function, long names) {
    if (names != 0 && py.tuples.size(names) > 0) {
      throw Raise.typeError(function + "() takes no keyword arguments");
    }
  }

  /** Refuses keywords that come as a dict. */
  public void noKeywordDict(String function, long keywords) {
    if (keywords != 0 && py.dicts.size(keywords) > 0) {
      throw Raise.typeError(function + " does not take keyword arguments");
    }
  }

  /**
   * Brings arguments into the order of parameters, 0 where one is not given; all borrowed.
   *
   * @param min how many parameters must be given
   * @param parameters the names; one that is empty cannot be given by keyword, and a {@code $}
   *     before a name begins those that can only be given so
   */
  public long[] parse(
      String function, long arguments, int count, long names, int min, String... parameters) {
    long[] values = new long[parameters.length];
    int keywords = names == 0 ? 0 : py.tuples.size(names);
    int positional = positionals(parameters);
    if (count + keywords > parameters.length) {
      atMost(function, count + keywords, parameters.length);
    }
    if (count > positional) {
      throw Raise.typeError(
          "'%s' is a keyword-only argument".formatted(parameters[positional].substring(1)));
    }
    for (int index = 0; index < count; index++) {
      values[index] = get(arguments, index);
    }
    int unknown = -1;
    for (int index = keywords - 1; index >= 0; index--) {
      long name = py.tuples.get(names, index);
      if (!place(values, name, get(arguments, count + index), parameters, count)) {
        unknown = index;
      }
    }
    for (int index = 0; index < min; index++) {
      if (values[index] == 0) {
        missing(function, index, parameters, count, min);
      }
    }
    if (unknown >= 0) {
      throw invalid(py.tuples.get(names, unknown));
    }
    return values;
  }

  private static void atMost(String function, int given, int limit) {
    throw Raise.typeError(
        "%s() takes at most %d argument%s (%d given)"
            .formatted(function, limit, limit == 1 ? "" : "s", given));
  }

  private static int positionals(String... parameters) {
    int count = 0;
    while (count < parameters.length && !parameters[count].startsWith("$")) {
      count++;
    }
    return count;
  }

  private void missing(String function, int index, String[] parameters, int count, int min) {
    if (parameters[index].isEmpty()) {
      count(function, count, min, parameters.length);
    }
    requireGiven(parameters[index], index + 1, 0);
  }

  /** Says which argument is missing, if it is. */
  public void requireGiven(String parameter, int position, long argument) {
    if (argument == 0) {
      throw Raise.typeError(
          "Required argument '%s' (pos %d) not found".formatted(parameter, position));
    }
  }

  /** Puts an argument where its name says; whether there is such a parameter. */
  private boolean place(long[] values, long key, long value, String[] parameters, int count) {
    String name = py.strs.is(key) ? py.strs.text(key) : "";
    for (int index = 0; index < parameters.length; index++) {
      if (!name.isEmpty() && parameters[index].replace("$", "").equals(name)) {
        if (index < count) {
          throw Raise.typeError(
              "Argument given by name ('%s') and position (%d)".formatted(name, index + 1));
        }
        values[index] = value;
        return true;
      }
    }
    return false;
  }

  /** The exception for a keyword argument that no parameter takes. */
  Raise invalid(long key) {
    return Raise.typeError(
        py.strs.is(key)
            ? "'%s' is an invalid keyword argument for this function".formatted(py.strs.text(key))
            : "keywords must be strings");
  }

  /** The same for arguments that come as a tuple and a dict. */
  public long[] parseTuple(
      String function, long tuple, long keywords, int min, String... parameters) {
    if (keywords == 0 || py.dicts.size(keywords) == 0) {
      return parse(function, tuple + Tuples.ITEMS, py.tuples.size(tuple), 0, min, parameters);
    }
    int count = py.tuples.size(tuple) + py.dicts.size(keywords);
    long array = py.stack.push(count);
    long names = spread(tuple, keywords, array);
    try {
      return parse(function, array, py.tuples.size(tuple), names, min, parameters);
    } finally {
      py.decref(names);
      py.stack.pop(count);
    }
  }
}
