package gradus.kit.dynamicarrays;

/**
 * An exact fraction in lowest terms, its denominator positive: {@code new Ratio(6, -4)} is {@code
 * -3/2}. A result that does not fit is an {@link ArithmeticException}, never a wrong number.
 *
 * @param numerator above the line; carries the sign
 * @param denominator below the line; not 0
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {
  /** Zero. */
  public static final Ratio ZERO = of(0);

  /** Reduces the fraction to lowest terms. */
  public Ratio {
    if (denominator == 0) {
      throw new ArithmeticException("a fraction over 0");
    }
    long divisor = greatestCommonDivisor(numerator, denominator);
    numerator = numerator / divisor;
    denominator = denominator / divisor;
    if (denominator < 0) {
      numerator = Math.negateExact(numerator);
      denominator = Math.negateExact(denominator);
    }
  }

  /** The whole number as a fraction. */
  public static Ratio of(long whole) {
    return new Ratio(whole, 1);
  }

  /** This and the other. */
  public Ratio plus(Ratio other) {
    return new Ratio(
        Math.addExact(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator)),
        Math.multiplyExact(denominator, other.denominator));
  }

  /** This less the other. */
  public Ratio minus(Ratio other) {
    return plus(new Ratio(Math.negateExact(other.numerator), other.denominator));
  }

  /** This so many times. */
  public Ratio times(long factor) {
    return new Ratio(Math.multiplyExact(numerator, factor), denominator);
  }

  @Override
  public int compareTo(Ratio other) {
    return Long.compare(
        Math.multiplyExact(numerator, other.denominator),
        Math.multiplyExact(other.numerator, denominator));
  }

  /** {@code 5/2}, and {@code 3} for a whole number. */
  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
