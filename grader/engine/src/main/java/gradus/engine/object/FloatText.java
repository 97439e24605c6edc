package gradus.engine.object;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floats as text: the shortest digits that read back as the same double (Python/dtoa.c, mode 0).
 */
public final class FloatText {

  private static final int ALWAYS_KEPT = 15;
  private static final int ALWAYS_ENOUGH = 17;
  private static final RoundingMode[] MODES = {
    RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN
  };

  private FloatText() {}

  /** {@code repr(float)}. */
  public static String repr(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0)) {
      return (long) value + ".0";
    }
    String text = withoutPoint(value);
    boolean readsAsInt = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    return readsAsInt ? text + ".0" : text;
  }

  /** The same without the {@code .0}, as it appears in a complex number. */
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

  /** The shortest decimal that reads back as a positive double. */
  public static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    int first = value < Double.MIN_NORMAL ? 1 : ALWAYS_KEPT;
    for (int digits = first; digits < ALWAYS_ENOUGH; digits++) {
      for (RoundingMode mode : MODES) {
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
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
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
