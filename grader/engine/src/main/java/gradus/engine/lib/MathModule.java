package gradus.engine.lib;

import gradus.engine.object.Numbers;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;
import java.math.BigInteger;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** The module {@code math}, with CPython's rules for what is no number (Modules/mathmodule.c). */
final class MathModule {

  private static final double LN2 = 0.6931471805599453;

  private final Space py;

  MathModule(Python python) {
    py = python.py;
  }

  void fill(Modules modules, long module) {
    modules.value(module, "pi", py.floats.of(Math.PI));
    modules.value(module, "e", py.floats.of(Math.E));
    modules.value(module, "tau", py.floats.of(2 * Math.PI));
    modules.value(module, "inf", py.floats.of(Double.POSITIVE_INFINITY));
    modules.value(module, "nan", py.floats.of(Double.NaN));
    trigonometry(modules, module);
    exponentials(modules, module);
    predicate(modules, module, "isnan", Double::isNaN);
    predicate(modules, module, "isinf", Double::isInfinite);
    predicate(modules, module, "isfinite", Double::isFinite);
    modules.function(module, "log", 1, 2, this::log);
    one(modules, module, "log2", this::log2);
    one(modules, module, "log10", this::log10);
    integers(modules, module);
    new MathPairs(py).fill(modules, module);
  }

  private void trigonometry(Modules modules, long module) {
    function(modules, module, "sin", false, Math::sin);
    function(modules, module, "cos", false, Math::cos);
    function(modules, module, "tan", false, Math::tan);
    function(modules, module, "asin", false, StrictMath::asin);
    function(modules, module, "acos", false, StrictMath::acos);
    function(modules, module, "atan", false, StrictMath::atan);
    function(modules, module, "sinh", true, Hyperbolics::sinh);
    function(modules, module, "cosh", true, Hyperbolics::cosh);
    function(modules, module, "tanh", false, StrictMath::tanh);
    function(modules, module, "asinh", false, Hyperbolics::asinh);
    function(modules, module, "acosh", false, Hyperbolics::acosh);
    function(modules, module, "atanh", false, Hyperbolics::atanh);
    function(modules, module, "degrees", false, x -> x * (180.0 / Math.PI));
    function(modules, module, "radians", false, x -> x * (Math.PI / 180.0));
  }

  private void exponentials(Modules modules, long module) {
    function(modules, module, "exp", true, Math::exp);
    function(modules, module, "expm1", true, StrictMath::expm1);
    function(modules, module, "log1p", false, StrictMath::log1p);
    function(modules, module, "sqrt", false, Math::sqrt);
    function(modules, module, "fabs", false, Math::abs);
    function(modules, module, "erf", false, ErrorFunction::erf);
    function(modules, module, "erfc", false, ErrorFunction::erfc);
    function(modules, module, "gamma", true, Gamma::gamma);
    function(modules, module, "lgamma", true, Gamma::logGamma);
  }

  /**
   * Adds a function of one float. A NaN that comes of a number is a domain error; so is an infinity
   * that comes of a finite number, unless the function can overflow.
   */
  private void function(
      Modules modules, long module, String name, boolean overflows, DoubleUnaryOperator body) {
    one(
        modules,
        module,
        name,
        object -> {
          double x = py.numbers.toDouble(object);
          double result = body.applyAsDouble(x);
          if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw domainError();
          }
          boolean pole = name.endsWith("gamma") && x <= 0 && x == Math.floor(x);
          if (Double.isInfinite(result) && Double.isFinite(x)) {
            throw overflows && !pole ? rangeError() : domainError();
          }
          return py.floats.of(result);
        });
  }

  private void one(
      Modules modules, long module, String name, java.util.function.LongUnaryOperator body) {
    modules.function(
        module, name, 1, 1, (self, args, n, k) -> body.applyAsLong(py.arguments.get(args, 0)));
  }

  private void predicate(Modules modules, long module, String name, DoublePredicate test) {
    one(modules, module, name, object -> py.bool(test.test(py.numbers.toDouble(object))));
  }

  static Raise domainError() {
    return Raise.valueError("math domain error");
  }

  static Raise rangeError() {
    return Raise.overflowError("math range error");
  }

  private long log(long self, long args, int count, long names) {
    long numerator = logarithm(py.arguments.get(args, 0), Math::log, LN2);
    if (count == 1) {
      return numerator;
    }
    long denominator = 0;
    try {
      denominator = logarithm(py.arguments.get(args, 1), Math::log, LN2);
      return py.numbers.binary(Numbers.Op.TRUE_DIVIDE, numerator, denominator);
    } finally {
      py.decref(numerator);
      py.xdecref(denominator);
    }
  }

  private long log2(long object) {
    return logarithm(object, Hyperbolics::log2, 1.0);
  }

  private long log10(long object) {
    return logarithm(object, Math::log10, Math.log10(2.0));
  }

  /** The logarithm of any positive number, also of an int that no double can hold. */
  private long logarithm(long object, DoubleUnaryOperator body, double ofTwo) {
    if (!py.ints.is(object)) {
      return py.floats.of(logarithm(py.numbers.toDouble(object), body));
    }
    BigInteger value = py.ints.value(object);
    if (value.signum() <= 0) {
      throw domainError();
    }
    double number = value.doubleValue();
    if (Double.isFinite(number)) {
      return py.floats.of(body.applyAsDouble(number));
    }
    int exponent = value.bitLength();
    double fraction = Math.scalb(value.shiftRight(exponent - 64).doubleValue(), -64);
    return py.floats.of(body.applyAsDouble(fraction) + ofTwo * exponent);
  }

  private static double logarithm(double x, DoubleUnaryOperator body) {
    if (x <= 0) {
      throw domainError();
    }
    return Double.isFinite(x) ? body.applyAsDouble(x) : x;
  }

  private void integers(Modules modules, long module) {
    one(modules, module, "factorial", this::factorial);
    modules.function(module, "gcd", this::gcd);
    one(modules, module, "floor", object -> round(object, "__floor__", Math::floor));
    one(modules, module, "ceil", object -> round(object, "__ceil__", Math::ceil));
    one(modules, module, "trunc", this::truncate);
    one(modules, module, "fsum", iterable -> py.floats.of(new ExactSum(py).of(iterable)));
  }

  private long gcd(long self, long args, int count, long names) {
    py.arguments.noKeywords("gcd", names);
    py.arguments.count("gcd", count, 2, 2);
    BigInteger first = py.numbers.big(py.arguments.get(args, 0));
    return py.ints.of(first.gcd(py.numbers.big(py.arguments.get(args, 1))));
  }

  private long factorial(long object) {
    BigInteger number;
    if (py.floats.is(object)) {
      double value = py.floats.value(object);
      if (!(Double.isFinite(value) && value == Math.floor(value))) {
        throw Raise.valueError("factorial() only accepts integral values");
      }
      number = new java.math.BigDecimal(value).toBigInteger();
    } else {
      number = integer(object);
    }
    if (number.signum() < 0) {
      throw Raise.valueError("factorial() not defined for negative values");
    }
    if (number.bitLength() >= Long.SIZE) {
      throw Raise.overflowError("factorial() argument should not exceed " + Long.MAX_VALUE);
    }
    return py.ints.of(product(1, number.longValue()));
  }

  private BigInteger integer(long object) {
    if (!py.ints.is(object) && !py.numbers.isIndex(object)) {
      throw Raise.typeError("an integer is required (got type %s)".formatted(py.typeName(object)));
    }
    return py.numbers.big(object);
  }

  /** The product of all numbers after one up to another; halves keep the factors alike in size. */
  private static BigInteger product(long after, long last) {
    if (last - after < 16) {
      BigInteger result = BigInteger.ONE;
      for (long factor = after + 1; factor <= last; factor++) {
        result = result.multiply(BigInteger.valueOf(factor));
      }
      return result;
    }
    long middle = (after + last) >>> 1;
    return product(after, middle).multiply(product(middle, last));
  }

  private long round(long object, String method, DoubleUnaryOperator rounding) {
    long result = py.calls.special(object, method);
    if (result != 0) {
      return result;
    }
    double value = rounding.applyAsDouble(py.numbers.toDouble(object));
    long rounded = py.floats.of(value);
    try {
      return py.numbers.toInt(rounded);
    } finally {
      py.decref(rounded);
    }
  }

  private long truncate(long object) {
    long result = py.calls.special(object, "__trunc__");
    if (result == 0) {
      throw Raise.typeError(
          "type %s doesn't define __trunc__ method".formatted(py.typeName(object)));
    }
    return result;
  }
}
