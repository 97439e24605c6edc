package gradus.engine.builtin;

import gradus.engine.layout.Structs;
import gradus.engine.memory.Memory;
import gradus.engine.object.BytesType;
import gradus.engine.object.Comparisons;
import gradus.engine.object.IntText;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.Unary;
import java.math.BigInteger;

/** The type {@code int} (Objects/longobject.c). */
final class IntType {

  private static final int SIZE = Structs.LONG.offset("ob_size");
  private static final int DIGITS = Structs.LONG.size();
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
  private static final int LARGEST_SHIFT = 1 << 28;

  private final Space py;
  private final Memory memory;
  private final IntArithmetic arithmetic;

  IntType(Space py) {
    this.py = py;
    memory = py.memory;
    arithmetic = new IntArithmetic(py);
  }

  void define() {
    TypeBuilder type =
        TypeBuilder.of(py, py.types.integer).derivable().flags(TypeFlags.LONG).dealloc(py::free);
    arithmetic.install(type);
    type.slot("tp_new", (Ternary) this::create)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_str", (Unary) this::repr)
        .slot("tp_hash", (Unary) this::hash)
        .slot("tp_richcompare", (Ternary) this::compare)
        .slot("nb_negative", (Unary) self -> py.ints.of(py.ints.value(self).negate()))
        .slot("nb_positive", (Unary) this::exact)
        .slot("nb_absolute", (Unary) this::absolute)
        .slot("nb_bool", (Unary) self -> memory.load64(self + SIZE) != 0 ? 1 : 0)
        .slot("nb_invert", (Unary) self -> py.ints.of(py.ints.value(self).not()))
        .slot("nb_int", (Unary) this::exact)
        .slot("nb_index", (Unary) this::exact)
        .slot("nb_float", (Unary) self -> py.floats.of(py.numbers.intToDouble(self)))
        .getter("real", this::exact)
        .getter("numerator", this::exact)
        .getter("imag", self -> py.ints.of(0))
        .getter("denominator", self -> py.ints.of(1));
    methods(type);
  }

  private long repr(long self) {
    return py.strs.fresh(py.ints.text(self));
  }

  private void methods(TypeBuilder type) {
    type.method("conjugate", this::exact)
        .method("__trunc__", this::exact)
        .method("__floor__", this::exact)
        .method("__ceil__", this::exact)
        .method("bit_length", self -> py.ints.of(py.ints.value(self).abs().bitLength()))
        .methods("__round__", 0, 1, this::round)
        .method("__sizeof__", self -> py.ints.of(DIGITS + 4L * py.ints.digits(self)))
        .method("__getnewargs__", this::newArguments)
        .methods("to_bytes", this::toBytes)
        .classMethods("from_bytes", this::fromBytes)
        .method1("__format__", (self, spec) -> py.formats.integer(self, spec));
  }

  private long newArguments(long self) {
    long value = py.ints.of(py.ints.value(self));
    long tuple = py.tuples.of(value);
    py.decref(value);
    return tuple;
  }

  private long exact(long self) {
    return py.typeOf(self) == py.types.integer ? py.own(self) : py.ints.of(py.ints.value(self));
  }

  private long absolute(long self) {
    BigInteger value = py.ints.value(self);
    return value.signum() < 0 ? py.ints.of(value.negate()) : exact(self);
  }

  private long create(long type, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("int", tuple, keywords, 0, "x", "base");
    long integer = convert(values[0], values[1]);
    if (type == py.types.integer) {
      return integer;
    }
    int digits = py.ints.digits(integer);
    long object = py.allocate(type, py.typeObjects.sizeWithItems(type, Math.max(1, digits)));
    memory.copy(object + SIZE, integer + SIZE, DIGITS - SIZE + 4L * digits);
    py.decref(integer);
    if ((py.types.flags(type) & TypeFlags.HAVE_GC) != 0) {
      py.track(object);
    }
    return object;
  }

  private long convert(long source, long base) {
    if (source == 0) {
      if (base != 0) {
        throw Raise.typeError("int() missing string argument");
      }
      return py.ints.of(0);
    }
    if (base == 0) {
      return py.numbers.toInt(source);
    }
    BigInteger wanted = py.numbers.big(base);
    int radix = wanted.bitLength() < Integer.SIZE ? wanted.intValue() : -1;
    if ((radix != 0 && radix < 2) || radix > 36) {
      throw Raise.valueError("int() base must be >= 2 and <= 36, or 0");
    }
    if (py.strs.is(source)) {
      return IntText.parse(py, source, py.strs.text(source), radix);
    }
    if (py.bytes.is(source) || py.byteArrays.is(source)) {
      byte[] content = py.buffers.content(source);
      return IntText.parse(py, source, BytesType.latin1(content), radix);
    }
    throw Raise.typeError("int() can't convert non-string with explicit base");
  }

  private long hash(long self) {
    if (py.ints.digits(self) <= 1) {
      long value = py.ints.longValue(self);
      return value == -1 ? -2 : value;
    }
    return hash(py.ints.value(self));
  }

  static long hash(BigInteger value) {
    long hash = value.abs().mod(MODULUS).longValue() * value.signum();
    return hash == -1 ? -2 : hash;
  }

  private long compare(long self, long other, long op) {
    if (!py.types.is(other, TypeFlags.LONG)) {
      return py.newNotImplemented();
    }
    int order = self == other ? 0 : py.ints.value(self).compareTo(py.ints.value(other));
    return py.bool(Comparisons.holds(order, (int) op));
  }

  /** Rounds to a multiple of a power of ten, ties to even. */
  private long round(long self, long arguments, int count, long names) {
    if (count == 0) {
      return exact(self);
    }
    BigInteger places = py.numbers.big(py.arguments.get(arguments, 0));
    if (places.signum() >= 0) {
      return exact(self);
    }
    BigInteger value = py.ints.value(self);
    // A unit with more digits than the value has bits is larger than twice the value.
    BigInteger digits = places.negate().min(BigInteger.valueOf(value.bitLength() + 2L));
    BigInteger unit = BigInteger.TEN.pow(digits.intValue());
    BigInteger rounded =
        new java.math.BigDecimal(value)
            .divide(new java.math.BigDecimal(unit), 0, java.math.RoundingMode.HALF_EVEN)
            .toBigInteger();
    return py.ints.of(rounded.multiply(unit));
  }

  private boolean little(String function, long order) {
    py.arguments.requireGiven("byteorder", 2, order);
    py.arguments.requireStr(function, 2, order);
    String name = py.strs.text(order);
    if (!name.equals("little") && !name.equals("big")) {
      throw Raise.valueError("byteorder must be either 'little' or 'big'");
    }
    return name.equals("little");
  }

  private long toBytes(long self, long arguments, int count, long names) {
    long[] values =
        py.arguments.parse(
            "to_bytes", arguments, count, names, 1, "length", "byteorder", "$signed");
    long length = py.numbers.sizeArgument(values[0]);
    boolean little = little("to_bytes", values[1]);
    boolean signed = values[2] != 0 && py.comparisons.truth(values[2]);
    if (length < 0) {
      throw Raise.valueError("length argument must be non-negative");
    }
    BigInteger value = py.ints.value(self);
    if (value.signum() < 0 && !signed) {
      throw Raise.overflowError("can't convert negative int to unsigned");
    }
    if (length > LARGEST_SHIFT) {
      throw Raise.memoryError();
    }
    if (value.bitLength() + (signed ? 1 : 0) > length * 8 && value.signum() != 0) {
      throw Raise.overflowError("int too big to convert");
    }
    byte[] bytes = new byte[(int) length];
    for (int index = 0; index < length; index++) {
      int place = little ? index : (int) length - 1 - index;
      bytes[place] = value.shiftRight(8 * index).byteValue();
    }
    return py.bytes.of(bytes);
  }

  private long fromBytes(long type, long arguments, int count, long names) {
    long[] values =
        py.arguments.parse(
            "from_bytes", arguments, count, names, 1, "bytes", "byteorder", "$signed");
    boolean little = little("from_bytes", values[1]);
    boolean signed = values[2] != 0 && py.comparisons.truth(values[2]);
    byte[] content = content(values[0]);
    byte[] bytes = new byte[content.length];
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = content[little ? bytes.length - 1 - index : index];
    }
    BigInteger value =
        signed && bytes.length > 0 ? new BigInteger(bytes) : new BigInteger(1, bytes);
    long integer = py.ints.of(value);
    if (type == py.types.integer) {
      return integer;
    }
    long converted = py.calls.call(type, integer);
    py.decref(integer);
    return converted;
  }

  private byte[] content(long object) {
    if (!py.calls.hasSpecial(object, "__bytes__")
        && (py.strs.is(object) || py.numbers.isIndex(object))) {
      throw Raise.typeError("cannot convert '%s' object to bytes".formatted(py.typeName(object)));
    }
    long bytes = py.calls.call(py.types.bytes, object);
    byte[] content = py.bytes.content(bytes);
    py.decref(bytes);
    return content;
  }
}
