package gradus.engine.builtin;

import gradus.engine.object.Binary;
import gradus.engine.object.BytesType;
import gradus.engine.object.Comparisons;
import gradus.engine.object.FloatText;
import gradus.engine.object.Floats;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.Unary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The type {@code float} (Objects/floatobject.c). */
final class FloatType {

  /** No float has more digits before or behind its point. */
  private static final BigInteger MOST_DIGITS = BigInteger.valueOf(1000);

  private static final BigInteger FEWEST_DIGITS = MOST_DIGITS.negate();

  private final Space py;
  private final Floats floats;

  /** An operator on doubles. */
  private interface Arithmetic {
    double apply(double left, double right);
  }

  FloatType(Space py) {
    this.py = py;
    floats = py.floats;
  }

  void define() {
    TypeBuilder type = TypeBuilder.of(py, py.types.floating).derivable().dealloc(floats::dealloc);
    operators(type);
    type.slot("tp_new", (Ternary) this::create)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_str", (Unary) this::repr)
        .slot("tp_hash", (Unary) self -> FloatHash.of(floats.value(self)))
        .slot("tp_richcompare", (Ternary) this::compare)
        .getter("real", this::exact)
        .getter("imag", self -> floats.of(0))
        .method("conjugate", this::exact)
        .method("is_integer", this::isInteger)
        .method("__trunc__", this::truncate)
        .method("as_integer_ratio", this::ratio)
        .method("hex", self -> py.strs.of(FloatHex.of(floats.value(self))))
        .classMethods("fromhex", this::fromHex)
        .methods("__round__", 0, 1, this::round)
        .method("__getnewargs__", this::newArguments)
        .classMethods("__getformat__", this::getFormat)
        .method1("__format__", (self, spec) -> py.formats.floating(self, spec));
  }

  private void operators(TypeBuilder type) {
    type.slot("nb_add", operator((a, b) -> a + b))
        .slot("nb_subtract", operator((a, b) -> a - b))
        .slot("nb_multiply", operator((a, b) -> a * b))
        .slot("nb_true_divide", operator(FloatType::divide))
        .slot("nb_floor_divide", operator(FloatType::floorDivide))
        .slot("nb_remainder", operator(FloatType::modulo))
        .slot("nb_divmod", (Binary) this::divmod)
        .slot("nb_power", (Ternary) this::power)
        .slot("nb_negative", (Unary) self -> floats.of(-floats.value(self)))
        .slot("nb_positive", (Unary) this::exact)
        .slot("nb_absolute", (Unary) self -> floats.of(Math.abs(floats.value(self))))
        .slot("nb_bool", (Unary) self -> floats.value(self) != 0 ? 1 : 0)
        .slot("nb_int", (Unary) this::truncate)
        .slot("nb_float", (Unary) this::exact);
  }

  private Binary operator(Arithmetic arithmetic) {
    return (left, right) ->
        number(left) && number(right)
            ? floats.of(arithmetic.apply(value(left), value(right)))
            : py.newNotImplemented();
  }

  private boolean number(long object) {
    return floats.is(object) || py.types.is(object, TypeFlags.LONG);
  }

  private double value(long object) {
    return floats.is(object) ? floats.value(object) : py.numbers.intToDouble(object);
  }

  private static double divide(double left, double right) {
    if (right == 0) {
      throw Raise.zeroDivision("float division by zero");
    }
    return left / right;
  }

  private static double floorDivide(double left, double right) {
    if (right == 0) {
      throw Raise.zeroDivision("float divmod()");
    }
    double rest = left % right;
    double quotient = (left - rest) / right;
    if (rest != 0 && right < 0 != rest < 0) {
      quotient -= 1.0;
    }
    double floor = Math.floor(quotient);
    if (quotient == 0) {
      return Math.copySign(0, left / right);
    }
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  static double modulo(double left, double right) {
    if (right == 0) {
      throw Raise.zeroDivision("float modulo");
    }
    double rest = left % right;
    if (rest == 0) {
      return Math.copySign(0, right);
    }
    return rest < 0 != right < 0 ? rest + right : rest;
  }

  private long getFormat(long self, long args, int count, long names) {
    py.arguments.noKeywords("__getformat__", names);
    py.arguments.one("__getformat__", count);
    long kind = py.arguments.get(args, 0);
    if (!py.strs.is(kind)) {
      throw Raise.typeError("__getformat__() argument must be string, not " + py.typeName(kind));
    }
    String name = py.strs.text(kind);
    if (!name.equals("double") && !name.equals("float")) {
      throw Raise.valueError("__getformat__() argument 1 must be 'double' or 'float'");
    }
    return py.strs.of("IEEE, little-endian");
  }

  private long divmod(long left, long right) {
    if (!number(left) || !number(right)) {
      return py.newNotImplemented();
    }
    double quotient = floorDivide(value(left), value(right));
    long pair = py.tuples.create(2);
    py.tuples.set(pair, 0, floats.of(quotient));
    py.tuples.set(pair, 1, floats.of(modulo(value(left), value(right))));
    return pair;
  }

  private long power(long base, long exponent, long modulus) {
    if (modulus != py.none) {
      throw Raise.typeError("pow() 3rd argument not allowed unless all arguments are integers");
    }
    if (!number(base) || !number(exponent)) {
      return py.newNotImplemented();
    }
    double left = value(base);
    double right = value(exponent);
    if (left == 0 && right < 0) {
      throw Raise.zeroDivision("0.0 cannot be raised to a negative power");
    }
    if (left == 1 || (left == -1 && Double.isInfinite(right))) {
      return floats.of(1);
    }
    if (left < 0 && Double.isFinite(left) && Double.isFinite(right) && right != Math.floor(right)) {
      return py.formats.complexPower(base, exponent);
    }
    double result = Math.pow(left, right);
    if (Double.isInfinite(result) && Double.isFinite(left) && Double.isFinite(right)) {
      long arguments = py.tuples.create(2);
      py.tuples.set(arguments, 0, py.ints.of(34));
      py.tuples.set(arguments, 1, py.strs.of("Numerical result out of range"));
      throw Raise.object(py.calls.call(py.exceptions.type("OverflowError"), arguments, 0L));
    }
    return floats.of(result);
  }

  private long exact(long self) {
    return py.typeOf(self) == py.types.floating ? py.own(self) : floats.of(floats.value(self));
  }

  private long create(long type, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("float", tuple, keywords, 0, "x");
    double value = values[0] == 0 ? 0 : convert(values[0]);
    if (type == py.types.floating) {
      return values[0] != 0 && py.typeOf(values[0]) == type ? py.own(values[0]) : floats.of(value);
    }
    long object = py.create(type);
    floats.store(object, value);
    return object;
  }

  private double convert(long source) {
    if (py.strs.is(source)) {
      return FloatParser.parse(py.strs.text(source), () -> py.texts.reprText(source));
    }
    if (py.buffers.supports(source)) {
      String text = BytesType.latin1(py.buffers.content(source));
      return FloatParser.parse(text, () -> py.texts.reprText(source));
    }
    if (!floats.is(source) && !py.numbers.hasFloat(source)) {
      throw Raise.typeError(
          "float() argument must be a string or a number, not '%s'".formatted(py.typeName(source)));
    }
    return py.numbers.toDouble(source);
  }

  private long compare(long self, long other, long op) {
    double left = floats.value(self);
    if (floats.is(other)) {
      return py.bool(Comparisons.holds(left, floats.value(other), (int) op));
    }
    if (!py.types.is(other, TypeFlags.LONG)) {
      return py.newNotImplemented();
    }
    if (!Double.isFinite(left)) {
      return py.bool(Comparisons.holds(left, 0, (int) op));
    }
    int order = new BigDecimal(left).compareTo(new BigDecimal(py.ints.value(other)));
    return py.bool(Comparisons.holds(order, (int) op));
  }

  private static boolean ratio(String target) {
    return target.equals("integer ratio");
  }

  private BigDecimal finite(long self, String target) {
    double value = floats.value(self);
    if (Double.isNaN(value)) {
      throw Raise.valueError(
          "cannot convert %s to %s".formatted(ratio(target) ? "NaN" : "float NaN", target));
    }
    if (Double.isInfinite(value)) {
      throw Raise.overflowError(
          "cannot convert %s to %s"
              .formatted(ratio(target) ? "Infinity" : "float infinity", target));
    }
    return new BigDecimal(value);
  }

  private long truncate(long self) {
    return py.ints.of(finite(self, "integer").toBigInteger());
  }

  private long isInteger(long self) {
    double value = floats.value(self);
    return py.bool(Double.isFinite(value) && value == Math.rint(value));
  }

  private long ratio(long self) {
    BigDecimal value = finite(self, "integer ratio").stripTrailingZeros();
    BigInteger denominator = BigInteger.TEN.pow(Math.max(0, value.scale()));
    BigInteger numerator = value.multiply(new BigDecimal(denominator)).toBigIntegerExact();
    BigInteger common = numerator.gcd(denominator);
    common = common.signum() == 0 ? BigInteger.ONE : common;
    long pair = py.tuples.create(2);
    py.tuples.set(pair, 0, py.ints.of(numerator.divide(common)));
    py.tuples.set(pair, 1, py.ints.of(denominator.divide(common)));
    return pair;
  }

  private long repr(long self) {
    return py.strs.of(FloatText.repr(floats.value(self)));
  }

  private long fromHex(long type, long arguments, int count, long names) {
    py.arguments.noKeywords("fromhex", names);
    py.arguments.one("fromhex", count);
    long digits = py.arguments.get(arguments, 0);
    if (!py.strs.is(digits)) {
      throw Raise.typeError("bad argument type for built-in operation");
    }
    double value = FloatHex.parse(py.strs.text(digits));
    long object = floats.of(value);
    if (type == py.types.floating) {
      return object;
    }
    long converted = py.calls.call(type, object);
    py.decref(object);
    return converted;
  }

  private long round(long self, long arguments, int count, long names) {
    long places = count == 0 ? py.none : py.arguments.get(arguments, 0);
    if (places == py.none) {
      BigDecimal rounded = finite(self, "integer").setScale(0, RoundingMode.HALF_EVEN);
      return py.ints.of(rounded.toBigInteger());
    }
    double value = floats.value(self);
    BigInteger wanted = py.numbers.big(places);
    long digits = wanted.max(FEWEST_DIGITS).min(MOST_DIGITS).longValue();
    if (!Double.isFinite(value) || digits > 323) {
      return floats.of(value);
    }
    if (digits < -308) {
      return floats.of(Math.copySign(0, value));
    }
    double rounded =
        new BigDecimal(value).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue();
    if (Double.isInfinite(rounded)) {
      throw Raise.overflowError("rounded value too large to represent");
    }
    return floats.of(rounded == 0 ? Math.copySign(0, value) : rounded);
  }

  private long newArguments(long self) {
    long value = floats.of(floats.value(self));
    long tuple = py.tuples.of(value);
    py.decref(value);
    return tuple;
  }
}
