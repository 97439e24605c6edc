package gradus.engine.builtin;

import gradus.engine.object.FloatText;
import gradus.engine.object.Raise;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Floats in hexadecimal: {@code float.hex} and {@code float.fromhex}. */
final class FloatHex {

  private static final Pattern HEX =
      Pattern.compile("([+-]?)(?:0x)?([0-9a-f]*)\\.?([0-9a-f]*)(?:p([+-]?\\d+))?");

  private FloatHex() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      return FloatText.withoutPoint(value);
    }
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    if (value == 0) {
      return sign + "0x0.0p+0";
    }
    long bits = Double.doubleToRawLongBits(value) & (1L << 52) - 1;
    boolean subnormal = Math.abs(value) < Double.MIN_NORMAL;
    int exponent = subnormal ? -1022 : Math.getExponent(value);
    return "%s0x%d.%013xp%+d".formatted(sign, subnormal ? 0 : 1, bits, exponent);
  }

  static double parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    String bare = lower.replaceFirst("^[+-]", "");
    if (bare.equals("inf") || bare.equals("infinity") || bare.equals("nan")) {
      double value = bare.equals("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
      return lower.startsWith("-") ? -value : value;
    }
    Matcher matcher = HEX.matcher(lower);
    if (!matcher.matches() || (matcher.group(2).isEmpty() && matcher.group(3).isEmpty())) {
      throw Raise.valueError("invalid hexadecimal floating-point string");
    }
    String exponent = matcher.group(4) == null ? "0" : matcher.group(4);
    String digits = matcher.group(2).isEmpty() ? "0" : matcher.group(2);
    String fraction = matcher.group(3).isEmpty() ? "" : "." + matcher.group(3);
    double value = Double.parseDouble(matcher.group(1) + "0x" + digits + fraction + "p" + exponent);
    if (Double.isInfinite(value)) {
      throw Raise.overflowError("hexadecimal value too large to represent as a float");
    }
    return value;
  }
}
