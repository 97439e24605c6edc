package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;
import java.util.function.DoubleBinaryOperator;

/** The functions of {@code math} that take or give two numbers. */
final class MathPairs {

  private final Space py;

  MathPairs(Space py) {
    this.py = py;
  }

  void fill(Modules modules, long module) {
    plain(modules, module, "atan2", StrictMath::atan2);
    plain(modules, module, "copysign", Math::copySign);
    plain(modules, module, "fmod", MathPairs::remainder);
    plain(modules, module, "hypot", MathPairs::hypotenuse);
    plain(modules, module, "pow", MathPairs::power);
    modules.function(module, "ldexp", this::ldexp);
    modules.function(module, "frexp", 1, 1, this::frexp);
    modules.function(module, "modf", 1, 1, this::modf);
    modules.function(module, "isclose", this::isClose);
  }

  private void plain(Modules modules, long module, String name, DoubleBinaryOperator body) {
    modules.function(
        module,
        name,
        2,
        2,
        (self, args, n, k) -> py.floats.of(body.applyAsDouble(number(args, 0), number(args, 1))));
  }

  private double number(long args, int index) {
    return py.numbers.toDouble(py.arguments.get(args, index));
  }

  private static double remainder(double x, double y) {
    double result = Double.isInfinite(y) && Double.isFinite(x) ? x : x % y;
    if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
      throw MathModule.domainError();
    }
    return result;
  }

  private static double hypotenuse(double x, double y) {
    double result = Math.hypot(x, y);
    if (Double.isInfinite(result) && Double.isFinite(x) && Double.isFinite(y)) {
      throw MathModule.rangeError();
    }
    return result;
  }

  private static double power(double x, double y) {
    // C says that 1 to any power and anything to the power of 0 is 1, NaN included.
    if (x == 1.0 || y == 0.0 || (x == -1.0 && Double.isInfinite(y))) {
      return 1.0;
    }
    double result = Math.pow(x, y);
    if (x == 0 && y == Double.NEGATIVE_INFINITY) {
      throw MathModule.domainError();
    }
    if (Double.isFinite(x) && Double.isFinite(y)) {
      if (Double.isNaN(result) || (Double.isInfinite(result) && x == 0)) {
        throw MathModule.domainError();
      }
      if (Double.isInfinite(result)) {
        throw MathModule.rangeError();
      }
    }
    return result;
  }

  private long ldexp(long self, long args, int count, long names) {
    py.arguments.noKeywords("ldexp", names);
    py.arguments.count("ldexp", count, 2, 2);
    double x = number(args, 0);
    long exponent = py.arguments.get(args, 1);
    if (!py.ints.is(exponent)) {
      throw Raise.typeError("Expected an int as second argument to ldexp.");
    }
    int shift =
        py.ints
            .value(exponent)
            .max(java.math.BigInteger.valueOf(-10_000))
            .min(java.math.BigInteger.valueOf(10_000))
            .intValue();
    double result = Math.scalb(x, shift);
    if (Double.isInfinite(result) && Double.isFinite(x)) {
      throw MathModule.rangeError();
    }
    return py.floats.of(result);
  }

  private long frexp(long self, long args, int count, long names) {
    double x = number(args, 0);
    int exponent = 0;
    if (x != 0 && Double.isFinite(x)) {
      // A subnormal number is made normal first.
      double normal = Math.abs(x) < Double.MIN_NORMAL ? x * 0x1p54 : x;
      exponent = Math.getExponent(normal) + 1;
      x = Math.scalb(normal, -exponent);
      exponent -= normal == number(args, 0) ? 0 : 54;
    }
    return pair(py.floats.of(x), py.ints.of(exponent));
  }

  private long modf(long self, long args, int count, long names) {
    double x = number(args, 0);
    if (Double.isInfinite(x)) {
      return pair(py.floats.of(Math.copySign(0.0, x)), py.floats.of(x));
    }
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    return pair(py.floats.of(Math.copySign(x - whole, x)), py.floats.of(Math.copySign(whole, x)));
  }

  private long pair(long first, long second) {
    long tuple = py.tuples.create(2);
    py.tuples.set(tuple, 0, first);
    py.tuples.set(tuple, 1, second);
    return tuple;
  }

  private long isClose(long self, long args, int count, long names) {
    long[] values =
        py.arguments.parse("isclose", args, count, names, 2, "a", "b", "$rel_tol", "$abs_tol");
    double a = py.numbers.toDouble(values[0]);
    double b = py.numbers.toDouble(values[1]);
    double relative = values[2] == 0 ? 1e-9 : py.numbers.toDouble(values[2]);
    double absolute = values[3] == 0 ? 0.0 : py.numbers.toDouble(values[3]);
    if (relative < 0 || absolute < 0) {
      throw Raise.valueError("tolerances must be non-negative");
    }
    if (a == b) {
      return py.bool(true);
    }
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return py.bool(false);
    }
    double difference = Math.abs(b - a);
    return py.bool(
        difference <= Math.abs(relative * b)
            || difference <= Math.abs(relative * a)
            || difference <= absolute);
  }
}
