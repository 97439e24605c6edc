package gradus.cli;

/**
 * A command that cannot be carried out, for a reason the user can do something about.
 *
 * <p>The message is one sentence: what is wrong, where, and what to do.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Refusal(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** The command line or what it points at is wrong. */
  static Refusal ofInput(String sentence) {
    return new Refusal(ExitCode.USAGE, sentence);
  }

  /** The machine does not let the command finish: a full disk, a sandbox that cannot start. */
  static Refusal ofMachine(String sentence) {
    return new Refusal(ExitCode.INFRASTRUCTURE, sentence);
  }

  int exitCode() {
    return exitCode;
  }
}
