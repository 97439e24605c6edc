package gradus.harness;

import gradus.harness.result.Outcome;

/** Is told how a grading gets on; called by one thread at a time. */
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = new Progress() {};

  /** A step has begun: {@code compiling dynamic-arrays}. */
  default void doing(String what) {}

  /** A check has ended. */
  default void checked(String lesson, String task, String check, Outcome outcome) {}
}
