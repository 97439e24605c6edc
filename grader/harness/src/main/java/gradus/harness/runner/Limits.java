package gradus.harness.runner;

import java.time.Duration;

/** How long a check may take on this machine. */
@FunctionalInterface
public interface Limits {
  /**
   * The CPU time of one check.
   *
   * @param task the task's identifier
   * @param check the property in words
   */
  Duration of(String task, String check);
}
