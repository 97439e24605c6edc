package gradus.engine.compiler.build;

/** A literal whose escapes or encoding are wrong; the reason is CPython's. */
final class EscapeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  EscapeException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
