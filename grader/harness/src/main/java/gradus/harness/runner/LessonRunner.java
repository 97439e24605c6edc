package gradus.harness.runner;

import gradus.harness.lesson.Lesson;
import gradus.harness.result.CheckResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import gradus.harness.runner.LessonRun.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a lesson task by task and counts the points.
 *
 * <p>A check earns its points or none. The points of a check that the grader failed to run are
 * neither won nor lost: they are missing from the maximum, too.
 */
public final class LessonRunner {
  private final LessonJob job;
  private final BiConsumer<ExpectedCheck, Outcome> progress;
  private final Map<String, TaskResult> done = new LinkedHashMap<>();

  /**
   * Prepares to run.
   *
   * @param progress is told of every check when it has ended
   */
  public LessonRunner(LessonJob job, BiConsumer<ExpectedCheck, Outcome> progress) {
    this.job = job;
    this.progress = progress;
  }

  /** Runs every task, and returns when all have ended. */
  public LessonResult run() {
    Lesson lesson = job.plan().lesson();
    try (LessonRun run = new LessonRun(job)) {
      for (Lesson.Task task : lesson.tasks()) {
        done.put(task.id(), run(task, run));
      }
    }
    List<TaskResult> tasks = List.copyOf(done.values());
    return new LessonResult(
        lesson.id(),
        lesson.title(),
        tasks.stream().mapToInt(TaskResult::points).sum(),
        tasks.stream().mapToInt(TaskResult::maxPoints).sum(),
        Outcome.gravest(tasks.stream().map(TaskResult::outcome)),
        tasks);
  }

  private TaskResult run(Lesson.Task task, LessonRun run) {
    Optional<Verdict> obstacle = obstacle(task);
    List<CheckResult> checks = new ArrayList<>();
    for (ExpectedCheck check : job.plan().checksOf(task)) {
      Timed timed =
          obstacle
              .map(verdict -> new Timed(verdict, Duration.ZERO))
              .orElseGet(() -> run.run(check));
      checks.add(result(check, timed));
      progress.accept(check, timed.verdict().outcome());
    }
    return new TaskResult(
        task.id(),
        task.title(),
        checks.stream().mapToInt(CheckResult::points).sum(),
        checks.stream().mapToInt(CheckResult::maxPoints).sum(),
        Outcome.gravest(checks.stream().map(CheckResult::outcome)),
        checks);
  }

  /** Why a task is not run at all. */
  private Optional<Verdict> obstacle(Lesson.Task task) {
    return Optional.ofNullable(job.blocked().get(task.id()))
        .or(
            () ->
                task.needs().stream()
                    .filter(need -> earnedNothing(done.get(need)))
                    .map(need -> "Needs " + need + ", which earned no points")
                    .map(message -> Verdict.of(Outcome.NOT_RUN, message))
                    .findFirst());
  }

  /** A task that the grader failed to run may well be right. */
  private static boolean earnedNothing(@Nullable TaskResult task) {
    return task != null
        && task.points() == 0
        && task.checks().stream().noneMatch(c -> c.outcome() == Outcome.INFRASTRUCTURE);
  }

  private CheckResult result(ExpectedCheck check, Timed timed) {
    Verdict verdict = timed.verdict();
    return new CheckResult(
        check.name(),
        verdict.outcome(),
        verdict.message(),
        verdict.counterexample(),
        verdict.outcome() == Outcome.PASSED ? check.points() : 0,
        verdict.outcome() == Outcome.INFRASTRUCTURE ? 0 : check.points(),
        job.seed(),
        timed.taken().toMillis());
  }
}
