package gradus.engine.object;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The conversions of numbers in {@code %} formatting. */
final class PercentNumbers {

  private final Space py;
  private final PercentText kind;

  PercentNumbers(Space py, PercentText kind) {
    this.py = py;
    this.kind = kind;
  }

  static String pad(String prefix, String text, String flags, int width) {
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

  private static String sign(boolean negative, String flags) {
    return negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
  }

  String integer(char type, long value, String flags, int width, int precision) {
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
                        kind.named(type), radix ? "an integer" : "a number", py.typeName(value))));
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

  String floating(char type, long value, String flags, int width, int precision) {
    double number = kind.real(value);
    boolean negative = number < 0 || (number == 0 && 1 / number < 0);
    String digits = NumberFormat.digits(Math.abs(number), type, precision, flags.contains("#"));
    digits = Character.isUpperCase(type) ? digits.toUpperCase(Locale.ROOT) : digits;
    String sign = sign(negative, flags);
    return pad(sign, digits, Double.isFinite(number) ? flags : flags.replace("0", ""), width);
  }
}
