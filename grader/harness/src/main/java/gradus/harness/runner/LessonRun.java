package gradus.harness.runner;

import gradus.harness.result.Outcome;
import gradus.harness.runner.CheckLauncher.Launch;
import gradus.harness.suite.BatchingStudent;
import gradus.harness.suite.CheckSession;
import gradus.harness.suite.Seeds;
import gradus.harness.suite.Student;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the checks of one lesson, on one worker as long as it is sound. */
final class LessonRun implements AutoCloseable {
  private final LessonJob job;
  private final CheckLauncher launcher = new CheckLauncher();
  private final Watchdog watchdog = new Watchdog();
  private @Nullable Worker worker;
  private Duration left;

  LessonRun(LessonJob job) {
    this.job = job;
    this.left = job.plan().lesson().limits().lesson();
  }

  /** How a check ended, and how long it took. */
  record Timed(Verdict verdict, Duration taken) {}

  /** Runs a check; once more, with a fresh worker, if the grader was at fault. */
  Timed run(ExpectedCheck check) {
    Timed first = runOnce(check);
    if (first.verdict().outcome() != Outcome.INFRASTRUCTURE) {
      return first;
    }
    replaceWorker();
    return runOnce(check);
  }

  private Timed runOnce(ExpectedCheck check) {
    long begin = System.nanoTime();
    Verdict verdict;
    try {
      verdict = verdictOf(check);
    } catch (RuntimeException e) {
      verdict = Verdict.infrastructure("The worker could not be used: " + e.getMessage());
      replaceWorker();
    }
    return new Timed(verdict, Duration.ofNanos(System.nanoTime() - begin));
  }

  private Verdict verdictOf(ExpectedCheck check) {
    Duration limit = job.limits().of(check.task(), check.name());
    Duration allowed = limit.compareTo(left) < 0 ? limit : left;
    if (allowed.isZero() || allowed.isNegative()) {
      Duration whole = job.plan().lesson().limits().lesson();
      return Verdict.of(
          Outcome.TIMEOUT,
          "The checks before it used up the lesson's " + Watchdog.inSeconds(whole));
    }
    return verdictOf(check, soundWorker(), allowed);
  }

  /**
   * Runs a check. If its worker ended, the check is run once more with one call at a time, to tell
   * which one did it.
   */
  private Verdict verdictOf(ExpectedCheck check, Worker sound, Duration allowed) {
    Verdict verdict = verdictOf(check, sound, sound.student(), allowed);
    if (verdict.outcome().isWorkersEnd() && sound.student() instanceof BatchingStudent) {
      Worker fresh = soundWorker();
      Verdict slower = verdictOf(check, fresh, oneCallAtATime(fresh.student()), allowed);
      return slower.outcome() == verdict.outcome() ? slower : verdict;
    }
    return verdict;
  }

  private Verdict verdictOf(ExpectedCheck check, Worker sound, Student student, Duration allowed) {
    CheckSession session = CheckSession.over(student, seedOf(check), watchdog::isHalfSpent);
    sound.beginCheck();
    watchdog.watch(sound, allowed);
    Launch launch = launcher.run(check, session);
    int leftover = sound.condemned().isPresent() ? 0 : sound.endCheck();
    left = left.minus(watchdog.release());
    Verdict verdict = judge(launch, session, sound);
    if (leftover > 0 || sound.condemned().isPresent()) {
      replaceWorker();
    }
    return verdict;
  }

  private static Student oneCallAtATime(Student student) {
    return new Student() {
      @Override
      public <T> T make(Class<T> contract, Object... arguments) {
        return student.make(contract, arguments);
      }
    };
  }

  private Verdict judge(Launch launch, CheckSession session, Worker used) {
    if (launch instanceof Launch.Ran ran) {
      return job.judge().verdict(ran.thrown(), session, used.condemned());
    }
    return Verdict.infrastructure(((Launch.Amiss) launch).what());
  }

  private long seedOf(ExpectedCheck check) {
    return Seeds.mix(job.seed(), job.plan().lesson().id(), check.task(), check.name());
  }

  private Worker soundWorker() {
    if (worker == null) {
      worker = job.workers().start();
    }
    return worker;
  }

  private void replaceWorker() {
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
    replaceWorker();
    watchdog.close();
    launcher.close();
  }
}
