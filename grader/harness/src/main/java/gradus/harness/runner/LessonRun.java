package gradus.harness.runner;

import gradus.harness.result.Outcome;
import gradus.harness.runner.Ended.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Runs checks of one lesson: many in one launch, and again by itself where that is due. */
final class LessonRun implements AutoCloseable {
  private final BiConsumer<ExpectedCheck, Outcome> progress;
  private final CheckLauncher launcher = new CheckLauncher();
  private final LessonTime time;
  private final LessonWorker worker;
  private boolean together = true;

  /**
   * Prepares to run.
   *
   * @param progress is told of every check when it has ended
   */
  LessonRun(LessonJob job, LessonTime time, BiConsumer<ExpectedCheck, Outcome> progress) {
    this.progress = progress;
    this.time = time;
    this.worker = new LessonWorker(job, time);
  }

  /**
   * Runs checks in order. Stops at the first that needs a second run, and gives it that: the grader
   * was at fault, or student code took its worker down.
   *
   * @return how the first of them ended; one at least
   */
  List<Ended> run(List<ExpectedCheck> checks) {
    if (time.isUp()) {
      return List.of(told(checks.get(0), time.over()));
    }
    List<Ended> ended = firstRuns(checks);
    int last = ended.size() - 1;
    if (ended.get(last).isOpen()) {
      ended.set(last, told(checks.get(last), settled(checks.get(last), ended.get(last))));
    }
    return ended;
  }

  private Ended told(ExpectedCheck check, Ended ended) {
    progress.accept(check, ended.verdict().outcome());
    return ended;
  }

  private List<Ended> firstRuns(List<ExpectedCheck> checks) {
    return launch(together ? checks : checks.subList(0, 1), worker::usual, this::told);
  }

  /** Runs a check once more, with a fresh worker, if the grader was at fault. */
  private Ended settled(ExpectedCheck check, Ended first) {
    Ended explained = explained(check, first);
    if (!explained.isFault()) {
      return explained;
    }
    worker.replace();
    return time.isUp() ? time.over() : explained(check, alone(check, worker.usual(check)));
  }

  /**
   * Runs a check once more, with one call at a time, if its worker ended: to tell which call did
   * it.
   */
  private Ended explained(ExpectedCheck check, Ended first) {
    if (!first.isWorkersEnd() || !first.manner().batching()) {
      return first;
    }
    Ended slower = alone(check, new Manner(first.manner().allowed(), false));
    return slower.verdict().outcome() == first.verdict().outcome()
        ? slower.later(first.taken())
        : first.later(slower.taken());
  }

  private Ended alone(ExpectedCheck check, Manner manner) {
    return launch(List.of(check), any -> manner, (settled, end) -> {}).get(0);
  }

  /**
   * Once a launch has gone amiss, the next ones are of a single check: it may be another's fault.
   */
  private List<Ended> launch(
      List<ExpectedCheck> checks,
      Function<ExpectedCheck, Manner> manners,
      BiConsumer<ExpectedCheck, Ended> settled) {
    Series series = new Series(worker, time, manners, settled);
    Optional<String> amiss = launcher.run(checks, series);
    if (amiss.isEmpty()) {
      return series.ended();
    }
    together = false;
    worker.replace();
    return new ArrayList<>(List.of(Ended.unbegun(Verdict.infrastructure(amiss.get()))));
  }

  @Override
  public void close() {
    worker.close();
    launcher.close();
  }
}
