package gradus.engine.vm;

/** A program was stopped because it used more than it was given; it cannot catch this. */
public final class LimitExceeded extends RuntimeException {

  private static final long serialVersionUID = 1;

  public LimitExceeded(String message) {
    super(message);
  }
}
