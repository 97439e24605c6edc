package gradus.engine.builtin;

import gradus.engine.object.Binary;
import gradus.engine.object.Ints;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import java.math.BigInteger;

/** Operators of ints: on longs where both operands fit, on BigIntegers where not. */
final class IntArithmetic {

  private static final long LARGEST_SHIFT = 1L << 31;

  private final Space py;
  private final Ints ints;

  /** An operator on values of any size. */
  private interface Wide {
    BigInteger apply(BigInteger left, BigInteger right);
  }

  IntArithmetic(Space py) {
    this.py = py;
    ints = py.ints;
  }

  void install(TypeBuilder type) {
    type.slot("nb_add", (Binary) this::add)
        .slot("nb_subtract", (Binary) this::subtract)
        .slot("nb_multiply", (Binary) this::multiply)
        .slot("nb_floor_divide", (Binary) this::floorDivide)
        .slot("nb_remainder", (Binary) this::remainder)
        .slot("nb_divmod", (Binary) this::divmod)
        .slot("nb_true_divide", (Binary) this::trueDivide)
        .slot("nb_power", (Ternary) this::power)
        .slot("nb_lshift", (Binary) this::leftShift)
        .slot("nb_rshift", (Binary) this::rightShift)
        .slot("nb_and", (Binary) (left, right) -> wide(left, right, BigInteger::and))
        .slot("nb_or", (Binary) (left, right) -> wide(left, right, BigInteger::or))
        .slot("nb_xor", (Binary) (left, right) -> wide(left, right, BigInteger::xor));
  }

  private boolean ints(long left, long right) {
    return py.types.is(left, TypeFlags.LONG) && py.types.is(right, TypeFlags.LONG);
  }

  /** Whether both have at most two digits: 60 bits. */
  private boolean narrow(long left, long right) {
    return ints.digits(left) <= 2 && ints.digits(right) <= 2;
  }

  private long wide(long left, long right, Wide operator) {
    return ints(left, right)
        ? ints.of(operator.apply(ints.value(left), ints.value(right)))
        : py.newNotImplemented();
  }

  private long add(long left, long right) {
    if (ints(left, right) && narrow(left, right)) {
      return ints.of(ints.longValue(left) + ints.longValue(right));
    }
    return wide(left, right, BigInteger::add);
  }

  private long subtract(long left, long right) {
    if (ints(left, right) && narrow(left, right)) {
      return ints.of(ints.longValue(left) - ints.longValue(right));
    }
    return wide(left, right, BigInteger::subtract);
  }

  private long multiply(long left, long right) {
    if (ints(left, right) && ints.digits(left) <= 1 && ints.digits(right) <= 1) {
      return ints.of(ints.longValue(left) * ints.longValue(right));
    }
    return wide(left, right, BigInteger::multiply);
  }

  private void requireDivisor(long right) {
    if (ints.digits(right) == 0) {
      throw Raise.zeroDivision("integer division or modulo by zero");
    }
  }

  private static BigInteger floor(BigInteger left, BigInteger right) {
    BigInteger[] parts = left.divideAndRemainder(right);
    boolean down = parts[1].signum() != 0 && parts[1].signum() != right.signum();
    return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static BigInteger modulo(BigInteger left, BigInteger right) {
    BigInteger rest = left.remainder(right);
    return rest.signum() != 0 && rest.signum() != right.signum() ? rest.add(right) : rest;
  }

  private long floorDivide(long left, long right) {
    if (!ints(left, right)) {
      return py.newNotImplemented();
    }
    requireDivisor(right);
    return narrow(left, right)
        ? ints.of(Math.floorDiv(ints.longValue(left), ints.longValue(right)))
        : wide(left, right, IntArithmetic::floor);
  }

  private long remainder(long left, long right) {
    if (!ints(left, right)) {
      return py.newNotImplemented();
    }
    requireDivisor(right);
    return narrow(left, right)
        ? ints.of(Math.floorMod(ints.longValue(left), ints.longValue(right)))
        : wide(left, right, IntArithmetic::modulo);
  }

  private long divmod(long left, long right) {
    if (!ints(left, right)) {
      return py.newNotImplemented();
    }
    requireDivisor(right);
    long pair = py.tuples.create(2);
    py.tuples.set(pair, 0, floorDivide(left, right));
    py.tuples.set(pair, 1, remainder(left, right));
    return pair;
  }

  private long trueDivide(long left, long right) {
    if (!ints(left, right)) {
      return py.newNotImplemented();
    }
    if (ints.digits(right) == 0) {
      throw Raise.zeroDivision("division by zero");
    }
    BigInteger dividend = ints.value(left);
    BigInteger divisor = ints.value(right);
    if (dividend.bitLength() <= 53 && divisor.bitLength() <= 53) {
      return py.floats.of(dividend.doubleValue() / divisor.doubleValue());
    }
    return py.floats.of(Division.ofInts(dividend, divisor));
  }

  private long power(long base, long exponent, long modulus) {
    boolean numbers = ints(base, exponent);
    if (!numbers || (modulus != py.none && !py.types.is(modulus, TypeFlags.LONG))) {
      return py.newNotImplemented();
    }
    BigInteger value = ints.value(base);
    BigInteger times = ints.value(exponent);
    if (modulus != py.none) {
      return modularPower(value, times, ints.value(modulus));
    }
    if (times.signum() < 0) {
      long left = py.floats.of(py.numbers.intToDouble(base));
      long right = py.floats.of(py.numbers.intToDouble(exponent));
      long result = py.numbers.power(left, right, py.none);
      py.decref(left);
      py.decref(right);
      return result;
    }
    boolean unit = value.bitLength() <= 1 && value.abs().compareTo(BigInteger.ONE) <= 0;
    if (unit) {
      return ints.of(times.signum() == 0 ? BigInteger.ONE : times.testBit(0) ? value : value.abs());
    }
    if ((double) value.bitLength() * times.doubleValue() > LARGEST_SHIFT) {
      throw Raise.memoryError();
    }
    return ints.of(value.pow(times.intValueExact()));
  }

  private long modularPower(BigInteger base, BigInteger exponent, BigInteger modulus) {
    if (modulus.signum() == 0) {
      throw Raise.valueError("pow() 3rd argument cannot be 0");
    }
    if (exponent.signum() < 0) {
      throw Raise.valueError("pow() 2nd argument cannot be negative when 3rd argument specified");
    }
    BigInteger result = base.modPow(exponent, modulus.abs());
    return ints.of(modulus.signum() < 0 && result.signum() != 0 ? result.add(modulus) : result);
  }

  private long leftShift(long left, long right) {
    if (!ints(left, right)) {
      return py.newNotImplemented();
    }
    BigInteger count = ints.value(right);
    if (count.signum() < 0) {
      throw Raise.valueError("negative shift count");
    }
    if (count.bitLength() >= Long.SIZE) {
      throw Raise.overflowError("Python int too large to convert to C ssize_t");
    }
    if (ints.digits(left) == 0) {
      return ints.of(0);
    }
    if (count.longValue() > LARGEST_SHIFT) {
      throw Raise.memoryError();
    }
    return ints.of(ints.value(left).shiftLeft(count.intValue()));
  }

  private long rightShift(long left, long right) {
    if (!ints(left, right)) {
      return py.newNotImplemented();
    }
    BigInteger count = ints.value(right);
    if (count.signum() < 0) {
      throw Raise.valueError("negative shift count");
    }
    if (count.bitLength() >= Long.SIZE) {
      throw Raise.overflowError("Python int too large to convert to C ssize_t");
    }
    if (count.bitLength() >= Integer.SIZE) {
      return ints.of(ints.value(left).signum() < 0 ? -1 : 0);
    }
    return ints.of(ints.value(left).shiftRight(count.intValue()));
  }
}
