package gradus.engine.compiler.build;

/** A literal whose escapes or encoding are wrong; the message is CPython's. */
final class EscapeException extends Exception {
  private static final long serialVersionUID = 1L;

  EscapeException(String message) {
    super(message, null, false, false);
  }
}
