package gradus.harness.result;

import java.util.List;

/**
 * One task of a lesson.
 *
 * @param task the task's identifier in {@code lesson.yaml}
 * @param title the task's title
 * @param points points earned
 * @param maxPoints points to be had
 * @param outcome the gravest outcome among the checks
 * @param checks the checks in the order of the suite
 */
public record TaskResult(
    String task,
    String title,
    int points,
    int maxPoints,
    Outcome outcome,
    List<CheckResult> checks) {
  public TaskResult {
    checks = List.copyOf(checks);
  }
}
