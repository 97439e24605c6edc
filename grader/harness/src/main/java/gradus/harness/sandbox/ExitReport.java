package gradus.harness.sandbox;

import gradus.harness.result.Outcome;

/**
 * How a sandboxed program ended.
 *
 * <p>Everything here but {@code killed} was in the program's hands: an exit code can be chosen and
 * output can be forged, so a report never speaks in a submission's favour.
 *
 * @param code the exit code; 128 + n where signal n ended the program
 * @param killed whether the grader ended it
 * @param stdout the end of what it printed, at most 4,000 characters
 * @param stderr the end of what it and its JVM complained about, at most 4,000 characters
 */
public record ExitReport(int code, boolean killed, String stdout, String stderr) {
  private static final int SIGNAL = 128;
  private static final int OUT_OF_MEMORY = 3;
  private static final int SIGILL = SIGNAL + 4;
  private static final int SIGABRT = SIGNAL + 6;
  private static final int SIGBUS = SIGNAL + 7;
  static final int SIGKILL = SIGNAL + 9;
  private static final int SIGSEGV = SIGNAL + 11;
  static final int SIGXCPU = SIGNAL + 24;
  private static final int SIGSYS = SIGNAL + 31;

  /** The outcome of a check during which the program ended this way. */
  public Outcome outcome() {
    if (killed || code == SIGXCPU) {
      return Outcome.TIMEOUT;
    }
    return switch (code) {
      case OUT_OF_MEMORY -> Outcome.OUT_OF_MEMORY;
      case SIGSYS -> Outcome.SANDBOX_VIOLATION;
      default -> Outcome.CRASHED;
    };
  }

  /** One sentence for the student. */
  public String message() {
    if (killed) {
      return "The program was stopped by the grader.";
    }
    return switch (code) {
      case OUT_OF_MEMORY -> "The program ran out of memory.";
      case SIGSYS ->
          "The sandbox stopped the program: it tried to start a process, open a network"
              + " connection, or do something else that no exercise needs.";
      case SIGXCPU -> "The program used up its CPU time.";
      case SIGKILL -> "The system killed the program, most likely because it used too much memory.";
      case SIGABRT, SIGSEGV, SIGBUS, SIGILL -> "The program crashed its Java virtual machine.";
      default -> "The program ended itself with exit code " + code + ".";
    };
  }
}
