package gradus.engine.lib;

/**
 * The gamma function by Lanczos' approximation, with the constants of N = 13 and g =
 * 6.0246800407767296 that Boost and CPython use.
 */
final class Gamma {

  private static final double G = 6.02468004077673;
  private static final double G_MINUS_HALF = 5.52468004077673;
  private static final double LOG_PI = 1.1447298858494002;
  private static final double MOST = 171.0;
  private static final double[] NUMERATOR = {
    23531376880.41076,
    42919803642.6491,
    35711959237.35567,
    17921034426.03721,
    6039542586.352028,
    1439720407.3117216,
    248874557.86205417,
    31426415.585400194,
    2876370.6289353725,
    186056.26539522348,
    8071.672002365816,
    210.82427775157936,
    2.5066282746310002
  };
  private static final double[] DENOMINATOR = {
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0
  };

  private Gamma() {}

  /** The quotient of the two polynomials; from above for large x, so that nothing overflows. */
  private static double lanczosSum(double x) {
    double above = 0.0;
    double below = 0.0;
    for (int index = 0; index < NUMERATOR.length; index++) {
      int power = x < 5.0 ? NUMERATOR.length - 1 - index : index;
      above = (x < 5.0 ? above * x : above / x) + NUMERATOR[power];
      below = (x < 5.0 ? below * x : below / x) + DENOMINATOR[power];
    }
    return above / below;
  }

  /** sin(πx), exact where it is 0. */
  private static double sinPi(double x) {
    double part = Math.abs(x) % 2.0;
    double result =
        switch ((int) Math.round(2.0 * part)) {
          case 0 -> Math.sin(Math.PI * part);
          case 1 -> Math.cos(Math.PI * (part - 0.5));
          case 2 -> Math.sin(Math.PI * (1.0 - part));
          case 3 -> -Math.cos(Math.PI * (part - 1.5));
          default -> Math.sin(Math.PI * (part - 2.0));
        };
    return Math.copySign(1.0, x) * result;
  }

  static double gamma(double x) {
    if (!Double.isFinite(x)) {
      return x == Double.NEGATIVE_INFINITY ? Double.NaN : x;
    }
    if (x == 0.0) {
      return Math.copySign(Double.POSITIVE_INFINITY, x);
    }
    if (x == Math.floor(x) && (x < 0 || x <= 23)) {
      return x < 0 ? Double.NaN : factorial((int) x - 1);
    }
    double size = Math.abs(x);
    if (size < 1e-20) {
      return 1.0 / x;
    }
    if (size > 200.0) {
      return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
    }
    double y = size + G_MINUS_HALF;
    double z = lost(size, y) * G / y;
    return x < 0 ? reflected(size, y, z) : direct(size, y, z);
  }

  private static double factorial(int n) {
    double result = 1.0;
    for (int factor = 2; factor <= n; factor++) {
      result *= factor;
    }
    return result;
  }

  /** What rounding lost in the sum of the size and G − ½. */
  private static double lost(double size, double sum) {
    if (size > G_MINUS_HALF) {
      double part = sum - size;
      return part - G_MINUS_HALF;
    }
    double part = sum - G_MINUS_HALF;
    return part - size;
  }

  private static double reflected(double size, double y, double z) {
    double result = -Math.PI / sinPi(size) / size * Math.exp(y) / lanczosSum(size);
    result -= z * result;
    if (size < 140.0) {
      return result / Math.pow(y, size - 0.5);
    }
    double root = Math.pow(y, size / 2.0 - 0.25);
    return result / root / root;
  }

  private static double direct(double size, double y, double z) {
    double result = lanczosSum(size) / Math.exp(y);
    result += z * result;
    if (size < 140.0) {
      return result * Math.pow(y, size - 0.5);
    }
    double root = Math.pow(y, size / 2.0 - 0.25);
    return size > MOST + 1 ? Double.POSITIVE_INFINITY : result * root * root;
  }

  static double logGamma(double x) {
    if (!Double.isFinite(x)) {
      return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
    }
    if (x == Math.floor(x) && x <= 2.0) {
      return x <= 0.0 ? Double.POSITIVE_INFINITY : 0.0;
    }
    double size = Math.abs(x);
    if (size < 1e-20) {
      return -Math.log(size);
    }
    double result = Math.log(lanczosSum(size)) - G;
    result += (size - 0.5) * (Math.log(size + G - 0.5) - 1);
    if (x < 0.0) {
      result = LOG_PI - Math.log(Math.abs(sinPi(size))) - Math.log(size) - result;
    }
    return result;
  }
}
