package gradus.harness.lesson;

/** A lesson's description is wrong; the message is one sentence for its author. */
public final class LessonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Tells what is wrong, where, and what is right. */
  public LessonException(String message) {
    super(message);
  }
}
