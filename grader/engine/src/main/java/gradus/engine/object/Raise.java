package gradus.engine.object;

/**
 * A Python exception on its way through the interpreter; it carries no Java stack, which nobody
 * would read.
 */
public final class Raise extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String type;

  private Raise(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  /** The name of the exception's type, such as {@code IndexError}. */
  public String type() {
    return type;
  }

  /** The exception's text, empty if it has none. */
  public String text() {
    return String.valueOf(getMessage());
  }

  static Raise indexError(String message) {
    return new Raise("IndexError", message);
  }

  static Raise recursionError(String doing) {
    return new Raise("RecursionError", "maximum recursion depth exceeded while " + doing);
  }

  static Raise memoryError() {
    return new Raise("MemoryError", "");
  }
}
