package gradus.engine.lib;

/** The error function, by its series near 0 and by a continued fraction further out. */
final class ErrorFunction {

  private static final double SQRT_PI = 1.772453850905516;
  private static final double SERIES_END = 1.5;
  private static final double FRACTION_END = 30.0;
  private static final int SERIES_TERMS = 25;
  private static final int FRACTION_TERMS = 50;

  private ErrorFunction() {}

  static double erf(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    double size = Math.abs(x);
    return size < SERIES_END ? series(x) : Math.copySign(1.0 - fraction(size), x);
  }

  static double erfc(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    double size = Math.abs(x);
    if (size < SERIES_END) {
      return 1.0 - series(x);
    }
    return x > 0 ? fraction(size) : 2.0 - fraction(size);
  }

  private static double series(double x) {
    double square = x * x;
    double sum = 0.0;
    double factor = SERIES_TERMS + 0.5;
    for (int term = 0; term < SERIES_TERMS; term++) {
      sum = 2.0 + square * sum / factor;
      factor -= 1.0;
    }
    return sum * x * Math.exp(-square) / SQRT_PI;
  }

  /** The complementary function for a positive x: P(x)·exp(−x²), the convergents by recurrence. */
  private static double fraction(double x) {
    if (x >= FRACTION_END) {
      return 0.0;
    }
    double square = x * x;
    double a = 0.0;
    double step = 0.5;
    double p = 1.0;
    double lastP = 0.0;
    double q = 0.5 + square;
    double lastQ = 1.0;
    for (int term = 0; term < FRACTION_TERMS; term++) {
      a += step;
      step += 2.0;
      double b = step + square;
      double nextP = b * p - a * lastP;
      lastP = p;
      p = nextP;
      double nextQ = b * q - a * lastQ;
      lastQ = q;
      q = nextQ;
    }
    return p / q * x * Math.exp(-square) / SQRT_PI;
  }
}
