package gradus.harness.runner;

import gradus.harness.runner.Ended.Manner;
import gradus.harness.runner.LessonWorker.Begun;
import gradus.harness.suite.CheckSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the checks of one launch on the lesson's worker, until one has to be looked at again. */
final class Series implements CheckLauncher.Attendant {
  private final LessonWorker worker;
  private final LessonTime time;
  private final Function<ExpectedCheck, Manner> manners;
  private final BiConsumer<ExpectedCheck, Ended> settled;
  private final List<Ended> ended = new ArrayList<>();
  private @Nullable Begun running;

  /**
   * A series.
   *
   * @param manners how each check is to be run
   * @param settled is told of every check that need not be looked at again
   */
  Series(
      LessonWorker worker,
      LessonTime time,
      Function<ExpectedCheck, Manner> manners,
      BiConsumer<ExpectedCheck, Ended> settled) {
    this.worker = worker;
    this.time = time;
    this.manners = manners;
    this.settled = settled;
  }

  @Override
  public Optional<CheckSession> begin(ExpectedCheck check) {
    if (!ended.isEmpty() && time.isUp()) {
      return Optional.empty();
    }
    try {
      running = worker.begin(check, manners.apply(check));
      return Optional.of(running.session());
    } catch (RuntimeException e) {
      ended.add(unusable(e));
      return Optional.empty();
    }
  }

  @Override
  public boolean end(ExpectedCheck check, Optional<Throwable> thrown) {
    Ended end = end(thrown);
    ended.add(end);
    if (!end.isOpen()) {
      settled.accept(check, end);
    }
    return !end.isOpen();
  }

  private Ended end(Optional<Throwable> thrown) {
    try {
      return worker.end(Objects.requireNonNull(running), thrown);
    } catch (RuntimeException e) {
      return unusable(e);
    }
  }

  private Ended unusable(RuntimeException fault) {
    worker.replace();
    return Ended.unbegun(
        Verdict.infrastructure("The worker could not be used: " + fault.getMessage()));
  }

  /** How the checks ended that were run, in order; only the last may have to be run again. */
  List<Ended> ended() {
    return ended;
  }
}
