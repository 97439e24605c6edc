package gradus.harness.suite;

import gradus.harness.result.Counterexample;

/** A wrong answer together with the calls that lead to it. */
public final class ComparisonFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final transient Counterexample counterexample;

  ComparisonFailure(String message, Counterexample counterexample) {
    super(message);
    this.counterexample = counterexample;
  }

  /** The shortest failing run. */
  public Counterexample counterexample() {
    return counterexample;
  }
}
