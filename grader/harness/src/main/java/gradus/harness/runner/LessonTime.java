package gradus.harness.runner;

import gradus.harness.result.Outcome;
import java.time.Duration;

/** The time that all checks of a lesson may take together, whichever threads run them. */
final class LessonTime {
  private final Duration whole;
  private Duration left;

  LessonTime(Duration whole) {
    this.whole = whole;
    this.left = whole;
  }

  synchronized void spend(Duration time) {
    left = left.minus(time);
  }

  synchronized boolean isUp() {
    return left.isZero() || left.isNegative();
  }

  /** The limit, or what is left if that is less. */
  synchronized Duration atMost(Duration limit) {
    return limit.compareTo(left) < 0 ? limit : left;
  }

  /** How a check ends that comes too late. */
  Ended over() {
    return Ended.unbegun(
        Verdict.of(
            Outcome.TIMEOUT,
            "The checks before it used up the lesson's " + Watchdog.inSeconds(whole)));
  }
}
