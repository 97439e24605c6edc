package gradus.harness.result;

import java.util.List;

/**
 * The shortest sequence of calls that still fails, and the first difference it shows.
 *
 * @param calls the calls in order, as Java a student would write; runs of like calls may be folded
 * @param callCount how many calls {@code calls} stands for
 * @param difference what was observed, expected and actual, at the first step that differs
 * @param expectedPicture a drawing of the expected state, or empty
 * @param actualPicture a drawing of the state that came, or empty
 */
public record Counterexample(
    List<String> calls,
    int callCount,
    List<Difference> difference,
    String expectedPicture,
    String actualPicture) {
  public Counterexample {
    calls = List.copyOf(calls);
    difference = List.copyOf(difference);
  }

  /**
   * One observation.
   *
   * @param observed what was looked at: {@code size}, {@code result of pop}
   * @param expected the reference's value, printed
   * @param actual the submission's value, printed
   */
  public record Difference(String observed, String expected, String actual) {
    /** Whether the two sides differ here; rows that agree are kept for context. */
    public boolean differs() {
      return !expected.equals(actual);
    }
  }
}
