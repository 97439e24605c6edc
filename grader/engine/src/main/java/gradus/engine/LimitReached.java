package gradus.engine;

/** A program was stopped because it used more instructions, output or time than it was given. */
public final class LimitReached extends RuntimeException {

  private static final long serialVersionUID = 1;

  LimitReached(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
