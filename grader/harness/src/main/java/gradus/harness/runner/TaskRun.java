package gradus.harness.runner;

import gradus.harness.lesson.Lesson;
import gradus.harness.result.CheckResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.util.ArrayList;
import java.util.List;
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
  private final List<ExpectedCheck> left;
  private final List<CheckResult> results = new ArrayList<>();
  private boolean begun;

  TaskRun(Lesson.Task task, List<ExpectedCheck> checks) {
    this.task = task;
    this.left = new ArrayList<>(checks);
  }

  Lesson.Task task() {
    return task;
  }

  /**
   * Runs checks until there is reason to put the others off; the second time, to the end.
   *
   * @param runner runs the first of some checks, one at least; not the next after a timeout
   */
  void goOn(Function<List<ExpectedCheck>, List<CheckResult>> runner) {
    boolean patient = begun;
    begun = true;
    while (!left.isEmpty() && (patient || timeouts() < PATIENCE)) {
      runSome(runner);
    }
  }

  private void runSome(Function<List<ExpectedCheck>, List<CheckResult>> runner) {
    List<CheckResult> ended = runner.apply(List.copyOf(left));
    left.subList(0, ended.size()).clear();
    results.addAll(ended);
  }

  private long timeouts() {
    return results.stream().filter(check -> check.outcome() == Outcome.TIMEOUT).count();
  }

  boolean hasBegun() {
    return begun;
  }

  boolean hasEnded() {
    return left.isEmpty();
  }

  /** Whether it cannot be told yet if the task earns anything. */
  boolean isOpen() {
    return points() == 0 && !hasEnded();
  }

  /** Whether every check has failed; one that the grader failed to run may well be right. */
  boolean earnedNothing() {
    return points() == 0
        && hasEnded()
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
