package gradus.engine.builtin;

import gradus.engine.object.Raise;
import java.math.BigInteger;

/** The quotient of two ints of any size as the nearest double, ties to even. */
final class Division {

  private static final int EXTRA = 66;

  /** The exponent of the smallest float. */
  private static final int LAST_BIT = -1074;

  private Division() {}

  static double ofInts(BigInteger dividend, BigInteger divisor) {
    BigInteger left = dividend.abs();
    BigInteger right = divisor.abs();
    if (left.signum() == 0) {
      return 0.0;
    }
    // A quotient of at least 65 bits whose lowest bit stands for all that is cut off.
    int shift = EXTRA - left.bitLength() + right.bitLength();
    BigInteger scaled = shift >= 0 ? left.shiftLeft(shift) : left;
    BigInteger by = shift >= 0 ? right : right.shiftLeft(-shift);
    BigInteger[] parts = scaled.divideAndRemainder(by);
    BigInteger quotient = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
    double value = scale(quotient, -shift);
    if (Double.isInfinite(value)) {
      throw Raise.overflowError("integer division result too large for a float");
    }
    return dividend.signum() * divisor.signum() < 0 ? -value : value;
  }

  private static double scale(BigInteger quotient, int exponent) {
    if (quotient.bitLength() + exponent > Double.MIN_EXPONENT) {
      return Math.scalb(quotient.doubleValue(), exponent);
    }
    // Subnormal: rounded only once, where the last bit of such a float is.
    int lost = LAST_BIT - exponent;
    BigInteger kept = quotient.shiftRight(lost);
    BigInteger rest = quotient.subtract(kept.shiftLeft(lost));
    int half = rest.compareTo(BigInteger.ONE.shiftLeft(lost - 1));
    boolean up = half > 0 || (half == 0 && kept.testBit(0));
    return (up ? kept.add(BigInteger.ONE) : kept).doubleValue() * Double.MIN_VALUE;
  }
}
