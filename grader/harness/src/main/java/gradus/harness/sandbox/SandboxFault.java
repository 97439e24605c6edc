package gradus.harness.sandbox;

/** The grader could not do its work, which is no student's fault; the message is one sentence. */
public class SandboxFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SandboxFault(String message) {
    super(message);
  }

  public SandboxFault(String message, Throwable cause) {
    super(message, cause);
  }
}
