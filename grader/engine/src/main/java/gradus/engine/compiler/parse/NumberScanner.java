package gradus.engine.compiler.parse;

import java.util.function.IntPredicate;

/** Reads a number, underscores included (PEP 515). */
final class NumberScanner {
  private final Reader reader;

  /** The byte read last, not yet part of the number. */
  private int c;

  NumberScanner(Reader reader) {
    this.reader = reader;
  }

  /** Reads the rest of a number that begins with a digit. */
  NodeType scan(int first) {
    c = first;
    boolean good = first == '0' ? scanAfterZero() : scanDecimal();
    return finish(good);
  }

  /** Reads the rest of a number that begins with a point, from its first digit. */
  NodeType scanFraction(int first) {
    c = first;
    return finish(fraction());
  }

  private NodeType finish(boolean good) {
    reader.back(c);
    if (!good) {
      reader.stop(Trouble.BAD_TOKEN);
      return NodeType.ERRORTOKEN;
    }
    return NodeType.NUMBER;
  }

  private boolean scanAfterZero() {
    c = reader.next();
    return switch (c) {
      case 'x', 'X' -> radix(NumberScanner::isHexDigit);
      case 'o', 'O' -> radix(d -> d >= '0' && d <= '7');
      case 'b', 'B' -> radix(d -> d == '0' || d == '1');
      default -> scanLeadingZeros();
    };
  }

  private boolean radix(IntPredicate isDigit) {
    c = reader.next();
    do {
      if (c == '_') {
        c = reader.next();
      }
      if (!isDigit.test(c)) {
        return false;
      }
      do {
        c = reader.next();
      } while (isDigit.test(c));
    } while (c == '_');
    return true;
  }

  private boolean scanLeadingZeros() {
    while (c == '_' || c == '0') {
      if (c == '_') {
        c = reader.next();
        if (!isDigit(c)) {
          return false;
        }
      }
      if (c != '0') {
        break;
      }
      c = reader.next();
    }
    boolean nonZero = isDigit(c);
    if (nonZero && !digits()) {
      return false;
    }
    // Nothing but zeros is a number; 012 is one only as the start of a float.
    return switch (c) {
      case '.', 'e', 'E', 'j', 'J' -> afterInteger();
      default -> !nonZero;
    };
  }

  private boolean scanDecimal() {
    return digits() && afterInteger();
  }

  private boolean afterInteger() {
    if (c == '.') {
      c = reader.next();
      return fraction();
    }
    return exponent();
  }

  private boolean fraction() {
    if (isDigit(c) && !digits()) {
      return false;
    }
    return exponent();
  }

  private boolean exponent() {
    if (c == 'e' || c == 'E') {
      int e = c;
      c = reader.next();
      if (c == '+' || c == '-') {
        c = reader.next();
        if (!isDigit(c)) {
          return false;
        }
      } else if (!isDigit(c)) {
        reader.back(c);
        c = e;
        return true;
      }
      if (!digits()) {
        return false;
      }
    }
    if (c == 'j' || c == 'J') {
      c = reader.next();
    }
    return true;
  }

  private boolean digits() {
    while (true) {
      do {
        c = reader.next();
      } while (isDigit(c));
      if (c != '_') {
        return true;
      }
      c = reader.next();
      if (!isDigit(c)) {
        return false;
      }
    }
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
