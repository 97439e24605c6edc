package gradus.engine.process;

/** A program's segments cannot be mapped; the message says in one sentence why. */
public final class ProgramLoadException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ProgramLoadException(String message) {
    super(message);
  }

  ProgramLoadException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }
}
