package gradus.kit;

/**
 * An error as Python raises it: the one exception a contract lets an implementation throw.
 *
 * <p>The checks compare both parts with what CPython 3.6 says, to the letter:
 *
 * <pre>{@code
 * throw new PyError("IndexError", "list index out of range");
 * }</pre>
 */
public final class PyError extends RuntimeException {
  private final String type;

  /**
   * Creates the error.
   *
   * @param type the name of Python's exception class, such as {@code IndexError}
   * @param message what follows the colon in Python's traceback
   */
  public PyError(String type, String message) {
    super(message);
    this.type = type;
  }

  /** The name of Python's exception class. */
  public String type() {
    return type;
  }

  @Override
  public String toString() {
    return type + ": " + getMessage();
  }
}
