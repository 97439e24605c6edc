package gradus.harness.runner;

import gradus.harness.lesson.Lesson;
import gradus.harness.result.CheckResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * The checks of one task, in order.
 *
 * <p>A loop that never ends is often met by every check of a task, and each of them takes its whole
 * time. So that the lesson's time is there for the other tasks, too, the checks after the second
 * timeout are put off until these have run.
 */
final class TaskRun {
  private static final int PATIENCE = 2;

  private final Lesson.Task task;
  private final Queue<ExpectedCheck> left;
  private final List<CheckResult> results = new ArrayList<>();

  TaskRun(Lesson.Task task, List<ExpectedCheck> checks) {
    this.task = task;
    this.left = new ArrayDeque<>(checks);
  }

  Lesson.Task task() {
    return task;
  }

  /** Runs checks until there is reason to put the others off. */
  void begin(Function<ExpectedCheck, CheckResult> runner) {
    while (!left.isEmpty() && timeouts() < PATIENCE) {
      results.add(runner.apply(left.remove()));
    }
  }

  /** Runs what is left. */
  void finish(Function<ExpectedCheck, CheckResult> runner) {
    while (!left.isEmpty()) {
      results.add(runner.apply(left.remove()));
    }
  }

  private long timeouts() {
    return results.stream().filter(check -> check.outcome() == Outcome.TIMEOUT).count();
  }

  /** Whether it cannot be told yet if the task earns anything. */
  boolean isOpen() {
    return points() == 0 && !left.isEmpty();
  }

  /** Whether every check has failed; one that the grader failed to run may well be right. */
  boolean earnedNothing() {
    return points() == 0
        && left.isEmpty()
        && results.stream().noneMatch(check -> check.outcome() == Outcome.INFRASTRUCTURE);
  }

  private int points() {
    return results.stream().mapToInt(CheckResult::points).sum();
  }

  TaskResult result() {
    return new TaskResult(
        task.id(),
        task.title(),
        points(),
        results.stream().mapToInt(CheckResult::maxPoints).sum(),
        Outcome.gravest(results.stream().map(CheckResult::outcome)),
        results);
  }
}
