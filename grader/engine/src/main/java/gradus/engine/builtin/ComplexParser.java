package gradus.engine.builtin;

import java.util.Optional;

/** Complex numbers read from text as {@code complex('…')} does. */
final class ComplexParser {

  private static final String NUMBER =
      "(?:(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d[\\d_]*)?|(?i:inf|infinity|nan))";

  private ComplexParser() {}

  /** The two parts, or empty if the text writes no number. */
  static Optional<double[]> parse(String text) {
    String bare = text.strip();
    if (bare.startsWith("(") && bare.endsWith(")")) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    boolean imaginary = bare.endsWith("j") || bare.endsWith("J");
    if (!imaginary) {
      return bare.matches("[+-]?" + NUMBER)
          ? Optional.of(new double[] {value(bare), 0})
          : Optional.empty();
    }
    String digits = bare.substring(0, bare.length() - 1);
    int split = split(digits);
    String real = digits.substring(0, split);
    String rest = digits.substring(split);
    boolean unit = rest.isEmpty() || rest.equals("+") || rest.equals("-");
    boolean good =
        (real.isEmpty() || real.matches("[+-]?" + NUMBER))
            && (unit || rest.matches("[+-]?" + NUMBER));
    if (!good) {
      return Optional.empty();
    }
    double part = unit ? (rest.equals("-") ? -1 : 1) : value(rest);
    return Optional.of(new double[] {real.isEmpty() ? 0 : value(real), part});
  }

  /** Where the imaginary part starts: at the last sign that is not an exponent's. */
  private static int split(String digits) {
    for (int at = digits.length() - 1; at > 0; at--) {
      char before = digits.charAt(at - 1);
      boolean sign = digits.charAt(at) == '+' || digits.charAt(at) == '-';
      if (sign && before != 'e' && before != 'E') {
        return at;
      }
    }
    return 0;
  }

  private static double value(String text) {
    return FloatParser.parse(text, () -> text);
  }
}
