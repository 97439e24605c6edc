package gradus.engine.compiler.fold;

import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import java.util.Optional;

/** Operators on floats (Objects/floatobject.c). */
final class Floats {
  private Floats() {}

  static Optional<Constant> binary(Opcode opcode, double a, double b) {
    return switch (opcode) {
      case BINARY_ADD -> of(a + b);
      case BINARY_SUBTRACT -> of(a - b);
      case BINARY_MULTIPLY -> of(a * b);
      case BINARY_POWER -> power(a, b);
      case BINARY_TRUE_DIVIDE -> b == 0 ? Optional.empty() : of(a / b);
      case BINARY_MODULO -> b == 0 ? Optional.empty() : of(modulo(a, b));
      case BINARY_FLOOR_DIVIDE -> b == 0 ? Optional.empty() : of(floorDivide(a, b));
      default -> Optional.empty();
    };
  }

  private static Optional<Constant> of(double value) {
    return Optional.of(new Constant.Floating(value));
  }

  private static double modulo(double a, double b) {
    double rest = a % b;
    if (rest == 0) {
      return Math.copySign(0.0, b);
    }
    return (b < 0) != (rest < 0) ? rest + b : rest;
  }

  private static double floorDivide(double a, double b) {
    double rest = a % b;
    double quotient = (a - rest) / b;
    if (rest != 0 && (b < 0) != (rest < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static Optional<Constant> power(double a, double b) {
    if (a == 1 || b == 0) {
      return of(1);
    }
    if (a == 0 && b < 0) {
      return Optional.empty();
    }
    if (a == -1 && Double.isInfinite(b)) {
      return of(1);
    }
    if (a < 0 && Double.isFinite(a) && Double.isFinite(b) && b != Math.floor(b)) {
      // A negative base with a fractional exponent has a complex power.
      return Complexes.binary(
          Opcode.BINARY_POWER, new Constant.Complex(a, 0), new Constant.Complex(b, 0));
    }
    double result = Math.pow(a, b);
    boolean overflows = Double.isInfinite(result) && Double.isFinite(a) && Double.isFinite(b);
    return overflows ? Optional.empty() : of(result);
  }
}
