package gradus.engine.compiler.fold;

/** The flags, width and precision of a {@code %} field. */
final class FieldSpec {
  private boolean left;
  private boolean plus;
  private boolean blank;
  private boolean alternate;
  private boolean zero;
  private int width;
  private int precision = -1;

  /** Takes a character in if it is a flag. */
  boolean addFlag(int c) {
    switch (c) {
      case '-' -> left = true;
      case '+' -> plus = true;
      case ' ' -> blank = true;
      case '#' -> alternate = true;
      case '0' -> zero = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  void setWidth(int width) {
    this.width = width;
  }

  void setPrecision(int precision) {
    this.precision = precision;
  }

  boolean isAlternate() {
    return alternate;
  }

  boolean hasPrecision() {
    return precision >= 0;
  }

  int precision() {
    return precision;
  }

  /** Text cut to the precision and padded to the width. */
  String text(String value) {
    int length = value.codePointCount(0, value.length());
    String cut =
        precision >= 0 && precision < length
            ? value.substring(0, value.offsetByCodePoints(0, precision))
            : value;
    return padded("", cut);
  }

  /** A number's prefix and digits with its sign, padded to the width. */
  String number(boolean negative, String prefix, String digits) {
    String sign = negative ? "-" : plus ? "+" : blank ? " " : "";
    int missing = width - sign.length() - prefix.length() - digits.length();
    if (zero && !left && missing > 0) {
      return sign + prefix + "0".repeat(missing) + digits;
    }
    return padded(sign + prefix, digits);
  }

  private String padded(String start, String rest) {
    String whole = start + rest;
    String padding = " ".repeat(Math.max(0, width - whole.codePointCount(0, whole.length())));
    return left ? whole + padding : padding + whole;
  }
}
