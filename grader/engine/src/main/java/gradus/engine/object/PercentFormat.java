package gradus.engine.object;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** {@code text % values}, as C's printf. */
public final class PercentFormat {

  /** A field wider than so many bits count fits no memory this engine is given. */
  private static final int WIDEST_BITS = 27;

  private final Space py;
  private final PercentText kind;

  public PercentFormat(Space py, PercentText kind) {
    this.py = py;
    this.kind = kind;
  }

  public String format(String template, long values) {
    return new Run(template, values).expand();
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

    Run(String template, long values) {
      this.template = template;
      this.values = values;
      tuple = py.tuples.is(values);
    }

    String expand() {
      StringBuilder out = new StringBuilder();
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
        long value = value();
        if (!py.types.is(value, TypeFlags.LONG)) {
          throw Raise.typeError("* wants int");
        }
        int number = (int) py.ints.longValue(value);
        if (number < 0) {
          flags.append('-');
        }
        return Math.abs(number);
      }
      int start = at;
      while (at < template.length() && Character.isDigit(template.charAt(at))) {
        at++;
      }
      return start == at ? -1 : parsed(template.substring(start, at), what);
    }

    private static int parsed(String digits, String what) {
      BigInteger value = new BigInteger(digits);
      boolean isWidth = what.equals("width");
      if (value.bitLength() >= (isWidth ? Long.SIZE : Integer.SIZE)) {
        throw Raise.valueError(what + " too big");
      }
      if (isWidth && value.bitLength() > WIDEST_BITS) {
        throw Raise.memoryError();
      }
      return value.intValue();
    }

    private String field(char type, long value, String flags, int width, int precision) {
      Optional<String> text = kind.convert(type, value);
      if (text.isPresent()) {
        return text(text.get(), flags, width, type == 'c' ? -1 : precision);
      }
      return switch (type) {
        case 'd', 'i', 'u', 'x', 'X', 'o' -> integer(type, value, flags, width, precision);
        case 'e', 'E', 'f', 'F', 'g', 'G' -> floating(type, value, flags, width, precision);
        default ->
            throw Raise.valueError(
                "unsupported format character '%s' (0x%x) at index %d"
                    .formatted(type, (int) type, at - 1));
      };
    }

    private String text(String converted, String flags, int width, int precision) {
      String text = converted;
      int length = text.codePointCount(0, text.length());
      if (precision >= 0 && precision < length) {
        text = text.substring(0, text.offsetByCodePoints(0, precision));
      }
      return pad("", text, flags.replace("0", ""), width);
    }

    private String pad(String prefix, String text, String flags, int width) {
      int missing = width - prefix.length() - text.codePointCount(0, text.length());
      if (missing <= 0) {
        return prefix + text;
      }
      if (flags.contains("-")) {
        return prefix + text + " ".repeat(missing);
      }
      return flags.contains("0")
          ? prefix + "0".repeat(missing) + text
          : " ".repeat(missing) + prefix + text;
    }

    private String sign(boolean negative, String flags) {
      return negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    }

    private String integer(char type, long value, String flags, int width, int precision) {
      BigInteger number = intValue(type, value);
      int radix = type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
      String digits = number.abs().toString(radix);
      digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
      digits = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
      String prefix = flags.contains("#") && radix != 10 ? "0" + type : "";
      return pad(sign(number.signum() < 0, flags) + prefix, digits, flags, width);
    }

    private BigInteger intValue(char type, long value) {
      if (py.types.is(value, TypeFlags.LONG)) {
        return py.ints.value(value);
      }
      boolean radix = type == 'x' || type == 'X' || type == 'o';
      Optional<BigInteger> number = Optional.empty();
      if (py.numbers.isNumber(value)) {
        number = converted(radix, value);
      }
      return number.orElseThrow(
          () ->
              Raise.typeError(
                  "%%%s format: %s is required, not %s"
                      .formatted(
                          kind.named(type),
                          radix ? "an integer" : "a number",
                          py.typeName(value))));
    }

    private Optional<BigInteger> converted(boolean radix, long value) {
      try {
        long integer = radix ? py.numbers.index(value) : py.numbers.toInt(value);
        BigInteger number = py.ints.value(integer);
        py.decref(integer);
        return Optional.of(number);
      } catch (Raise raise) {
        py.exceptions.swallow(raise, "TypeError");
        return Optional.empty();
      }
    }

    private String floating(char type, long value, String flags, int width, int precision) {
      double number = kind.real(value);
      boolean negative = number < 0 || (number == 0 && 1 / number < 0);
      String digits = NumberFormat.digits(Math.abs(number), type, precision, flags.contains("#"));
      digits = Character.isUpperCase(type) ? digits.toUpperCase(Locale.ROOT) : digits;
      String sign = sign(negative, flags);
      return pad(sign, digits, Double.isFinite(number) ? flags : flags.replace("0", ""), width);
    }
  }
}
