package gradus.engine;

import gradus.engine.lib.Python;
import gradus.engine.object.Raise;
import java.util.function.Supplier;

/** An exception that simulated Python raised and nothing there caught. */
public final class PythonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String type;
  private final String message;

  private final String traceback;

  PythonException(Raise raise) {
    this(raise.type(), raise.text(), "");
  }

  private PythonException(String type, String message, String traceback) {
    super(message.isEmpty() ? type : type + ": " + message);
    this.type = type;
    this.message = message;
    this.traceback = traceback;
  }

  /** Does something that may raise, and throws what it raises as this exception. */
  static <T> T translate(Python python, Supplier<T> action) {
    try {
      return action.get();
    } catch (Raise raise) {
      long exception = python.py.exceptions.object(raise);
      PythonException translated =
          new PythonException(
              python.py.typeName(exception),
              python.py.texts.strText(exception),
              python.traceback(exception));
      python.py.exceptions.drop(raise);
      throw translated;
    }
  }

  /** What the interpreter would print of it: where it came from, line by line; may be empty. */
  public String traceback() {
    return traceback;
  }

  /** The name of the exception's type, such as {@code IndexError}. */
  public String type() {
    return type;
  }

  /**
   * What {@code str(exception)} says; empty if it says nothing. {@link #getMessage} puts the type
   * before it.
   */
  public String message() {
    return message;
  }
}
