package gradus.engine.compiler.code;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Python's {@code repr(float)}: the shortest digits that read back as the same double (3.6's
 * Python/dtoa.c, mode 0). {@code Double.toString} is not always the shortest before Java 19.
 */
public final class FloatRepr {
  private static final int ALWAYS_ENOUGH = 17;
  private static final int ALWAYS_KEPT = 15;

  private FloatRepr() {}

  /** {@code repr(x)}: with a {@code .0} where it would otherwise read as an int. */
  public static String of(double value) {
    String text = withoutPoint(value);
    boolean readsAsInt = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    return readsAsInt ? text + ".0" : text;
  }

  /** The same without the {@code .0}, as it appears within a complex number. */
  public static String withoutPoint(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    if (Double.isInfinite(value)) {
      return sign + "inf";
    }
    return sign + (value == 0 ? "0" : layOut(shortest(Math.abs(value))));
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    int first = value < Double.MIN_NORMAL ? 1 : ALWAYS_KEPT;
    for (int digits = first; digits < ALWAYS_ENOUGH; digits++) {
      for (RoundingMode mode :
          new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN}) {
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.doubleValue() == value) {
          return candidate;
        }
      }
    }
    return exact.round(new MathContext(ALWAYS_ENOUGH, RoundingMode.HALF_EVEN));
  }

  private static String layOut(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    String digits = stripped.unscaledValue().toString();
    int point = digits.length() - stripped.scale();
    if (point <= -4 || point > 16) {
      return exponential(digits, point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return digits + "0".repeat(point - digits.length());
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String exponential(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String size = Integer.toString(Math.abs(exponent));
    return digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + (size.length() < 2 ? "0" + size : size);
  }
}
