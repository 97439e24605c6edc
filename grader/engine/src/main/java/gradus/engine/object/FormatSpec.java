package gradus.engine.object;

import java.math.BigInteger;

/**
 * A format specification: {@code [[fill]align][sign][#][0][width][grouping][.precision][type]}.
 *
 * @param align one of {@code <>=^}, or 0
 * @param sign one of {@code +-} and blank, or 0
 * @param width -1 if not given
 * @param grouping {@code ,} or {@code _}, or 0
 * @param precision -1 if not given
 * @param type 0 if not given
 */
record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean alternate,
    boolean zero,
    int width,
    char grouping,
    int precision,
    char type) {

  /** A field wider than so many bits count fits no memory this engine is given. */
  private static final int WIDEST_BITS = 27;

  /** The specification of a part of a complex number: no field, but all else. */
  FormatSpec part(char newType, char newSign) {
    return new FormatSpec(
        ' ', (char) 0, newSign, alternate, false, -1, grouping, precision, newType);
  }

  private static final String ALIGNS = "<>=^";

  static FormatSpec parse(String text) {
    int at = 0;
    int fill = ' ';
    char align = 0;
    int first = text.isEmpty() ? 0 : text.codePointAt(0);
    int afterFirst = Character.charCount(first);
    if (text.length() > afterFirst && ALIGNS.indexOf(text.charAt(afterFirst)) >= 0) {
      fill = first;
      align = text.charAt(afterFirst);
      at = afterFirst + 1;
    } else if (!text.isEmpty() && ALIGNS.indexOf(text.charAt(0)) >= 0) {
      align = text.charAt(at++);
    }
    char sign = is(text, at, "+- ") ? text.charAt(at++) : 0;
    boolean alternate = is(text, at, "#");
    at += alternate ? 1 : 0;
    boolean zero = is(text, at, "0");
    at += zero ? 1 : 0;
    int end = digits(text, at);
    int width = number(text, at, end);
    at = end;
    char grouping = is(text, at, ",_") ? text.charAt(at++) : 0;
    int precision = -1;
    if (is(text, at, ".")) {
      end = digits(text, at + 1);
      if (end == at + 1) {
        throw Raise.valueError("Format specifier missing precision");
      }
      precision = number(text, at + 1, end);
      at = end;
    }
    if (text.length() - at > 1) {
      throw Raise.valueError("Invalid format specifier");
    }
    char type = at < text.length() ? text.charAt(at) : 0;
    requireGroups(grouping, type);
    boolean fillZero = zero && align == 0;
    return new FormatSpec(
        fillZero ? '0' : fill,
        fillZero ? '=' : align,
        sign,
        alternate,
        zero,
        width,
        grouping,
        precision,
        type);
  }

  /** Thousands are set apart only in what can have them. */
  private static void requireGroups(char grouping, char type) {
    String allowed = grouping == '_' ? "defgEG%FboxX" : "defgEG%F";
    if (grouping != 0 && type != 0 && allowed.indexOf(type) < 0) {
      throw Raise.valueError("Cannot specify '%s' with '%s'.".formatted(grouping, type));
    }
  }

  private static boolean is(String text, int at, String set) {
    return at < text.length() && set.indexOf(text.charAt(at)) >= 0;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int number(String text, int from, int to) {
    if (from == to) {
      return -1;
    }
    BigInteger value = new BigInteger(text.substring(from, to));
    if (value.bitLength() < Long.SIZE && value.bitLength() > WIDEST_BITS) {
      throw Raise.memoryError();
    }
    if (value.bitLength() >= Long.SIZE) {
      throw Raise.valueError("Too many decimal digits in format string");
    }
    return Integer.parseInt(text.substring(from, to));
  }
}
