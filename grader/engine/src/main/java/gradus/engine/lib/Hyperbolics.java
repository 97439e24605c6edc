package gradus.engine.lib;

/** The hyperbolic functions and their inverses, and the logarithm to base 2. */
final class Hyperbolics {

  private static final double LN2 = 0.6931471805599453;
  private static final double LARGE = 0x1p28;
  private static final double TINY = 0x1p-28;

  private Hyperbolics() {}

  static double sinh(double x) {
    double size = Math.abs(x);
    if (size < 22.0 || !Double.isFinite(x)) {
      return StrictMath.sinh(x);
    }
    return Math.copySign(halfExp(size), x);
  }

  static double cosh(double x) {
    double size = Math.abs(x);
    if (!Double.isFinite(x)) {
      return size;
    }
    if (size > 22.0) {
      return halfExp(size);
    }
    double exp = Math.exp(size);
    return 0.5 * exp + 0.5 / exp;
  }

  /** Half of exp(x), also where exp(x) itself is too large for a double. */
  private static double halfExp(double x) {
    if (x < 709.0) {
      return 0.5 * Math.exp(x);
    }
    double root = Math.exp(0.5 * x);
    return 0.5 * root * root;
  }

  static double asinh(double x) {
    double size = Math.abs(x);
    if (!Double.isFinite(x) || size < TINY) {
      return x;
    }
    double result;
    if (size > LARGE) {
      result = Math.log(size) + LN2;
    } else if (size > 2.0) {
      result = Math.log(2.0 * size + 1.0 / (Math.sqrt(x * x + 1.0) + size));
    } else {
      double square = x * x;
      result = StrictMath.log1p(size + square / (1.0 + Math.sqrt(1.0 + square)));
    }
    return Math.copySign(result, x);
  }

  static double acosh(double x) {
    if (x > LARGE) {
      return Double.isInfinite(x) ? x : Math.log(x) + LN2;
    }
    if (x > 2.0) {
      return Math.log(2.0 * x - 1.0 / (x + Math.sqrt(x * x - 1.0)));
    }
    double above = x - 1.0;
    return above < 0
        ? Double.NaN
        : StrictMath.log1p(above + Math.sqrt(2.0 * above + above * above));
  }

  static double atanh(double x) {
    double size = Math.abs(x);
    if (size > 1.0) {
      return Double.NaN;
    }
    if (size < TINY) {
      return x;
    }
    double twice = size + size;
    double result =
        size < 0.5
            ? 0.5 * StrictMath.log1p(twice + twice * size / (1.0 - size))
            : 0.5 * StrictMath.log1p(twice / (1.0 - size));
    return Math.copySign(result, x);
  }

  /** The logarithm to base 2, exact for powers of two. */
  static double log2(double x) {
    if (x < Double.MIN_NORMAL) {
      return log2(x * 0x1p54) - 54;
    }
    int exponent = Math.getExponent(x);
    double fraction = Math.scalb(x, -exponent);
    if (fraction > 1.4142135623730951) {
      fraction /= 2;
      exponent++;
    }
    return exponent + Math.log(fraction) / LN2;
  }
}
