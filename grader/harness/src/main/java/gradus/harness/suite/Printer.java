package gradus.harness.suite;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Prints values: as Java source for a call, and for the eye where they are compared. */
final class Printer {
  /** How much of a text is shown; a longer one is cut around its first difference. */
  private static final int WIDTH = 120;

  private Printer() {}

  /** A value as a student would write it in Java: {@code List.of(1, 2)}, {@code "a"}. */
  static String java(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Printer::java).collect(Collectors.joining(", ", "List.of(", ")"));
    }
    if (value instanceof Record record) {
      return "new "
          + record.getClass().getSimpleName()
          + Values.components(record).stream()
              .map(Printer::java)
              .collect(Collectors.joining(", ", "(", ")"));
    }
    if (value != null && value.getClass().isArray()) {
      String type = value.getClass().getSimpleName();
      return "new " + type + " " + elements(value, Printer::java, "{", "}");
    }
    return value instanceof Number number ? literal(number) : plain(value);
  }

  /** A value for the eye: {@code [1, 2]}, {@code Entry[size=3]}. */
  static String shown(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Printer::shown).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Record record) {
      return shownRecord(record);
    }
    return value != null && value.getClass().isArray()
        ? elements(value, Printer::shown, "[", "]")
        : plain(value);
  }

  /**
   * Two texts cut to the part where they begin to differ, so that they still differ.
   *
   * @return the expected text and the actual one
   */
  static List<String> cut(String expected, String actual) {
    int from = Math.max(0, firstDifference(expected, actual) - WIDTH / 2);
    boolean fits = expected.length() <= WIDTH && actual.length() <= WIDTH;
    return fits ? List.of(expected, actual) : List.of(window(expected, from), window(actual, from));
  }

  /** A text cut at its end. */
  static String cut(String text) {
    return text.length() <= WIDTH ? text : window(text, 0);
  }

  private static String window(String text, int from) {
    int start = Math.min(from, text.length());
    int end = Math.min(text.length(), start + WIDTH);
    return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
  }

  private static int firstDifference(String one, String other) {
    int end = Math.min(one.length(), other.length());
    return IntStream.range(0, end)
        .filter(i -> one.charAt(i) != other.charAt(i))
        .findFirst()
        .orElse(end);
  }

  private static String shownRecord(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    List<@Nullable Object> values = Values.components(record);
    return IntStream.range(0, components.length)
        .mapToObj(i -> components[i].getName() + "=" + shown(values.get(i)))
        .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "[", "]"));
  }

  private static String elements(
      Object array, Function<@Nullable Object, String> print, String open, String close) {
    return IntStream.range(0, Array.getLength(array))
        .mapToObj(i -> print.apply(Array.get(array, i)))
        .collect(Collectors.joining(", ", open, close));
  }

  private static String literal(Number number) {
    if (number instanceof Long whole && whole != whole.intValue()) {
      return whole == Long.MIN_VALUE
          ? "Long.MIN_VALUE"
          : whole == Long.MAX_VALUE ? "Long.MAX_VALUE" : whole + "L";
    }
    if (number instanceof Double real && (real.isNaN() || real.isInfinite())) {
      return real.isNaN()
          ? "Double.NaN"
          : real > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return number.toString();
  }

  private static String plain(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return '"' + escaped(text.toString()) + '"';
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    Class<?> contract = value == null ? null : Values.contractOf(value);
    return contract == null || named(Objects.requireNonNull(value))
        ? String.valueOf(value)
        : "a " + contract.getSimpleName();
  }

  /** Whether an object's name in a check is known, so that its text is that name. */
  private static boolean named(Object value) {
    return Recorder.isRecorded(value);
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(
            c ->
                switch (c) {
                  case '"' -> "\\\"";
                  case '\\' -> "\\\\";
                  case '\n' -> "\\n";
                  case '\t' -> "\\t";
                  case '\r' -> "\\r";
                  default -> Character.isISOControl(c) ? unicode(c) : Character.toString(c);
                })
        .collect(Collectors.joining());
  }

  private static String unicode(int c) {
    return String.format("\\u%04x", c);
  }

  /** The arguments of a call, printed as Java and joined. */
  static String arguments(Object[] arguments) {
    return Arrays.stream(arguments).map(Printer::java).collect(Collectors.joining(", "));
  }
}
