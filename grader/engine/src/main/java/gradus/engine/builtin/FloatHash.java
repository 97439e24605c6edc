package gradus.engine.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The hash of a float: that of the equal int or fraction, modulo 2⁶¹ − 1 (_Py_HashDouble). */
final class FloatHash {

  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
  private static final long INFINITY = 314159;

  private FloatHash() {}

  static long of(double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? INFINITY : -INFINITY;
    }
    if (value == Math.rint(value)) {
      return IntType.hash(new BigDecimal(value).toBigInteger());
    }
    int exponent = Math.getExponent(value) - 52;
    long mantissa = (long) Math.abs(Math.scalb(value, -exponent));
    BigInteger hash =
        BigInteger.valueOf(mantissa)
            .multiply(BigInteger.TWO.modPow(BigInteger.valueOf(exponent), MODULUS))
            .mod(MODULUS);
    long signed = value < 0 ? -hash.longValue() : hash.longValue();
    return signed == -1 ? -2 : signed;
  }
}
