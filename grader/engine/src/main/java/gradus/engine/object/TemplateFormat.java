package gradus.engine.object;

/** {@code str.format}: templates with replacement fields (Objects/stringlib/unicode_format.h). */
final class TemplateFormat {

  private static final int MAX_DEPTH = 2;

  private final Space py;

  TemplateFormat(Space py) {
    this.py = py;
  }

  long format(long self, long arguments, int count, long names) {
    return result(new Run(arguments, count, names, 0), self);
  }

  /** The str itself that a single field gave, or a new one. */
  private long result(Run run, long self) {
    try {
      String text = run.expand(py.strs.text(self), MAX_DEPTH);
      if (run.whole != 0) {
        return py.own(run.whole);
      }
      // A template without fields and doubled braces is its own result.
      return text.equals(py.strs.text(self)) ? py.own(self) : py.strs.of(text);
    } finally {
      py.xdecref(run.whole);
    }
  }

  /** {@code str.format_map(mapping)}. */
  long formatMap(long self, long mapping) {
    return result(new Run(0, 0, 0, mapping), self);
  }

  /** One call: its arguments, and how far automatic numbering has come. */
  private final class Run {
    private final long arguments;
    private final int count;
    private final long names;
    private final long mapping;
    private int automatic;
    private boolean manual;

    /** What a field gave that is the whole template, as a reference of its own, or 0. */
    private long whole;

    Run(long arguments, int count, long names, long mapping) {
      this.arguments = arguments;
      this.count = count;
      this.names = names;
      this.mapping = mapping;
    }

    String expand(String template, int depth) {
      if (depth <= 0) {
        throw Raise.valueError("Max string recursion exceeded");
      }
      StringBuilder out = new StringBuilder();
      int at = 0;
      while (at < template.length()) {
        char c = template.charAt(at);
        boolean doubled = at + 1 < template.length() && template.charAt(at + 1) == c;
        if ((c != '{' && c != '}') || doubled) {
          out.append(c);
          at += c == '{' || c == '}' ? 2 : 1;
          continue;
        }
        if (c == '}') {
          throw Raise.valueError("Single '}' encountered in format string");
        }
        if (at + 1 == template.length()) {
          throw Raise.valueError("Single '{' encountered in format string");
        }
        FormatField field = FormatField.read(template, at + 1);
        long text = formatted(field, depth);
        out.append(py.strs.text(text));
        if (depth == MAX_DEPTH && at == 0 && field.end() == template.length()) {
          whole = text;
        } else {
          py.decref(text);
        }
        at = field.end();
      }
      return out.toString();
    }

    /** The value comes first, so that it is numbered before the fields in its specification. */
    private long formatted(FormatField field, int depth) {
      long value = convert(value(field.name()), field.conversion());
      long spec = 0;
      try {
        long digits = field.spec().isEmpty() ? py.texts.digits(value) : 0;
        if (digits != 0) {
          return digits;
        }
        spec = py.strs.of(field.nested() ? expand(field.spec(), depth - 1) : field.spec());
        return py.texts.format(value, spec);
      } finally {
        py.xdecref(spec);
        py.decref(value);
      }
    }

    private long convert(long value, char conversion) {
      if (conversion == 0) {
        return value;
      }
      try {
        return switch (conversion) {
          case 'r' -> py.texts.repr(value);
          case 's' -> py.texts.str(value);
          case 'a' -> PercentFormat.ascii(py, value);
          default -> throw Raise.valueError("Unknown conversion specifier " + conversion);
        };
      } finally {
        py.decref(value);
      }
    }

    private long value(String name) {
      int end = 0;
      while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
        end++;
      }
      long value = argument(name.substring(0, end));
      int at = end;
      while (at < name.length()) {
        long next;
        if (name.charAt(at) == '.') {
          int stop = at + 1;
          while (stop < name.length() && ".[".indexOf(name.charAt(stop)) < 0) {
            stop++;
          }
          requireName(stop > at + 1);
          next = py.attributes.get(value, name.substring(at + 1, stop));
          at = stop;
        } else {
          int stop = name.indexOf(']', at);
          if (stop < 0) {
            throw Raise.valueError("Missing ']' in format string");
          }
          requireName(stop > at + 1);
          next = item(value, name.substring(at + 1, stop));
          at = stop + 1;
        }
        py.decref(value);
        value = next;
      }
      return value;
    }

    private void requireName(boolean present) {
      if (!present) {
        throw Raise.valueError("Empty attribute in format string");
      }
    }

    private long item(long value, String key) {
      long object = isNumber(key) ? py.ints.of(number(key)) : py.strs.of(key);
      try {
        return py.items.get(value, object);
      } finally {
        py.decref(object);
      }
    }

    private static boolean isNumber(String text) {
      return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String digits) {
      try {
        return Integer.parseInt(digits);
      } catch (NumberFormatException tooLarge) {
        throw Raise.valueError("Too many decimal digits in format string");
      }
    }

    private long argument(String name) {
      if (isNumber(name)) {
        return py.own(positional(name));
      }
      if (mapping != 0) {
        return item(mapping, name);
      }
      int keywords = names == 0 ? 0 : py.tuples.size(names);
      for (int index = 0; index < keywords; index++) {
        if (isNamed(py.tuples.get(names, index), name)) {
          return py.own(py.arguments.get(arguments, count + index));
        }
      }
      long key = py.strs.of(name);
      Raise raise = py.exceptions.keyError(key);
      py.decref(key);
      throw raise;
    }

    private boolean isNamed(long key, String name) {
      return py.strs.is(key) && py.strs.text(key).equals(name);
    }

    private long positional(String name) {
      if (mapping != 0) {
        throw Raise.valueError("Format string contains positional fields");
      }
      if (name.isEmpty() && manual) {
        throw Raise.valueError(
            "cannot switch from manual field specification to automatic field numbering");
      }
      if (!name.isEmpty() && automatic > 0) {
        throw Raise.valueError(
            "cannot switch from automatic field numbering to manual field specification");
      }
      manual |= !name.isEmpty();
      int index = name.isEmpty() ? automatic++ : number(name);
      if (index >= count) {
        throw Raise.indexError("tuple index out of range");
      }
      return py.arguments.get(arguments, index);
    }
  }
}
