package gradus.kit.score;

/**
 * One visible check that has run.
 *
 * @param task the task it belongs to, as {@code @Task} names it
 * @param name what it checks, in words
 * @param status how it ended
 * @param story why it failed, in lines for the student; empty unless it failed
 */
record VisibleCheck(String task, String name, Status status, String story) {
  /** How a check ended, as far as a student needs to tell apart. */
  enum Status {
    PASSED,
    FAILED,
    NOT_WRITTEN,
    SKIPPED
  }

  boolean passed() {
    return status == Status.PASSED;
  }
}
