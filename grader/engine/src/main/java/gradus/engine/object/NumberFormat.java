package gradus.engine.object;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers and text by a format specification (Python/formatter_unicode.c). */
final class NumberFormat {

  private static final int DEFAULT_PRECISION = 6;

  private final Space py;

  NumberFormat(Space py) {
    this.py = py;
  }

  static Raise unknown(char type, String kind) {
    return Raise.valueError(
        "Unknown format code '%s' for object of type '%s'".formatted(type, kind));
  }

  /** Text in its field. */
  static String str(String text, FormatSpec spec) {
    if (spec.type() != 0 && spec.type() != 's') {
      throw unknown(spec.type(), "str");
    }
    if (spec.sign() != 0) {
      throw Raise.valueError("Sign not allowed in string format specifier");
    }
    if (spec.alternate()) {
      throw Raise.valueError("Alternate form (#) not allowed in string format specifier");
    }
    if (spec.align() == '=') {
      throw Raise.valueError("'=' alignment not allowed in string format specifier");
    }
    int length = text.codePointCount(0, text.length());
    boolean cut = spec.precision() >= 0 && spec.precision() < length;
    String shown = cut ? text.substring(0, text.offsetByCodePoints(0, spec.precision())) : text;
    return pad("", shown, spec, '<');
  }

  /** Fills up to the width; a sign or prefix stays in front of {@code =} filling. */
  static String pad(String prefix, String digits, FormatSpec spec, char otherwise) {
    int length = prefix.length() + digits.codePointCount(0, digits.length());
    int missing = Math.max(0, spec.width() - length);
    String fill = Character.toString(spec.fill());
    return switch (spec.align() == 0 ? otherwise : spec.align()) {
      case '<' -> prefix + digits + fill.repeat(missing);
      case '^' -> fill.repeat(missing / 2) + prefix + digits + fill.repeat(missing - missing / 2);
      case '=' -> prefix + fill.repeat(missing) + digits;
      default -> fill.repeat(missing) + prefix + digits;
    };
  }

  String integer(long self, String text) {
    FormatSpec spec = FormatSpec.parse(text);
    BigInteger value = py.ints.value(self);
    if ("eEfFgG%".indexOf(spec.type()) >= 0 && spec.type() != 0) {
      return floating(py.numbers.intToDouble(self), spec, "int");
    }
    if (spec.precision() >= 0) {
      throw Raise.valueError("Precision not allowed in integer format specifier");
    }
    if (spec.type() == 'c') {
      requireCharacter(value, spec);
      return pad("", Character.toString(value.intValue()), spec, '<');
    }
    String digits = value.abs().toString(radix(spec.type()));
    digits = spec.type() == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    String prefix =
        spec.alternate() && "boxX".indexOf(spec.type()) >= 0 && spec.type() != 0
            ? "0" + spec.type()
            : "";
    return number(sign(value.signum() < 0, spec) + prefix, digits, "", spec);
  }

  private static void requireCharacter(BigInteger value, FormatSpec spec) {
    if (spec.sign() != 0) {
      throw Raise.valueError("Sign not allowed with integer format specifier 'c'");
    }
    if (spec.alternate()) {
      throw Raise.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (value.bitLength() >= Long.SIZE) {
      throw Raise.overflowError("Python int too large to convert to C long");
    }
    if (value.signum() < 0 || value.longValue() > Character.MAX_CODE_POINT) {
      throw Raise.overflowError("%c arg not in range(0x110000)");
    }
  }

  private static int radix(char type) {
    return switch (type) {
      case 0, 'd', 'n' -> 10;
      case 'b' -> 2;
      case 'o' -> 8;
      case 'x', 'X' -> 16;
      default -> throw unknown(type, "int");
    };
  }

  private static String sign(boolean negative, FormatSpec spec) {
    return negative ? "-" : spec.sign() == '+' ? "+" : spec.sign() == ' ' ? " " : "";
  }

  private static String number(String prefix, String whole, String rest, FormatSpec spec) {
    String digits = whole;
    if (spec.grouping() != 0) {
      int every = "boxX".indexOf(spec.type()) >= 0 && spec.type() != 0 ? 4 : 3;
      int zeros =
          spec.fill() == '0' && spec.align() == '='
              ? spec.width() - prefix.length() - rest.length()
              : 0;
      digits = group(whole, spec.grouping(), every, zeros);
    }
    return pad(prefix, digits + rest, spec, '>');
  }

  private static String group(String digits, char separator, int every, int width) {
    StringBuilder out = new StringBuilder();
    int count = 0;
    for (int at = digits.length() - 1; at >= 0 || out.length() < width; at--) {
      if (count > 0 && count % every == 0) {
        out.append(separator);
      }
      out.append(at >= 0 ? digits.charAt(at) : '0');
      count++;
    }
    return out.reverse().toString();
  }

  /** A complex number in its field; without a type it is in parentheses, as repr shows it. */
  String complex(double real, double imaginary, FormatSpec spec) {
    if (spec.fill() == '0' && spec.zero()) {
      throw Raise.valueError("Zero padding is not allowed in complex format specifier");
    }
    if (spec.align() == '=') {
      throw Raise.valueError("'=' alignment flag is not allowed in complex format specifier");
    }
    if (spec.type() != 0 && "eEfFgGn".indexOf(spec.type()) < 0) {
      throw unknown(spec.type(), "complex");
    }
    boolean bare = spec.type() == 0;
    boolean onlyImaginary = bare && real == 0 && Math.copySign(1.0, real) > 0;
    char type = bare && spec.precision() >= 0 ? 'g' : spec.type();
    FormatSpec first = spec.part(type, spec.sign());
    FormatSpec second = onlyImaginary ? first : spec.part(type, '+');
    String text = (onlyImaginary ? "" : part(real, first)) + part(imaginary, second) + "j";
    return pad("", bare && !onlyImaginary ? "(" + text + ")" : text, spec, '>');
  }

  private String part(double value, FormatSpec spec) {
    String text = floating(value, spec, "complex");
    return spec.type() == 0 && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A float in its field. */
  String floating(double value, FormatSpec spec, String kind) {
    char type = spec.type() == 'n' ? 'g' : spec.type();
    if (type != 0 && "eEfFgG%".indexOf(type) < 0) {
      throw unknown(type, kind);
    }
    boolean negative = value < 0 || (value == 0 && 1 / value < 0);
    String sign = sign(negative, spec);
    double magnitude = Math.abs(type == '%' ? value * 100 : value);
    String text = digits(magnitude, type, spec.precision(), spec.alternate());
    text = type == '%' ? text + "%" : text;
    text = Character.isUpperCase(type) ? text.toUpperCase(Locale.ROOT) : text;
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return number(sign, text.substring(0, end), text.substring(end), spec);
  }

  /** The digits of a double that is not negative. */
  static String digits(double value, char type, int precision, boolean alternate) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "nan" : "inf";
    }
    int places = precision < 0 ? DEFAULT_PRECISION : precision;
    return switch (type) {
      case 'f', 'F', '%' -> fixed(value, places, alternate);
      case 'e', 'E' -> exponential(value, places, alternate);
      case 'g', 'G' -> general(value, places, alternate, false);
      default -> precision < 0 ? FloatText.repr(value) : general(value, precision, alternate, true);
    };
  }

  private static String fixed(double value, int places, boolean alternate) {
    String text = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    return alternate && places == 0 ? text + "." : text;
  }

  private static String exponential(double value, int places, boolean alternate) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = value == 0 ? 0 : digits.length() - 1 - rounded.scale();
    StringBuilder padded = new StringBuilder(digits);
    while (padded.length() < places + 1) {
      padded.append('0');
    }
    padded.setLength(places + 1);
    String mantissa =
        places == 0
            ? padded + (alternate ? "." : "")
            : padded.charAt(0) + "." + padded.substring(1);
    return mantissa + exponent(exponent);
  }

  private static String exponent(int exponent) {
    return "%s%02d".formatted(exponent < 0 ? "e-" : "e+", Math.abs(exponent));
  }

  private static String general(double value, int precision, boolean alternate, boolean pointZero) {
    int significant = Math.max(1, precision);
    if (value == 0) {
      return pointZero ? "0.0" : alternate ? "0." + "0".repeat(significant - 1) : "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    boolean scientific =
        exponent < -4 || exponent >= (pointZero ? Math.max(significant, 1) : significant);
    if (scientific) {
      String text = exponential(value, significant - 1, alternate);
      int at = text.indexOf('e');
      return (alternate ? text.substring(0, at) : trim(text.substring(0, at))) + text.substring(at);
    }
    String plain =
        rounded
            .setScale(Math.max(0, significant - 1 - exponent), RoundingMode.HALF_EVEN)
            .toPlainString();
    if (alternate) {
      return plain.indexOf('.') < 0 ? plain + "." : plain;
    }
    String text = trim(plain);
    return pointZero && text.indexOf('.') < 0 ? text + ".0" : text;
  }

  private static String trim(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
