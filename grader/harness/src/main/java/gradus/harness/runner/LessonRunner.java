package gradus.harness.runner;

import gradus.harness.lesson.Lesson;
import gradus.harness.result.CheckResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs a lesson task by task and counts the points.
 *
 * <p>A check earns its points or none. The points of a check that the grader failed to run are
 * neither won nor lost: they are missing from the maximum, too.
 */
public final class LessonRunner {
  private final LessonJob job;
  private final BiConsumer<ExpectedCheck, Outcome> progress;
  private final Map<String, TaskRun> tasks = new LinkedHashMap<>();

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
    for (Lesson.Task task : job.plan().lesson().tasks()) {
      tasks.put(task.id(), new TaskRun(task, job.plan().checksOf(task)));
    }
    try (LessonRun run = new LessonRun(job, progress)) {
      tasks.values().stream()
          .filter(this::isReady)
          .forEach(task -> task.begin(runner(task.task(), run)));
      tasks.values().forEach(task -> task.finish(runner(task.task(), run)));
    }
    return result(tasks.values().stream().map(TaskRun::result).toList());
  }

  private LessonResult result(List<TaskResult> results) {
    Lesson lesson = job.plan().lesson();
    return new LessonResult(
        lesson.id(),
        lesson.title(),
        results.stream().mapToInt(TaskResult::points).sum(),
        results.stream().mapToInt(TaskResult::maxPoints).sum(),
        Outcome.gravest(results.stream().map(TaskResult::outcome)),
        results);
  }

  /** Whether it is known what the tasks that this one needs have earned. */
  private boolean isReady(TaskRun task) {
    return needsOf(task.task()).noneMatch(TaskRun::isOpen);
  }

  private Stream<TaskRun> needsOf(Lesson.Task task) {
    return task.needs().stream().flatMap(need -> Stream.ofNullable(tasks.get(need)));
  }

  private Function<List<ExpectedCheck>, List<CheckResult>> runner(Lesson.Task task, LessonRun run) {
    Optional<Ended> obstacle = obstacle(task).map(Ended::unbegun);
    return checks ->
        obstacle
            .map(end -> withoutRunning(checks.get(0), end))
            .orElseGet(() -> results(checks, run.run(checks)));
  }

  private List<CheckResult> withoutRunning(ExpectedCheck check, Ended end) {
    progress.accept(check, end.verdict().outcome());
    return results(List.of(check), List.of(end));
  }

  private List<CheckResult> results(List<ExpectedCheck> checks, List<Ended> ended) {
    return IntStream.range(0, ended.size())
        .mapToObj(i -> result(checks.get(i), ended.get(i)))
        .toList();
  }

  /** Why a task is not run at all. */
  private Optional<Verdict> obstacle(Lesson.Task task) {
    return Optional.ofNullable(job.blocked().get(task.id()))
        .or(
            () ->
                needsOf(task)
                    .filter(TaskRun::earnedNothing)
                    .map(need -> "Needs " + need.task().id() + ", which earned no points")
                    .map(message -> Verdict.of(Outcome.NOT_RUN, message))
                    .findFirst());
  }

  private CheckResult result(ExpectedCheck check, Ended ended) {
    Verdict verdict = ended.verdict();
    return new CheckResult(
        check.name(),
        verdict.outcome(),
        verdict.message(),
        verdict.counterexample(),
        verdict.outcome() == Outcome.PASSED ? check.points() : 0,
        verdict.outcome() == Outcome.INFRASTRUCTURE ? 0 : check.points(),
        job.seed(),
        ended.taken().toMillis());
  }
}
