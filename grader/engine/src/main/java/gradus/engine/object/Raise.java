package gradus.engine.object;

/**
 * A Python exception on its way through the interpreter; it carries no Java stack, which nobody
 * would read.
 *
 * <p>An exception raised by native code is only the name of its type and its text until somebody
 * looks at it; then {@link Exceptions#object} makes the object.
 */
public final class Raise extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String type;
  private long object;
  private boolean traced;
  private boolean contextual;

  private Raise(String type, String message, long object) {
    super(message, null, false, false);
    this.type = type;
    this.object = object;
  }

  /** The name of the exception's type, such as {@code IndexError}; empty if there is an object. */
  public String type() {
    return type;
  }

  /** The exception's text, empty if it has none. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** The exception object, to which this holds a reference, or 0 if it was not made yet. */
  public long object() {
    return object;
  }

  void materialise(long made) {
    object = made;
  }

  /** An exception of a built-in type that takes a text. */
  public static Raise of(String type, String message) {
    return new Raise(type, message, 0);
  }

  /** An exception that exists as an object; the caller's reference is taken over. */
  public static Raise object(long exception) {
    return new Raise("", "", exception);
  }

  /** The same as a re-raise: its traceback already shows the current frame. */
  public static Raise again(long exception) {
    Raise raise = new Raise("", "", exception);
    raise.traced = true;
    raise.contextual = true;
    return raise;
  }

  /** Whether it was noted which exception was being handled when this one was raised. */
  public boolean hasContext() {
    return contextual;
  }

  public void contextIsSet() {
    contextual = true;
  }

  /** The same on its way to the calling frame, which is not in its traceback yet. */
  public Raise passedOn() {
    traced = false;
    return this;
  }

  /** Whether the traceback already shows the current frame. */
  public boolean traced() {
    return traced;
  }

  public static Raise typeError(String message) {
    return of("TypeError", message);
  }

  public static Raise valueError(String message) {
    return of("ValueError", message);
  }

  public static Raise overflowError(String message) {
    return of("OverflowError", message);
  }

  public static Raise attributeError(String message) {
    return of("AttributeError", message);
  }

  public static Raise zeroDivision(String message) {
    return of("ZeroDivisionError", message);
  }

  public static Raise systemError(String message) {
    return of("SystemError", message);
  }

  public static Raise runtimeError(String message) {
    return of("RuntimeError", message);
  }

  /** The end of an iteration where it is told by an exception. */
  public static Raise stopIteration() {
    return of("StopIteration", "");
  }

  public static Raise indexError(String message) {
    return of("IndexError", message);
  }

  public static Raise recursionError(String doing) {
    return of("RecursionError", "maximum recursion depth exceeded while " + doing);
  }

  public static Raise memoryError() {
    return of("MemoryError", "");
  }
}
