package gradus.engine.builtin;

import gradus.engine.object.Raise;
import java.math.BigInteger;

/** The quotient of two ints of any size as the nearest double, ties to even. */
final class Division {

  private static final int EXTRA = 66;

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
    int lost = Math.max(0, -1074 - exponent);
    if (lost > 0 && lost <= quotient.bitLength()) {
      // Subnormal: the bits that fall off are folded into one before they are rounded.
      BigInteger kept = quotient.shiftRight(Math.max(0, lost - 2));
      boolean rest = !kept.shiftLeft(Math.max(0, lost - 2)).equals(quotient);
      kept = rest ? kept.setBit(0) : kept;
      return Math.scalb(kept.doubleValue() / 4, exponent + lost);
    }
    return Math.scalb(quotient.doubleValue(), exponent);
  }
}
