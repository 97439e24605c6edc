package gradus.harness.remote;

import gradus.wire.Fault;
import java.util.List;

/**
 * Student code threw something the contract does not know. Only text came over the wire, and all of
 * it is the student's: cut, but not escaped.
 */
public final class StudentException extends RuntimeException {
  private final String className;
  private final List<String> frames;

  /**
   * Creates the exception.
   *
   * @param className the class of what was thrown; {@code gradus.kit.Todo} for a stub
   * @param message its message; empty if it had none
   * @param frames where in the student's classes it was thrown, innermost first; may be empty
   */
  public StudentException(String className, String message, List<String> frames) {
    super(message);
    this.className = className;
    this.frames = List.copyOf(frames);
  }

  static StudentException of(Fault fault) {
    return new StudentException(fault.className(), fault.message(), fault.frames());
  }

  /** The class of what was thrown. */
  public String className() {
    return className;
  }

  /** Where in the student's classes it was thrown, innermost first. */
  public List<String> frames() {
    return frames;
  }
}
