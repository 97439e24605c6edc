package gradus.harness.suite;

import gradus.harness.remote.StudentException;
import gradus.harness.result.Counterexample;
import java.util.Optional;

/**
 * How a run failed.
 *
 * @param step the number of the step it failed at
 * @param counterexample the calls up to there, and the first difference
 * @param thrown what the check ends in
 */
record Failure(int step, Counterexample counterexample, Throwable thrown) {
  static Failure wrongAnswer(int step, String message, Counterexample counterexample) {
    return new Failure(step, counterexample, new ComparisonFailure(message, counterexample));
  }

  /** Whether a shorter run fails as this one: by a wrong answer, or by the same exception. */
  boolean sameKindAs(Failure other) {
    return kind().equals(other.kind());
  }

  private String kind() {
    return thrown instanceof StudentException exception
        ? exception.className()
        : thrown.getClass().getName();
  }

  /**
   * The failure of a run that was played again more carefully; this one if it did not fail again,
   * for code that is right never fails.
   */
  Failure orIfItFailsEarlier(Optional<Failure> careful) {
    return careful.orElse(this);
  }

  /** Ends the check. */
  void raise() {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
