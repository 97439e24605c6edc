package gradus.engine.builtin;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Complexes;
import gradus.engine.object.FloatText;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.Unary;

/** The type {@code complex} (Objects/complexobject.c). */
final class ComplexType {

  private final Space py;
  private final Complexes complexes;

  /** A number as its two parts. */
  private record Parts(double real, double imaginary) {}

  /** An operator on two complex numbers. */
  private interface Arithmetic {
    Parts apply(Parts left, Parts right);
  }

  ComplexType(Space py) {
    this.py = py;
    complexes = py.complexes;
  }

  void define() {
    TypeBuilder type =
        TypeBuilder.define(py, "complex", ObjectStructs.COMPLEX)
            .derivable()
            .dealloc(py::free)
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_repr", (Unary) self -> py.strs.of(text(parts(self))))
            .slot("tp_str", (Unary) self -> py.strs.of(text(parts(self))))
            .slot("tp_hash", (Unary) this::hash)
            .slot("tp_richcompare", (Ternary) this::compare)
            .slot(
                "nb_add", operator((a, b) -> new Parts(a.real + b.real, a.imaginary + b.imaginary)))
            .slot(
                "nb_subtract",
                operator((a, b) -> new Parts(a.real - b.real, a.imaginary - b.imaginary)))
            .slot("nb_multiply", operator(ComplexType::product))
            .slot("nb_true_divide", operator(ComplexType::quotient))
            .slot("nb_floor_divide", refused("can't take floor of complex number."))
            .slot("nb_remainder", refused("can't mod complex numbers."))
            .slot("nb_divmod", refused("can't take floor or mod of complex number."))
            .slot("nb_power", (Ternary) this::power)
            .slot("nb_negative", (Unary) self -> of(negative(parts(self))))
            .slot("nb_positive", (Unary) self -> of(parts(self)))
            .slot("nb_absolute", (Unary) this::absolute)
            .slot("nb_bool", (Unary) self -> nonZero(parts(self)) ? 1 : 0)
            .slot("nb_int", refuse("int"))
            .slot("nb_float", refuse("float"))
            .member("real", ObjectStructs.COMPLEX.offset("real"), MemberKind.DOUBLE)
            .member("imag", ObjectStructs.COMPLEX.offset("imag"), MemberKind.DOUBLE)
            .method("__getnewargs__", this::newArguments)
            .method1("__format__", (self, spec) -> py.formats.complex(self, spec))
            .method("conjugate", this::conjugate);
    complexes.typeIs(type.ready());
  }

  private static Binary refused(String message) {
    return (left, right) -> {
      throw Raise.typeError(message);
    };
  }

  private Unary refuse(String target) {
    return self -> {
      throw Raise.typeError("can't convert complex to " + target);
    };
  }

  private Parts parts(long object) {
    return complexes.is(object)
        ? new Parts(complexes.real(object), complexes.imaginary(object))
        : new Parts(py.numbers.toDouble(object), 0);
  }

  private long of(Parts parts) {
    return complexes.of(parts.real, parts.imaginary);
  }

  private static Parts negative(Parts a) {
    return new Parts(-a.real, -a.imaginary);
  }

  private static boolean nonZero(Parts a) {
    return a.real != 0 || a.imaginary != 0;
  }

  private long conjugate(long self) {
    return complexes.of(complexes.real(self), -complexes.imaginary(self));
  }

  private long absolute(long self) {
    return py.floats.of(Math.hypot(complexes.real(self), complexes.imaginary(self)));
  }

  private boolean isNumber(long object) {
    return complexes.is(object) || py.floats.is(object) || py.types.is(object, TypeFlags.LONG);
  }

  private Binary operator(Arithmetic arithmetic) {
    return (left, right) ->
        isNumber(left) && isNumber(right)
            ? of(arithmetic.apply(parts(left), parts(right)))
            : py.newNotImplemented();
  }

  private static Parts product(Parts a, Parts b) {
    return new Parts(
        a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real);
  }

  /** Divides by the larger part first, so that nothing overflows on the way. */
  private static Parts quotient(Parts a, Parts b) {
    if (!nonZero(b)) {
      throw Raise.zeroDivision("complex division by zero");
    }
    if (Math.abs(b.real) >= Math.abs(b.imaginary)) {
      double ratio = b.imaginary / b.real;
      double divisor = b.real + b.imaginary * ratio;
      return new Parts(
          (a.real + a.imaginary * ratio) / divisor, (a.imaginary - a.real * ratio) / divisor);
    }
    double ratio = b.real / b.imaginary;
    double divisor = b.real * ratio + b.imaginary;
    return new Parts(
        (a.real * ratio + a.imaginary) / divisor, (a.imaginary * ratio - a.real) / divisor);
  }

  private long power(long base, long exponent, long modulus) {
    if (!isNumber(base) || !isNumber(exponent)) {
      return py.newNotImplemented();
    }
    if (modulus != py.none) {
      throw Raise.valueError("complex modulo");
    }
    return of(power(parts(base), parts(exponent)));
  }

  private static Parts power(Parts base, Parts exponent) {
    if (!nonZero(exponent)) {
      return new Parts(1, 0);
    }
    if (!nonZero(base)) {
      if (exponent.real < 0 || exponent.imaginary != 0) {
        throw Raise.zeroDivision("0.0 to a negative or complex power");
      }
      return new Parts(0, 0);
    }
    int times = (int) exponent.real;
    if (exponent.imaginary == 0 && times == exponent.real && Math.abs(times) <= 100) {
      Parts result = repeated(base, Math.abs(times));
      return times < 0 ? quotient(new Parts(1, 0), result) : result;
    }
    double size = Math.hypot(base.real, base.imaginary);
    double angle = Math.atan2(base.imaginary, base.real);
    double length = Math.pow(size, exponent.real);
    double phase = angle * exponent.real;
    if (exponent.imaginary != 0) {
      length /= Math.exp(angle * exponent.imaginary);
      phase += exponent.imaginary * Math.log(size);
    }
    return new Parts(length * Math.cos(phase), length * Math.sin(phase));
  }

  private static Parts repeated(Parts base, int times) {
    Parts result = new Parts(1, 0);
    Parts square = base;
    for (int bits = times; bits > 0; bits >>= 1) {
      result = (bits & 1) != 0 ? product(result, square) : result;
      square = product(square, square);
    }
    return result;
  }

  private static String text(Parts parts) {
    String imaginary = FloatText.withoutPoint(parts.imaginary) + "j";
    if (parts.real == 0 && 1 / parts.real > 0) {
      return imaginary;
    }
    String sign = imaginary.startsWith("-") ? "" : "+";
    return "(" + FloatText.withoutPoint(parts.real) + sign + imaginary + ")";
  }

  private long hash(long self) {
    long hash =
        FloatHash.of(complexes.real(self)) + 1000003L * FloatHash.of(complexes.imaginary(self));
    return hash == -1 ? -2 : hash;
  }

  private long compare(long self, long other, long op) {
    if ((op != Comparisons.EQ && op != Comparisons.NE) || !isNumber(other)) {
      return py.newNotImplemented();
    }
    boolean same;
    if (complexes.is(other)) {
      same =
          complexes.real(self) == complexes.real(other)
              && complexes.imaginary(self) == complexes.imaginary(other);
    } else {
      long real = py.floats.of(complexes.real(self));
      same = complexes.imaginary(self) == 0 && py.comparisons.equal(real, other);
      py.decref(real);
    }
    return py.bool(same == (op == Comparisons.EQ));
  }

  private long newArguments(long self) {
    long pair = py.tuples.create(2);
    py.tuples.set(pair, 0, py.floats.of(py.complexes.real(self)));
    py.tuples.set(pair, 1, py.floats.of(py.complexes.imaginary(self)));
    return pair;
  }

  private long create(long type, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("complex", tuple, keywords, 0, "real", "imag");
    if (values[0] != 0 && py.strs.is(values[0])) {
      if (values[1] != 0) {
        throw Raise.typeError("complex() can't take second arg if first is a string");
      }
      Parts parsed =
          ComplexParser.parse(py.strs.text(values[0]))
              .map(pair -> new Parts(pair[0], pair[1]))
              .orElseThrow(() -> Raise.valueError("complex() arg is a malformed string"));
      return complexes.of(type, parsed.real, parsed.imaginary);
    }
    if (values[1] != 0 && py.strs.is(values[1])) {
      throw Raise.typeError("complex() second arg can't be a string");
    }
    Parts real = values[0] == 0 ? new Parts(0, 0) : number(values[0], "first");
    Parts imaginary = values[1] == 0 ? new Parts(0, 0) : number(values[1], "second");
    boolean both =
        values[0] != 0 && values[1] != 0 && py.typeObjects.isInstance(values[0], complexes.type());
    double upper = values[1] == 0 ? real.imaginary : imaginary.real;
    return complexes.of(
        type, real.real - imaginary.imaginary, both ? upper + real.imaginary : upper);
  }

  private Parts number(long object, String which) {
    long special = complexes.is(object) ? 0 : py.calls.special(object, "__complex__");
    if (special != 0) {
      Parts parts = parts(special);
      py.decref(special);
      return parts;
    }
    if (!complexes.is(object) && !py.numbers.hasFloat(object)) {
      throw Raise.typeError(
          "complex() %s argument must be a %snumber, not '%s'"
              .formatted(which, which.equals("first") ? "string or a " : "", py.typeName(object)));
    }
    return parts(object);
  }
}
