package gradus.harness.sandbox;

/** A sandbox was required and none works here; the message says what is missing. */
public final class SandboxUnavailable extends SandboxFault {
  private static final long serialVersionUID = 1L;

  public SandboxUnavailable(String message) {
    super(message);
  }
}
