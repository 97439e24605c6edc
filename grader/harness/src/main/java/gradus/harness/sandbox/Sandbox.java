package gradus.harness.sandbox;

/** Starts Java programs that are not trusted. */
public interface Sandbox {
  /** {@code bubblewrap} or {@code process}, as reports print it. */
  String name();

  /**
   * Starts a program; it reads requests from its descriptor 3 and writes replies to its descriptor
   * 4.
   *
   * @throws SandboxFault if no process can be started
   */
  SandboxedProcess start(JvmSpec spec);
}
