package gradus.harness.runner;

/** A hidden suite does not fit its lesson; the message is one sentence for its author. */
public final class SuiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Tells what is wrong, where, and what is right. */
  public SuiteException(String message) {
    super(message);
  }
}
