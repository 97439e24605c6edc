package gradus.harness.remote;

import gradus.harness.result.Outcome;

/**
 * The worker can no longer be used. Whoever catches it cannot go on with the same worker: the
 * {@link Remote} stays condemned and throws it again.
 */
public final class WorkerFailure extends RuntimeException {
  private final Outcome outcome;

  /**
   * Creates the failure.
   *
   * @param outcome what the running check ends as
   * @param message one sentence for the student
   */
  public WorkerFailure(Outcome outcome, String message) {
    super(message);
    this.outcome = outcome;
  }

  /** What the running check ends as. */
  public Outcome outcome() {
    return outcome;
  }
}
