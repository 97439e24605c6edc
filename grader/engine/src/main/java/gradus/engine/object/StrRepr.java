package gradus.engine.object;

/** {@code repr(str)}, and what counts as printable. */
public final class StrRepr {

  private StrRepr() {}

  /** The literal that writes these code points. */
  public static String of(int[] points) {
    boolean single = false;
    boolean twice = false;
    for (int point : points) {
      single |= point == '\'';
      twice |= point == '"';
    }
    int quote = single && !twice ? '"' : '\'';
    StringBuilder out = new StringBuilder().appendCodePoint(quote);
    for (int point : points) {
      append(out, point, quote);
    }
    return out.appendCodePoint(quote).toString();
  }

  private static void append(StringBuilder out, int point, int quote) {
    if (point == quote || point == '\\') {
      out.append('\\').appendCodePoint(point);
    } else if (point == '\t' || point == '\n' || point == '\r') {
      out.append(point == '\t' ? "\\t" : point == '\n' ? "\\n" : "\\r");
    } else if (isPrintable(point)) {
      out.appendCodePoint(point);
    } else {
      out.append(escape(point));
    }
  }

  /** The escape sequence of a code point. */
  public static String escape(int point) {
    String form = point <= 0xff ? "\\x%02x" : point <= 0xffff ? "\\u%04x" : "\\U%08x";
    return form.formatted(point);
  }

  /** Whether a character shows as itself: neither a control, a separator nor unassigned. */
  public static boolean isPrintable(int point) {
    if (point < 0x7f) {
      return point >= ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
