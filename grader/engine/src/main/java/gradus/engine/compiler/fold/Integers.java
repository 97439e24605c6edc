package gradus.engine.compiler.fold;

import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/** Operators on ints. */
final class Integers {
  /** Results that could have more bits are left to run time. */
  private static final int MAX_BITS = 128;

  private Integers() {}

  static Optional<Constant> binary(Opcode opcode, BigInteger a, BigInteger b) {
    return switch (opcode) {
      case BINARY_ADD -> of(a.add(b));
      case BINARY_SUBTRACT -> of(a.subtract(b));
      case BINARY_MULTIPLY -> multiply(a, b);
      case BINARY_AND -> of(a.and(b));
      case BINARY_OR -> of(a.or(b));
      case BINARY_XOR -> of(a.xor(b));
      case BINARY_LSHIFT -> shiftLeft(a, b);
      case BINARY_RSHIFT -> b.signum() < 0 ? Optional.empty() : of(shiftRight(a, b));
      case BINARY_POWER -> power(a, b);
      case BINARY_FLOOR_DIVIDE, BINARY_MODULO, BINARY_TRUE_DIVIDE ->
          b.signum() == 0 ? Optional.empty() : divide(opcode, a, b);
      default -> Optional.empty();
    };
  }

  private static Optional<Constant> of(BigInteger value) {
    return Optional.of(new Constant.Int(value));
  }

  private static Optional<Constant> multiply(BigInteger a, BigInteger b) {
    boolean small = a.signum() == 0 || b.signum() == 0 || bits(a) + bits(b) <= MAX_BITS;
    return small ? of(a.multiply(b)) : Optional.empty();
  }

  /** The bits of a number's size, its sign left out. */
  private static int bits(BigInteger value) {
    return value.abs().bitLength();
  }

  private static Optional<Constant> shiftLeft(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return Optional.empty();
    }
    if (a.signum() == 0) {
      return b.bitLength() < Long.SIZE ? of(a) : Optional.empty();
    }
    return b.bitLength() > 31 || b.intValue() > MAX_BITS - bits(a)
        ? Optional.empty()
        : of(a.shiftLeft(b.intValue()));
  }

  private static BigInteger shiftRight(BigInteger a, BigInteger b) {
    return a.shiftRight(b.bitLength() > 31 ? Integer.MAX_VALUE : b.intValue());
  }

  private static Optional<Constant> power(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return Floats.binary(Opcode.BINARY_POWER, a.doubleValue(), b.doubleValue());
    }
    if (a.signum() == 0) {
      return of(b.signum() == 0 ? BigInteger.ONE : a);
    }
    boolean small = b.signum() == 0 || (b.bitLength() <= 31 && bits(a) <= MAX_BITS / b.intValue());
    return small ? of(a.pow(b.intValue())) : Optional.empty();
  }

  private static Optional<Constant> divide(Opcode opcode, BigInteger a, BigInteger b) {
    if (opcode == Opcode.BINARY_TRUE_DIVIDE) {
      double quotient = trueDivide(a, b);
      return Double.isInfinite(quotient)
          ? Optional.empty()
          : Optional.of(new Constant.Floating(quotient));
    }
    BigInteger[] parts = a.divideAndRemainder(b);
    boolean roundsUp = parts[1].signum() != 0 && parts[1].signum() != b.signum();
    if (opcode == Opcode.BINARY_MODULO) {
      return of(roundsUp ? parts[1].add(b) : parts[1]);
    }
    return of(roundsUp ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  /** The double nearest to the quotient of two ints. */
  private static double trueDivide(BigInteger a, BigInteger b) {
    if (a.abs().bitLength() <= 53 && b.abs().bitLength() <= 53) {
      return a.doubleValue() / b.doubleValue();
    }
    // Far more digits than a double's, so that no second rounding can go wrong but in theory.
    return new BigDecimal(a).divide(new BigDecimal(b), new MathContext(800)).doubleValue();
  }
}
