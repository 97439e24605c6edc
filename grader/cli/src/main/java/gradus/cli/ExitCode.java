package gradus.cli;

/** What the command tells the shell. Scripts rely on these numbers. */
final class ExitCode {
  /** Done; a submission was graded, whatever its score. */
  static final int OK = 0;

  /** A score below {@code --fail-under}, or a lesson that is not sound. */
  static final int FAILED = 1;

  /** The command line is wrong, or it names something that cannot be graded. */
  static final int USAGE = 2;

  /** A fault of the grader or of the machine it runs on; says nothing of the submission. */
  static final int INFRASTRUCTURE = 3;

  private ExitCode() {}
}
