package gradus.engine.object;

import java.math.BigInteger;

/** Ints written as text: {@code int('0x1f', 0)}. */
public final class IntText {

  private IntText() {}

  /** The int a text writes in a base; 0 reads the base from the text's prefix. */
  public static long parse(Space py, long source, String text, int base) {
    String digits = text.strip();
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    int radix = base == 0 ? radixOf(digits) : base;
    if (prefixed(digits, radix)) {
      digits = digits.substring(2);
      digits = digits.startsWith("_") ? digits.substring(1) : digits;
    }
    boolean oldOctal = base == 0 && radix == 10 && digits.matches("0[0-9_]*[1-9][0-9_]*");
    if (oldOctal || !wellFormed(digits, radix)) {
      throw Raise.valueError(
          "invalid literal for int() with base %d: %s".formatted(base, shown(py, source)));
    }
    BigInteger value = new BigInteger(digits.replace("_", ""), radix);
    return py.ints.of(negative ? value.negate() : value);
  }

  private static int radixOf(String digits) {
    for (int radix : new int[] {16, 8, 2}) {
      if (prefixed(digits, radix)) {
        return radix;
      }
    }
    return 10;
  }

  private static boolean prefixed(String digits, int radix) {
    char letter = radix == 16 ? 'x' : radix == 8 ? 'o' : radix == 2 ? 'b' : '\0';
    return digits.length() > 1
        && digits.charAt(0) == '0'
        && Character.toLowerCase(digits.charAt(1)) == letter;
  }

  private static boolean wellFormed(String digits, int radix) {
    boolean digitBefore = false;
    for (int index = 0; index < digits.length(); index++) {
      char c = digits.charAt(index);
      boolean digit = Character.digit(c, radix) >= 0;
      if (!digit && (c != '_' || !digitBefore)) {
        return false;
      }
      digitBefore = digit;
    }
    return digitBefore;
  }

  /** A bytearray is shown as bytes. */
  private static String shown(Space py, long source) {
    if (!py.byteArrays.is(source)) {
      return py.texts.reprText(source);
    }
    long bytes = py.bytes.of(py.buffers.content(source));
    try {
      return py.texts.reprText(bytes);
    } finally {
      py.decref(bytes);
    }
  }
}
