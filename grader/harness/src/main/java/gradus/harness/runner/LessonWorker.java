package gradus.harness.runner;

import gradus.harness.runner.Ended.Manner;
import gradus.harness.suite.BatchingStudent;
import gradus.harness.suite.CheckSession;
import gradus.harness.suite.Seeds;
import gradus.harness.suite.Student;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The worker that runs checks of a lesson, another one whenever it is not sound any more. */
final class LessonWorker implements AutoCloseable {
  private final LessonJob job;
  private final LessonTime time;
  private final Watchdog watchdog = new Watchdog();
  private @Nullable Worker worker;

  LessonWorker(LessonJob job, LessonTime time) {
    this.job = job;
    this.time = time;
  }

  /** A run of a check that has begun. */
  record Begun(CheckSession session, Worker worker, Manner manner, long nanoTime) {}

  /** How a check may be run for the first time. */
  Manner usual(ExpectedCheck check) {
    return new Manner(time.atMost(job.limits().of(check.task(), check.name())), true);
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
    time.spend(watchdog.release());
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

  @Override
  public void close() {
    replace();
    watchdog.close();
  }
}
