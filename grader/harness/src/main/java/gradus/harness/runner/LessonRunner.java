package gradus.harness.runner;

import gradus.harness.lesson.Lesson;
import gradus.harness.result.CheckResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Runs a lesson task by task and counts the points. Threads that work on it at the same time have a
 * worker each.
 *
 * <p>A check earns its points or none. The points of a check that the grader failed to run are
 * neither won nor lost: they are missing from the maximum, too.
 */
public final class LessonRunner {
  private final LessonJob job;
  private final BiConsumer<ExpectedCheck, Outcome> progress;
  private final LessonTime time;
  private final Agenda agenda;

  /**
   * Prepares to run.
   *
   * @param progress is told of every check when it has ended; by one thread at a time
   */
  public LessonRunner(LessonJob job, BiConsumer<ExpectedCheck, Outcome> progress) {
    this.job = job;
    this.progress = progress;
    this.time = new LessonTime(job.plan().lesson().limits().lesson());
    this.agenda =
        new Agenda(
            job.plan().lesson().tasks().stream()
                .map(task -> new TaskRun(task, job.plan().checksOf(task)))
                .toList());
  }

  /** Works until every task has ended; several threads may do so at once. */
  public void work() {
    try (LessonRun run = new LessonRun(job, time, this::told)) {
      Optional<TaskRun> task = agenda.take();
      while (task.isPresent()) {
        goOn(task.get(), run);
        task = agenda.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The grading was interrupted.", e);
    }
  }

  private void goOn(TaskRun task, LessonRun run) {
    try {
      task.goOn(runner(task, run));
    } finally {
      agenda.release(task);
    }
  }

  private synchronized void told(ExpectedCheck check, Outcome outcome) {
    progress.accept(check, outcome);
  }

  /** What came out; to be asked when the work is done. */
  public LessonResult result() {
    Lesson lesson = job.plan().lesson();
    List<TaskResult> results = agenda.tasks().stream().map(TaskRun::result).toList();
    return new LessonResult(
        lesson.id(),
        lesson.title(),
        results.stream().mapToInt(TaskResult::points).sum(),
        results.stream().mapToInt(TaskResult::maxPoints).sum(),
        Outcome.gravest(results.stream().map(TaskResult::outcome)),
        results);
  }

  private Function<List<ExpectedCheck>, List<CheckResult>> runner(TaskRun task, LessonRun run) {
    Optional<Ended> obstacle = obstacle(task).map(Ended::unbegun);
    return checks ->
        obstacle
            .map(end -> withoutRunning(checks.get(0), end))
            .orElseGet(() -> results(checks, run.run(checks)));
  }

  private List<CheckResult> withoutRunning(ExpectedCheck check, Ended end) {
    told(check, end.verdict().outcome());
    return results(List.of(check), List.of(end));
  }

  private List<CheckResult> results(List<ExpectedCheck> checks, List<Ended> ended) {
    return IntStream.range(0, ended.size())
        .mapToObj(i -> result(checks.get(i), ended.get(i)))
        .toList();
  }

  /** Why a task is not run at all. */
  private Optional<Verdict> obstacle(TaskRun task) {
    return Optional.ofNullable(job.blocked().get(task.task().id()))
        .or(
            () ->
                agenda
                    .needsOf(task)
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
