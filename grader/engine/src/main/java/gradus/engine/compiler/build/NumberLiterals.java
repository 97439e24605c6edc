package gradus.engine.compiler.build;

import gradus.engine.compiler.code.Constant;
import java.math.BigInteger;

/** The values of number literals. */
final class NumberLiterals {
  private NumberLiterals() {}

  static Constant parse(String literal) {
    String text = literal.replace("_", "");
    char last = text.charAt(text.length() - 1);
    if (last == 'j' || last == 'J') {
      return new Constant.Complex(0, Double.parseDouble(text.substring(0, text.length() - 1)));
    }
    if (text.charAt(0) == '0' && text.length() > 1) {
      int radix = radix(text.charAt(1));
      if (radix != 0) {
        return new Constant.Int(new BigInteger(text.substring(2), radix));
      }
    }
    boolean isInteger = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isInteger
        ? new Constant.Int(new BigInteger(text))
        : new Constant.Floating(Double.parseDouble(text));
  }

  private static int radix(char letter) {
    return switch (letter) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }
}
