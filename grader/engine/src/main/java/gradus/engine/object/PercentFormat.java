package gradus.engine.object;

import java.math.BigInteger;

/** {@code text % values}, as C's printf. */
public final class PercentFormat {

  /** A field wider than so many bits count fits no memory this engine is given. */
  private static final int WIDEST_BITS = 27;

  private final Space py;
  private final PercentText kind;
  private final PercentNumbers numbers;

  public PercentFormat(Space py, PercentText kind) {
    this.py = py;
    this.kind = kind;
    numbers = new PercentNumbers(py, kind);
  }

  public String format(String template, long values) {
    Run run = new Run(template, values);
    try {
      return run.expand();
    } finally {
      py.xdecref(run.whole);
    }
  }

  /** The str itself that a single conversion gave, the template if it has none, or a new str. */
  long formatStr(long self, long values) {
    String template = py.strs.text(self);
    Run run = new Run(template, values);
    try {
      String text = run.expand();
      if (run.whole != 0) {
        return py.own(run.whole);
      }
      return template.indexOf('%') < 0 ? py.own(self) : py.strs.of(text);
    } finally {
      py.xdecref(run.whole);
    }
  }

  /** {@code ascii(object)}. */
  static long ascii(Space py, long object) {
    String text = py.texts.reprText(object);
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point < 128) {
                out.appendCodePoint(point);
              } else {
                out.append(StrRepr.escape(point));
              }
            });
    return py.strs.of(out.toString());
  }

  /** One formatting: the template, and how many values are used up. */
  private final class Run {
    private final String template;
    private final long values;
    private final boolean tuple;
    private int at;
    private int used;
    private boolean named;
    private final StringBuilder out = new StringBuilder();

    /** What alone came out of the last conversion, as a reference of its own, or 0. */
    private long whole;

    Run(String template, long values) {
      this.template = template;
      this.values = values;
      tuple = py.tuples.is(values);
    }

    String expand() {
      while (at < template.length()) {
        char c = template.charAt(at++);
        if (c != '%') {
          out.append(c);
        } else {
          out.append(conversion());
        }
      }
      boolean mapping = !tuple && !kind.isText(values) && hasItems();
      int count = tuple ? py.tuples.size(values) : 1;
      if (used < count && !named && !mapping) {
        throw Raise.typeError(
            "not all arguments converted during %s formatting".formatted(kind.name()));
      }
      return out.toString();
    }

    private boolean hasItems() {
      return py.calls.hasSpecial(values, "__getitem__");
    }

    private char next() {
      if (at >= template.length()) {
        throw Raise.valueError("incomplete format");
      }
      return template.charAt(at++);
    }

    private String conversion() {
      long keyed = key();
      StringBuilder flags = new StringBuilder();
      char c = next();
      while ("-+ #0".indexOf(c) >= 0) {
        flags.append(c);
        c = next();
      }
      at--;
      int width = number(flags, "width");
      int precision = -1;
      c = next();
      if (c == '.') {
        precision = Math.max(0, number(new StringBuilder(), "precision"));
        c = next();
      }
      while ("hlL".indexOf(c) >= 0) {
        c = next();
      }
      if (c == '%') {
        return "%";
      }
      long value = keyed != 0 ? keyed : py.own(value());
      try {
        return field(c, value, flags.toString(), width, precision);
      } finally {
        py.decref(value);
      }
    }

    private long key() {
      if (at >= template.length() || template.charAt(at) != '(') {
        return 0;
      }
      if (tuple || kind.isText(values) || !hasItems()) {
        throw Raise.typeError("format requires a mapping");
      }
      int depth = 1;
      int start = ++at;
      while (depth > 0) {
        if (at >= template.length()) {
          throw Raise.valueError("incomplete format key");
        }
        char c = template.charAt(at++);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      named = true;
      long key = kind.key(template.substring(start, at - 1));
      try {
        return py.items.get(values, key);
      } finally {
        py.decref(key);
      }
    }

    private long value() {
      if (tuple ? used >= py.tuples.size(values) : used >= 1) {
        throw Raise.typeError("not enough arguments for format string");
      }
      return tuple ? py.tuples.get(values, used++) : single();
    }

    private long single() {
      used++;
      return values;
    }

    private int number(StringBuilder flags, String what) {
      if (at < template.length() && template.charAt(at) == '*') {
        at++;
        BigInteger number = starred(what);
        if (number.signum() < 0) {
          flags.append('-');
        }
        return limited(what.equals("width") ? number.abs() : number);
      }
      int start = at;
      while (at < template.length() && Character.isDigit(template.charAt(at))) {
        at++;
      }
      return start == at ? -1 : parsed(template.substring(start, at), what);
    }

    private static int parsed(String digits, String what) {
      BigInteger value = new BigInteger(digits);
      if (value.bitLength() >= bits(what)) {
        throw Raise.valueError(what + " too big");
      }
      return limited(value);
    }

    private static int bits(String what) {
      return what.equals("width") ? Long.SIZE : Integer.SIZE;
    }

    /** A width or precision that is one of the values. */
    private BigInteger starred(String what) {
      long value = value();
      if (!py.types.is(value, TypeFlags.LONG)) {
        throw Raise.typeError("* wants int");
      }
      BigInteger number = py.ints.value(value);
      if (number.bitLength() >= bits(what)) {
        String type = what.equals("width") ? "ssize_t" : "int";
        throw Raise.overflowError("Python int too large to convert to C " + type);
      }
      return number;
    }

    private static int limited(BigInteger value) {
      if (value.bitLength() > WIDEST_BITS) {
        throw Raise.memoryError();
      }
      return value.intValue();
    }

    private String field(char type, long value, String flags, int width, int precision) {
      long converted = kind.convert(type, value);
      if (converted != 0) {
        return text(converted, flags, width, type == 'c' ? -1 : precision);
      }
      return switch (type) {
        case 'd', 'i', 'u', 'x', 'X', 'o' -> numbers.integer(type, value, flags, width, precision);
        case 'e', 'E', 'f', 'F', 'g', 'G' -> numbers.floating(type, value, flags, width, precision);
        default ->
            throw Raise.valueError(
                "unsupported format character '%s' (0x%x) at index %d"
                    .formatted(type, (int) type, at - 1));
      };
    }

    private String text(long converted, String flags, int width, int precision) {
      String whole = kind.text(converted);
      String text = whole;
      int length = text.codePointCount(0, text.length());
      if (precision >= 0 && precision < length) {
        text = text.substring(0, text.offsetByCodePoints(0, precision));
      }
      text = PercentNumbers.pad("", text, flags.replace("0", ""), width);
      if (at == template.length() && out.isEmpty() && text.equals(whole)) {
        this.whole = converted;
      } else {
        py.decref(converted);
      }
      return text;
    }
  }
}
