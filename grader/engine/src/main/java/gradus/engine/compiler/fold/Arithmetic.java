package gradus.engine.compiler.fold;

import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.code.Str;
import java.math.BigInteger;
import java.util.Optional;

/** What Python's operators make of constants; empty where they raise an exception. */
public final class Arithmetic {
  private Arithmetic() {}

  /** The result of a {@code UNARY_} instruction. */
  public static Optional<Constant> unary(Opcode opcode, Constant operand) {
    Constant number = asNumber(operand);
    if (number instanceof Constant.Int i) {
      BigInteger value = i.value();
      return Optional.of(
          new Constant.Int(
              switch (opcode) {
                case UNARY_NEGATIVE -> value.negate();
                case UNARY_INVERT -> value.not();
                default -> value;
              }));
    }
    if (opcode == Opcode.UNARY_INVERT) {
      return Optional.empty();
    }
    boolean negates = opcode == Opcode.UNARY_NEGATIVE;
    if (number instanceof Constant.Floating f) {
      return Optional.of(new Constant.Floating(negates ? -f.value() : f.value()));
    }
    if (number instanceof Constant.Complex c) {
      return Optional.of(negates ? new Constant.Complex(-c.real(), -c.imaginary()) : c);
    }
    return Optional.empty();
  }

  /** The result of a {@code BINARY_} instruction. */
  public static Optional<Constant> binary(Opcode opcode, Constant left, Constant right) {
    if (isSequence(left) || isSequence(right)) {
      return Sequences.binary(opcode, left, right);
    }
    if (left instanceof Constant.Bool a && right instanceof Constant.Bool b) {
      Optional<Constant> logical = logical(opcode, a.value(), b.value());
      if (logical.isPresent()) {
        return logical;
      }
    }
    return numbers(opcode, asNumber(left), asNumber(right));
  }

  private static boolean isSequence(Constant constant) {
    return constant instanceof Str
        || constant instanceof Bytes
        || constant instanceof Constant.Tuple
        || constant instanceof Constant.FrozenSet;
  }

  private static Optional<Constant> logical(Opcode opcode, boolean a, boolean b) {
    return switch (opcode) {
      case BINARY_AND -> Optional.of(Constant.of(a && b));
      case BINARY_OR -> Optional.of(Constant.of(a || b));
      case BINARY_XOR -> Optional.of(Constant.of(a != b));
      default -> Optional.empty();
    };
  }

  /** A bool as the int it is. */
  static Constant asNumber(Constant constant) {
    return constant instanceof Constant.Bool bool ? Constant.of(bool.value() ? 1 : 0) : constant;
  }

  private static Optional<Constant> numbers(Opcode opcode, Constant left, Constant right) {
    if (left instanceof Constant.Int a && right instanceof Constant.Int b) {
      return Integers.binary(opcode, a.value(), b.value());
    }
    if (left instanceof Constant.Complex || right instanceof Constant.Complex) {
      return asComplex(left)
          .flatMap(a -> asComplex(right).flatMap(b -> Complexes.binary(opcode, a, b)));
    }
    return asDouble(left).flatMap(a -> asDouble(right).flatMap(b -> Floats.binary(opcode, a, b)));
  }

  private static Optional<Double> asDouble(Constant constant) {
    if (constant instanceof Constant.Floating f) {
      return Optional.of(f.value());
    }
    if (constant instanceof Constant.Int i) {
      double value = i.value().doubleValue();
      return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
    }
    return Optional.empty();
  }

  private static Optional<Constant.Complex> asComplex(Constant constant) {
    return constant instanceof Constant.Complex c
        ? Optional.of(c)
        : asDouble(constant).map(real -> new Constant.Complex(real, 0));
  }
}
