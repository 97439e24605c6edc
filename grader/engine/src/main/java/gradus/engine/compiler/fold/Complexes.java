package gradus.engine.compiler.fold;

import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Constant.Complex;
import gradus.engine.compiler.code.Opcode;
import java.util.Optional;

/** Operators on complex numbers (Objects/complexobject.c). */
final class Complexes {
  private static final int LARGEST_WHOLE_EXPONENT = 100;

  private Complexes() {}

  static Optional<Constant> binary(Opcode opcode, Complex a, Complex b) {
    return switch (opcode) {
      case BINARY_ADD -> of(a.real() + b.real(), a.imaginary() + b.imaginary());
      case BINARY_SUBTRACT -> of(a.real() - b.real(), a.imaginary() - b.imaginary());
      case BINARY_MULTIPLY -> Optional.of(product(a, b));
      case BINARY_TRUE_DIVIDE -> quotient(a, b);
      case BINARY_POWER -> power(a, b);
      default -> Optional.empty();
    };
  }

  private static Optional<Constant> of(double real, double imaginary) {
    return Optional.of(new Complex(real, imaginary));
  }

  private static Complex product(Complex a, Complex b) {
    return new Complex(
        a.real() * b.real() - a.imaginary() * b.imaginary(),
        a.real() * b.imaginary() + a.imaginary() * b.real());
  }

  private static Optional<Constant> quotient(Complex a, Complex b) {
    double real = Math.abs(b.real());
    double imaginary = Math.abs(b.imaginary());
    if (real == 0 && imaginary == 0) {
      return Optional.empty();
    }
    if (real >= imaginary) {
      double ratio = b.imaginary() / b.real();
      double divisor = b.real() + b.imaginary() * ratio;
      return of(
          (a.real() + a.imaginary() * ratio) / divisor,
          (a.imaginary() - a.real() * ratio) / divisor);
    }
    double ratio = b.real() / b.imaginary();
    double divisor = b.real() * ratio + b.imaginary();
    return of(
        (a.real() * ratio + a.imaginary()) / divisor, (a.imaginary() * ratio - a.real()) / divisor);
  }

  private static Optional<Constant> power(Complex a, Complex b) {
    Optional<Constant> result;
    int exponent = (int) b.real();
    if (b.imaginary() == 0
        && b.real() == exponent
        && Math.abs(exponent) <= LARGEST_WHOLE_EXPONENT) {
      result = wholePower(a, exponent);
    } else {
      result = polarPower(a, b);
    }
    return result.filter(constant -> constant instanceof Complex c && isFinite(c));
  }

  private static boolean isFinite(Complex c) {
    return !Double.isInfinite(c.real()) && !Double.isInfinite(c.imaginary());
  }

  private static Optional<Constant> wholePower(Complex a, int exponent) {
    Complex result = new Complex(1, 0);
    Complex square = a;
    for (int left = Math.abs(exponent); left > 0; left >>= 1) {
      if ((left & 1) != 0) {
        result = product(result, square);
      }
      square = product(square, square);
    }
    return exponent > 0 ? Optional.of(result) : quotient(new Complex(1, 0), result);
  }

  private static Optional<Constant> polarPower(Complex a, Complex b) {
    if (b.real() == 0 && b.imaginary() == 0) {
      return of(1, 0);
    }
    if (a.real() == 0 && a.imaginary() == 0) {
      return b.imaginary() != 0 || b.real() < 0 ? Optional.empty() : of(0, 0);
    }
    double size = Math.hypot(a.real(), a.imaginary());
    double angle = Math.atan2(a.imaginary(), a.real());
    double length = Math.pow(size, b.real());
    double phase = angle * b.real();
    if (b.imaginary() != 0) {
      length /= Math.exp(angle * b.imaginary());
      phase += b.imaginary() * Math.log(size);
    }
    return of(length * Math.cos(phase), length * Math.sin(phase));
  }
}
