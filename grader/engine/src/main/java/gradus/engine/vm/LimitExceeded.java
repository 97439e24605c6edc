package gradus.engine.vm;

/** A program was stopped because it used more than it was given; it cannot catch this. */
public final class LimitExceeded extends RuntimeException {

  /** What there was too much of. */
  public enum Limit {
    STEPS,
    TIME,
    OUTPUT,
    /** Nothing: whoever watched the program wants no more of it. */
    INTEREST
  }

  private static final long serialVersionUID = 1;

  private final Limit limit;

  public LimitExceeded(Limit limit, String message) {
    super(message);
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }
}
