package gradus.engine.object;

import gradus.engine.memory.Memory;
import java.math.BigInteger;

/** Operators on numbers, and conversions to them (Objects/abstract.c). */
public final class Numbers {

  /** A binary operator: its slots and how messages write it. */
  public enum Op {
    ADD("nb_add", "nb_inplace_add", "+"),
    SUBTRACT("nb_subtract", "nb_inplace_subtract", "-"),
    MULTIPLY("nb_multiply", "nb_inplace_multiply", "*"),
    REMAINDER("nb_remainder", "nb_inplace_remainder", "%"),
    DIVMOD("nb_divmod", "nb_divmod", "divmod()"),
    LEFT_SHIFT("nb_lshift", "nb_inplace_lshift", "<<"),
    RIGHT_SHIFT("nb_rshift", "nb_inplace_rshift", ">>"),
    AND("nb_and", "nb_inplace_and", "&"),
    XOR("nb_xor", "nb_inplace_xor", "^"),
    OR("nb_or", "nb_inplace_or", "|"),
    FLOOR_DIVIDE("nb_floor_divide", "nb_inplace_floor_divide", "//"),
    TRUE_DIVIDE("nb_true_divide", "nb_inplace_true_divide", "/"),
    MATRIX_MULTIPLY("nb_matrix_multiply", "nb_inplace_matrix_multiply", "@");

    final String slot;
    final String inPlaceSlot;
    public final int offset;
    final int inPlaceOffset;
    final String symbol;

    Op(String slot, String inPlace, String symbol) {
      this.slot = slot;
      inPlaceSlot = inPlace;
      offset = Slots.number(slot);
      inPlaceOffset = Slots.number(inPlace);
      this.symbol = symbol;
    }
  }

  private static final int POWER = Slots.number("nb_power");
  private static final int INT = Slots.number("nb_int");
  private static final int FLOAT = Slots.number("nb_float");
  private static final int INDEX = Slots.number("nb_index");

  private final Space py;
  private final Memory memory;

  Numbers(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public long slot(long type, int offset) {
    long suite = memory.load64(type + Slots.AS_NUMBER);
    return suite == 0 ? 0 : memory.load64(suite + offset);
  }

  private long sequenceSlot(long type, int offset) {
    long suite = memory.load64(type + Slots.AS_SEQUENCE);
    return suite == 0 ? 0 : memory.load64(suite + offset);
  }

  /** The result of both operands' slots, or NotImplemented (binary_op1). */
  private long tryBoth(int offset, long left, long right) {
    long leftType = py.typeOf(left);
    long rightType = py.typeOf(right);
    long first = slot(leftType, offset);
    long second = rightType == leftType ? 0 : slot(rightType, offset);
    second = second == first ? 0 : second;
    if (first != 0) {
      if (second != 0 && py.typeObjects.isSubtype(rightType, leftType)) {
        long result = py.code.binary(second).call(left, right);
        if (result != py.notImplemented) {
          return result;
        }
        py.decref(result);
        second = 0;
      }
      long result = py.code.binary(first).call(left, right);
      if (result != py.notImplemented) {
        return result;
      }
      py.decref(result);
    }
    return second != 0 ? py.code.binary(second).call(left, right) : py.newNotImplemented();
  }

  /** {@code left op right}. */
  public long binary(Op op, long left, long right) {
    long result = tryBoth(op.offset, left, right);
    if (result != py.notImplemented) {
      return result;
    }
    py.decref(result);
    return sequence(op, left, right, op.symbol, false);
  }

  /** {@code left op= right}, as a new reference to what the left side becomes. */
  public long inPlace(Op op, long left, long right) {
    long function = slot(py.typeOf(left), op.inPlaceOffset);
    if (function != 0) {
      long result = py.code.binary(function).call(left, right);
      if (result != py.notImplemented) {
        return result;
      }
      py.decref(result);
    }
    long result = tryBoth(op.offset, left, right);
    if (result != py.notImplemented) {
      return result;
    }
    py.decref(result);
    return sequence(op, left, right, op.symbol + "=", true);
  }

  /** Sequences add by concatenation and multiply by repetition. */
  private long sequence(Op op, long left, long right, String symbol, boolean inPlace) {
    if (op == Op.ADD) {
      long function = inPlace ? sequenceSlot(py.typeOf(left), Items.IN_PLACE_CONCAT) : 0;
      function = function == 0 ? sequenceSlot(py.typeOf(left), Items.CONCAT) : function;
      if (function != 0) {
        return py.code.binary(function).call(left, right);
      }
    } else if (op == Op.MULTIPLY) {
      long function = inPlace ? sequenceSlot(py.typeOf(left), Items.IN_PLACE_REPEAT) : 0;
      function = function == 0 ? sequenceSlot(py.typeOf(left), Items.REPEAT) : function;
      if (function != 0) {
        return repeat(function, left, right);
      }
      function = sequenceSlot(py.typeOf(right), Items.REPEAT);
      if (function != 0) {
        return repeat(function, right, left);
      }
    }
    throw unsupported(symbol, left, right);
  }

  private long repeat(long function, long sequence, long times) {
    if (!isIndex(times)) {
      throw Raise.typeError(
          "can't multiply sequence by non-int of type '%s'".formatted(py.typeName(times)));
    }
    return py.code.binary(function).call(sequence, size(times));
  }

  private Raise unsupported(String symbol, long left, long right) {
    return Raise.typeError(
        "unsupported operand type(s) for %s: '%s' and '%s'"
            .formatted(symbol, py.typeName(left), py.typeName(right)));
  }

  /** {@code pow(base, exponent, modulus)}; the modulus is None for {@code **}. */
  public long power(long base, long exponent, long modulus) {
    long baseType = py.typeOf(base);
    long exponentType = py.typeOf(exponent);
    long first = slot(baseType, POWER);
    long second = exponentType == baseType ? 0 : slot(exponentType, POWER);
    if (first != 0 && second != 0 && py.typeObjects.isSubtype(exponentType, baseType)) {
      long swap = first;
      first = second;
      second = swap;
    }
    for (long function : new long[] {first, second}) {
      if (function != 0) {
        long result = py.code.ternary(function).call(base, exponent, modulus);
        if (result != py.notImplemented) {
          return result;
        }
        py.decref(result);
      }
    }
    throw modulus == py.none
        ? unsupported("** or pow()", base, exponent)
        : Raise.typeError(
            "unsupported operand type(s) for pow(): '%s', '%s', '%s'"
                .formatted(py.typeName(base), py.typeName(exponent), py.typeName(modulus)));
  }

  /** {@code base **= exponent}. */
  public long inPlacePower(long base, long exponent) {
    long function = slot(py.typeOf(base), Slots.number("nb_inplace_power"));
    if (function != 0) {
      long result = py.code.ternary(function).call(base, exponent, py.none);
      if (result != py.notImplemented) {
        return result;
      }
      py.decref(result);
    }
    return power(base, exponent, py.none);
  }

  /** A unary operator by its slot. */
  public long unary(String slot, String symbol, long operand) {
    long function = slot(py.typeOf(operand), Slots.number(slot));
    if (function == 0) {
      throw Raise.typeError(
          "bad operand type for %s: '%s'".formatted(symbol, py.typeName(operand)));
    }
    return py.code.unary(function).call(operand);
  }

  public boolean isIndex(long object) {
    return py.types.is(object, TypeFlags.LONG) || slot(py.typeOf(object), INDEX) != 0;
  }

  /** The int an object stands for as an index. */
  public long index(long object) {
    if (py.types.is(object, TypeFlags.LONG)) {
      return py.own(object);
    }
    long function = slot(py.typeOf(object), INDEX);
    if (function == 0) {
      throw Raise.typeError(
          "'%s' object cannot be interpreted as an integer".formatted(py.typeName(object)));
    }
    return checked(py.code.unary(function).call(object), "__index__ returned non-int (type %s)");
  }

  private long checked(long result, String message) {
    if (!py.types.is(result, TypeFlags.LONG)) {
      String type = py.typeName(result);
      py.decref(result);
      throw Raise.typeError(message.formatted(type));
    }
    return result;
  }

  /** The value of an int of any size, or of what stands for one as an index. */
  public BigInteger big(long object) {
    long index = index(object);
    try {
      return py.ints.value(index);
    } finally {
      py.decref(index);
    }
  }

  /** Whether an int fits into a long. */
  public boolean fits(long integer) {
    return py.ints.digits(integer) <= 2 || py.ints.value(integer).bitLength() < Long.SIZE;
  }

  /** An index as a number; one that is too large raises OverflowError as Py_ssize_t does. */
  public long size(long object) {
    return size(object, "OverflowError", "cannot fit '%s' into an index-sized integer");
  }

  /** The same with the exception for what is too large. */
  public long size(long object, String error, String message) {
    BigInteger value = big(object);
    if (value.bitLength() >= Long.SIZE) {
      throw Raise.of(error, message.formatted(py.typeName(object)));
    }
    return value.longValue();
  }

  /** An argument that must be a C int or long; a float is refused. */
  public long longArgument(long object) {
    refuseFloat(object);
    if (py.types.is(object, TypeFlags.LONG)) {
      return longValue(object);
    }
    long function = slot(py.typeOf(object), INT);
    if (function == 0) {
      throw Raise.typeError("an integer is required (got type %s)".formatted(py.typeName(object)));
    }
    long integer =
        checked(py.code.unary(function).call(object), "__int__ returned non-int (type %s)");
    try {
      return longValue(integer);
    } finally {
      py.decref(integer);
    }
  }

  private long longValue(long integer) {
    if (!fits(integer)) {
      throw Raise.overflowError("Python int too large to convert to C long");
    }
    return py.ints.longValue(integer);
  }

  /** An argument that must be a Py_ssize_t; a float is refused. */
  public long sizeArgument(long object) {
    refuseFloat(object);
    return size(object, "OverflowError", "Python int too large to convert to C ssize_t");
  }

  private void refuseFloat(long object) {
    if (py.floats.is(object)) {
      throw Raise.typeError("integer argument expected, got float");
    }
  }

  /** An argument that must be a C int. */
  public int intArgument(long object) {
    long value = longArgument(object);
    if (value != (int) value) {
      throw Raise.of(
          "OverflowError",
          "signed integer is " + (value > 0 ? "greater than maximum" : "less than minimum"));
    }
    return (int) value;
  }

  /** The number an object's {@code __len__} returned, whose reference is taken over. */
  long length(long result) {
    try {
      long size = size(result);
      if (size < 0) {
        throw Raise.valueError("__len__() should return >= 0");
      }
      return size;
    } finally {
      py.decref(result);
    }
  }

  /** {@code int(object)} without a base. */
  public long toInt(long object) {
    if (py.typeOf(object) == py.types.integer) {
      return py.own(object);
    }
    long function = slot(py.typeOf(object), INT);
    if (function != 0) {
      return exactInt(
          checked(py.code.unary(function).call(object), "__int__ returned non-int (type %s)"));
    }
    long truncated = py.calls.special(object, "__trunc__");
    if (truncated != 0) {
      return py.types.is(truncated, TypeFlags.LONG) ? exactInt(truncated) : integral(truncated);
    }
    if (py.strs.is(object)) {
      return IntText.parse(py, object, py.strs.text(object), 10);
    }
    if (py.buffers.supports(object)) {
      return IntText.parse(py, object, BytesType.latin1(py.buffers.content(object)), 10);
    }
    throw Raise.typeError(
        "int() argument must be a string, a bytes-like object or a number, not '%s'"
            .formatted(py.typeName(object)));
  }

  /**
   * What {@code __trunc__} returned may say itself which int it is; its reference is taken over.
   */
  private long integral(long truncated) {
    try {
      long function = slot(py.typeOf(truncated), INT);
      if (function == 0) {
        throw Raise.typeError(
            "__trunc__ returned non-Integral (type %s)".formatted(py.typeName(truncated)));
      }
      return exactInt(
          checked(py.code.unary(function).call(truncated), "__int__ returned non-int (type %s)"));
    } finally {
      py.decref(truncated);
    }
  }

  private long exactInt(long integer) {
    if (py.typeOf(integer) == py.types.integer) {
      return integer;
    }
    long exact = py.ints.of(py.ints.value(integer));
    py.decref(integer);
    return exact;
  }

  /** The value of a real number as a double. */
  public double toDouble(long object) {
    if (py.floats.is(object)) {
      return py.floats.value(object);
    }
    long function = slot(py.typeOf(object), FLOAT);
    if (function == 0) {
      throw Raise.typeError("must be real number, not " + py.typeName(object));
    }
    long result = py.code.unary(function).call(object);
    try {
      if (!py.floats.is(result)) {
        throw Raise.typeError(
            "%s.__float__ returned non-float (type %s)"
                .formatted(py.typeName(object), py.typeName(result)));
      }
      return py.floats.value(result);
    } finally {
      py.decref(result);
    }
  }

  /** Whether an object says how it is a number: as an int or as a float (PyNumber_Check). */
  public boolean isNumber(long object) {
    return slot(py.typeOf(object), INT) != 0 || hasFloat(object);
  }

  public boolean hasFloat(long object) {
    return slot(py.typeOf(object), FLOAT) != 0;
  }

  /** An int as a double. */
  public double intToDouble(long integer) {
    double value = py.ints.value(integer).doubleValue();
    if (Double.isInfinite(value)) {
      throw Raise.overflowError("int too large to convert to float");
    }
    return value;
  }
}
