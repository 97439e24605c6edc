package gradus.harness.submission;

/** A directory that cannot be graded; the message is one sentence that says what to do. */
public final class SubmissionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SubmissionException(String message) {
    super(message);
  }
}
