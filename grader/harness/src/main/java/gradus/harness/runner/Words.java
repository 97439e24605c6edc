package gradus.harness.runner;

import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import java.util.stream.Collectors;

/**
 * Makes text that came from a worker fit to be shown: cut, and with every character escaped that
 * steers a terminal or changes the direction of writing.
 */
final class Words {
  private static final int LINE = 300;
  private static final int PICTURE_LINES = 40;
  private static final int CALLS = 60;

  private Words() {}

  /** One line: white space runs together, and a long line ends in an ellipsis. */
  static String line(String text) {
    String cut = text.length() > 4 * LINE ? text.substring(0, 4 * LINE) : text;
    String line = escaped(cut.strip().replaceAll("\\s+", " "));
    return line.length() <= LINE ? line : line.substring(0, LINE) + "…";
  }

  /** Several lines, each cut. */
  static String block(String text) {
    return text.lines()
        .limit(PICTURE_LINES)
        .map(line -> escaped(line.length() <= LINE ? line : line.substring(0, LINE) + "…"))
        .collect(Collectors.joining("\n"));
  }

  /** The name of a class without its package; what no name holds is left out. */
  static String className(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1).replaceAll("[^\\w$]", "");
    String cut = simple.substring(0, Math.min(80, simple.length())).replace('$', '.');
    return cut.isEmpty() ? "an exception" : cut;
  }

  /** A counterexample whose every text is fit to be shown. */
  static Counterexample shown(Counterexample found) {
    return new Counterexample(
        found.calls().stream().limit(CALLS).map(Words::line).toList(),
        found.callCount(),
        found.difference().stream().map(Words::shown).toList(),
        block(found.expectedPicture()),
        block(found.actualPicture()));
  }

  private static Difference shown(Difference row) {
    return new Difference(line(row.observed()), line(row.expected()), line(row.actual()));
  }

  private static String escaped(String text) {
    return text.codePoints().mapToObj(Words::escaped).collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\\u" + Integer.toHexString(0x10000 + c).substring(1);
      default -> Character.toString(c);
    };
  }
}
