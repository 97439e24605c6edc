package gradus.harness.runner;

import gradus.harness.result.Counterexample;
import gradus.harness.result.Outcome;
import java.util.Optional;

/**
 * How a check ended.
 *
 * @param outcome the outcome
 * @param message one sentence; empty if it passed
 * @param counterexample the calls that led to it, where that is of use
 */
public record Verdict(Outcome outcome, String message, Optional<Counterexample> counterexample) {
  /** A verdict without calls to show. */
  public static Verdict of(Outcome outcome, String message) {
    return new Verdict(outcome, message, Optional.empty());
  }

  /** The grader was at fault. */
  public static Verdict infrastructure(String message) {
    return of(Outcome.INFRASTRUCTURE, message);
  }
}
