package gradus.engine.builtin;

import gradus.engine.object.Raise;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Floats read from text as {@code float('…')} does. */
final class FloatParser {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d(_?\\d)*\\.?(\\d(_?\\d)*)?|\\.\\d(_?\\d)*)([eE][+-]?\\d(_?\\d)*)?");
  private static final Pattern SPECIAL = Pattern.compile("[+-]?(inf|infinity|nan)");

  private FloatParser() {}

  /** Digits of any script as those of ASCII. */
  private static String decimal(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point ->
                out.appendCodePoint(
                    Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
    return out.toString();
  }

  static double parse(String text, Supplier<String> repr) {
    String stripped = decimal(text.strip());
    if (NUMBER.matcher(stripped).matches()) {
      return Double.parseDouble(stripped.replace("_", ""));
    }
    String lower = stripped.toLowerCase(Locale.ROOT);
    if (!SPECIAL.matcher(lower).matches()) {
      // CPython reports the end of an empty text in another place than what is no number.
      throw Raise.valueError(
          "could not convert string to float: " + (stripped.isEmpty() ? "" : repr.get()));
    }
    double value = lower.endsWith("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
    return lower.startsWith("-") ? -value : value;
  }
}
