package gradus.engine;

import gradus.engine.object.Raise;

/** An exception that simulated Python raised and nothing there caught. */
public final class PythonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String type;
  private final String message;

  PythonException(Raise raise) {
    super(raise.text().isEmpty() ? raise.type() : raise.type() + ": " + raise.text());
    type = raise.type();
    message = raise.text();
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
