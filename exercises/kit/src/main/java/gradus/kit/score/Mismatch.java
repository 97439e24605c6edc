package gradus.kit.score;

import java.util.Arrays;
import java.util.List;

/**
 * A visible check that failed, told in one block: what was called, what was expected, what came.
 *
 * <pre>
 * called     new Growth(CPYTHON_36).capacity(8, 8, 9)
 * expected   16
 * came       17
 * </pre>
 *
 * <p>Its stack trace names only the lines of the test.
 */
public final class Mismatch extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param called the calls that led here, one a line
   * @param expected what should have come; may span lines
   * @param came what came instead; may span lines
   */
  public Mismatch(List<String> called, String expected, String came) {
    super(
        System.lineSeparator()
            + String.join(
                System.lineSeparator(),
                row("called", String.join("\n", called)),
                row("expected", expected),
                row("came", came)));
    setStackTrace(ofTests(getStackTrace()));
  }

  private static String row(String label, String text) {
    return "%-11s".formatted(label)
        + text.replace("\n", System.lineSeparator() + " ".repeat("expected   ".length()));
  }

  private static StackTraceElement[] ofTests(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .filter(frame -> frame.getFileName() != null && frame.getFileName().endsWith("Tests.java"))
        .toArray(StackTraceElement[]::new);
  }
}
