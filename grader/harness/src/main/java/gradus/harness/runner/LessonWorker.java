package gradus.harness.runner;

import gradus.harness.result.Outcome;
import gradus.harness.runner.Ended.Manner;
import gradus.harness.suite.BatchingStudent;
import gradus.harness.suite.CheckSession;
import gradus.harness.suite.Seeds;
import gradus.harness.suite.Student;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The worker of a lesson, another one whenever it is not sound any more, and its time. */
final class LessonWorker implements AutoCloseable {
  private final LessonJob job;
  private final Watchdog watchdog = new Watchdog();
  private @Nullable Worker worker;
  private Duration left;

  LessonWorker(LessonJob job) {
    this.job = job;
    this.left = job.plan().lesson().limits().lesson();
  }

  /** A run of a check that has begun. */
  record Begun(CheckSession session, Worker worker, Manner manner, long nanoTime) {}

  /** Whether the checks before have used up the lesson's time. */
  boolean isTimeUp() {
    return left.isZero() || left.isNegative();
  }

  /** How a check may be run for the first time. */
  Manner usual(ExpectedCheck check) {
    Duration limit = job.limits().of(check.task(), check.name());
    return new Manner(limit.compareTo(left) < 0 ? limit : left, true);
  }

  Begun begin(ExpectedCheck check, Manner wanted) {
    long now = System.nanoTime();
    Worker sound = sound();
    boolean batching = wanted.batching() && sound.student() instanceof BatchingStudent;
    Student student = batching ? sound.student() : oneCallAtATime(sound.student());
    CheckSession session = CheckSession.over(student, seedOf(check), watchdog::isHalfSpent);
    sound.beginCheck();
    watchdog.watch(sound, wanted.allowed());
    return new Begun(session, sound, new Manner(wanted.allowed(), batching), now);
  }

  /** Ends a run, and gives the worker up if the check did it any harm. */
  Ended end(Begun run, Optional<Throwable> thrown) {
    Worker used = run.worker();
    int leftover = used.condemned().isPresent() ? 0 : used.endCheck();
    left = left.minus(watchdog.release());
    Verdict verdict = job.judge().verdict(thrown, run.session(), used.condemned());
    if (leftover > 0 || used.condemned().isPresent()) {
      replace();
    }
    return new Ended(verdict, Duration.ofNanos(System.nanoTime() - run.nanoTime()), run.manner());
  }

  private static Student oneCallAtATime(Student student) {
    return new Student() {
      @Override
      public <T> T make(Class<T> contract, Object... arguments) {
        return student.make(contract, arguments);
      }
    };
  }

  private long seedOf(ExpectedCheck check) {
    return Seeds.mix(job.seed(), job.plan().lesson().id(), check.task(), check.name());
  }

  private Worker sound() {
    if (worker == null) {
      worker = job.workers().start();
    }
    return worker;
  }

  /** Has the next check run on a fresh worker. */
  void replace() {
    watchdog.release();
    if (worker != null) {
      Worker used = worker;
      worker = null;
      job.output().ifPresent(listener -> tell(listener, used.output()));
      used.close();
    }
  }

  private static void tell(Consumer<String> listener, String output) {
    if (!output.isBlank()) {
      listener.accept(Words.line(output));
    }
  }

  Ended timeIsUp() {
    Duration whole = job.plan().lesson().limits().lesson();
    return Ended.unbegun(
        Verdict.of(
            Outcome.TIMEOUT,
            "The checks before it used up the lesson's " + Watchdog.inSeconds(whole)));
  }

  @Override
  public void close() {
    replace();
    watchdog.close();
  }
}
