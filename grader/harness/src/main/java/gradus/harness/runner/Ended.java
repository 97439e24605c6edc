package gradus.harness.runner;

import gradus.harness.result.Outcome;
import java.time.Duration;

/**
 * How a run of a check ended.
 *
 * @param verdict its verdict
 * @param taken how long it took
 * @param manner how it was run
 */
record Ended(Verdict verdict, Duration taken, Manner manner) {
  /**
   * How a check is run.
   *
   * @param allowed the time it may take
   * @param batching whether calls may go to the worker together, which does not tell which of them
   *     was its end
   */
  record Manner(Duration allowed, boolean batching) {
    static final Manner NOT_AT_ALL = new Manner(Duration.ZERO, false);
  }

  /** A check that did not even begin. */
  static Ended unbegun(Verdict verdict) {
    return new Ended(verdict, Duration.ZERO, Manner.NOT_AT_ALL);
  }

  /** Whether this is not to be the last word before the check has been looked at again. */
  boolean isOpen() {
    return isFault() || isWorkersEnd();
  }

  boolean isFault() {
    return verdict.outcome() == Outcome.INFRASTRUCTURE;
  }

  boolean isWorkersEnd() {
    return verdict.outcome().isWorkersEnd();
  }

  /** The same end, reached a while later. */
  Ended later(Duration more) {
    return new Ended(verdict, taken.plus(more), manner);
  }
}
