package gradus.harness.runner;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.lesson.Lesson;
import gradus.harness.remote.WorkerFailure;
import gradus.harness.result.CheckResult;
import gradus.harness.result.Outcome;
import gradus.harness.suite.BatchingStudent;
import gradus.harness.suite.Check;
import gradus.harness.suite.Shelf;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.wire.Ending;
import gradus.wire.Planned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Checks of a task share a launch, and nobody can tell from the results. */
class LessonRunTests {
  private static final List<String> RUNS = new ArrayList<>();
  private static int launches;

  private final List<FakeWorker> workers = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();
  private Duration whole = Duration.ofSeconds(4);

  @BeforeEach
  void forget() {
    RUNS.clear();
    launches = 0;
  }

  private List<CheckResult> run(Class<?> suite) {
    Lesson.Task task = new Lesson.Task("task", "Task", 30, List.of(), List.of());
    Lesson lesson =
        new Lesson(
            "shelves",
            "Shelves",
            "lessons.shelves",
            List.of(task),
            List.of(),
            new Lesson.Limits(Duration.ofSeconds(2), whole, 64));
    LessonRunner runner =
        new LessonRunner(
            job(SuitePlan.of(lesson, List.of(suite))),
            (check, outcome) -> progress.add(check.name() + ": " + outcome));
    runner.work();
    return runner.result().tasks().get(0).checks();
  }

  private LessonJob job(SuitePlan plan) {
    return new LessonJob(
        plan,
        Map.of(),
        this::worker,
        new Judge(new SourceLines(Map.of()), false),
        41,
        (task, check) -> Duration.ofSeconds(2),
        Optional.empty());
  }

  /** A shelf that takes its worker down when 13 is appended, and hangs at 14. */
  private FakeWorker worker() {
    Shelf unlucky =
        new Shelf.Right() {
          @Override
          public void append(long value) {
            FakeWorker worker = workers.get(workers.size() - 1);
            if (value == 13) {
              worker.condemn(new WorkerFailure(Outcome.CRASHED, "Ended"));
              throw worker.condemned().orElseThrow();
            }
            if (value == 14) {
              worker.hang(Duration.ofMinutes(1));
            }
          }
        };
    workers.add(new FakeWorker(batching(unlucky)));
    return workers.get(workers.size() - 1);
  }

  private static Student batching(Shelf shelf) {
    return new BatchingStudent() {
      @Override
      public <T> T make(Class<T> contract, Object... arguments) {
        return contract.cast(shelf);
      }

      @Override
      public List<Ending> callAll(List<Planned> calls) {
        throw new IllegalStateException("Nobody asks for several calls here.");
      }
    };
  }

  /** Three checks; the one in the middle differs from suite to suite. */
  private static class Trio {
    @BeforeAll
    static void launched() {
      launches++;
    }

    static void run(String name) {
      RUNS.add(name);
    }
  }

  static final class SoundSuite extends Trio {
    @Task("task")
    @Check(value = "zebra", points = 10)
    void zebra() {
      run("zebra");
    }

    @Task("task")
    @Check(value = "ape", points = 10)
    void ape() {
      run("ape");
    }

    @Task("task")
    @Check(value = "mule", points = 10)
    void mule() {
      run("mule");
    }
  }

  @Test
  void sound_checks_run_once_each_in_one_launch_in_the_order_of_the_plan() {
    assertThat(run(SoundSuite.class))
        .extracting(CheckResult::name)
        .containsExactly("zebra", "ape", "mule");
    assertThat(RUNS).containsExactly("zebra", "ape", "mule");
    assertThat(progress).containsExactly("zebra: PASSED", "ape: PASSED", "mule: PASSED");
    assertThat(launches).isEqualTo(1);
    assertThat(workers).hasSize(1);
  }

  static final class CrashSuite extends Trio {
    @Task("task")
    @Check(value = "before", points = 10)
    void before() {
      run("before");
    }

    @Task("task")
    @Check(value = "crashes", points = 10)
    void crashes(Student student) {
      run("crashes");
      student.make(Shelf.class).append(13);
    }

    @Task("task")
    @Check(value = "after", points = 10)
    void after() {
      run("after");
    }
  }

  @Test
  void a_check_whose_worker_ends_runs_again_before_the_next() {
    assertThat(run(CrashSuite.class))
        .extracting(CheckResult::outcome)
        .containsExactly(Outcome.PASSED, Outcome.CRASHED, Outcome.PASSED);
    assertThat(RUNS).containsExactly("before", "crashes", "crashes", "after");
    assertThat(progress).containsExactly("before: PASSED", "crashes: CRASHED", "after: PASSED");
    assertThat(workers).hasSize(3).allMatch(worker -> worker.closed);
  }

  static final class FaultySuite extends Trio {
    @Task("task")
    @Check(value = "before", points = 10)
    void before() {
      run("before");
    }

    @Task("task")
    @Check(value = "recovers", points = 10)
    void recovers() {
      run("recovers");
      if (RUNS.indexOf("recovers") == RUNS.size() - 1) {
        throw new IllegalStateException();
      }
    }

    @Task("task")
    @Check(value = "fails", points = 10)
    void fails() {
      run("fails");
      throw new IllegalStateException();
    }
  }

  @Test
  void a_check_the_grader_failed_to_run_gets_one_more_run() {
    assertThat(run(FaultySuite.class))
        .extracting(CheckResult::outcome)
        .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.INFRASTRUCTURE);
    assertThat(RUNS).containsExactly("before", "recovers", "recovers", "fails", "fails");
    assertThat(progress)
        .containsExactly("before: PASSED", "recovers: PASSED", "fails: INFRASTRUCTURE");
  }

  static final class SkippedSuite extends Trio {
    @Task("task")
    @Check(value = "before", points = 10)
    void before() {
      run("before");
    }

    @Disabled
    @Task("task")
    @Check(value = "skipped", points = 10)
    void skipped() {
      run("skipped");
    }

    @Task("task")
    @Check(value = "after", points = 10)
    void after() {
      run("after");
    }
  }

  @Test
  void a_skipped_check_is_no_pass_and_costs_the_others_nothing() {
    List<CheckResult> checks = run(SkippedSuite.class);
    assertThat(checks)
        .extracting(CheckResult::outcome)
        .containsExactly(Outcome.PASSED, Outcome.INFRASTRUCTURE, Outcome.PASSED);
    assertThat(checks.get(1).message()).isEqualTo("The check was skipped");
    assertThat(RUNS).containsSubsequence("before", "after").doesNotContain("skipped");
  }

  static final class BadEndSuite extends Trio {
    @Task("task")
    @Check(value = "one", points = 10)
    void one() {
      run("one");
    }

    @Task("task")
    @Check(value = "two", points = 20)
    void two() {
      run("two");
    }

    @AfterAll
    static void breaks() {
      throw new IllegalStateException();
    }
  }

  @Test
  void a_suite_that_breaks_at_its_end_passes_nothing() {
    List<CheckResult> checks = run(BadEndSuite.class);
    assertThat(checks)
        .allMatch(check -> check.outcome() == Outcome.INFRASTRUCTURE && check.maxPoints() == 0);
    assertThat(checks).hasSize(2);
  }

  static final class SlowSuite extends Trio {
    @Task("task")
    @Check(value = "quick", points = 10)
    void quick() {
      run("quick");
    }

    @Task("task")
    @Check(value = "hangs", points = 10)
    void hangs(Student student) {
      run("hangs");
      student.make(Shelf.class).append(14);
    }

    @Task("task")
    @Check(value = "late", points = 10)
    void late() {
      run("late");
    }
  }

  @Test
  void a_check_that_uses_up_the_lessons_time_leaves_none_to_the_next() {
    whole = Duration.ofMillis(50);
    List<CheckResult> checks = run(SlowSuite.class);
    assertThat(checks)
        .extracting(CheckResult::outcome)
        .containsExactly(Outcome.PASSED, Outcome.TIMEOUT, Outcome.TIMEOUT);
    assertThat(checks.get(2).message()).startsWith("The checks before it used up");
    assertThat(RUNS).containsExactly("quick", "hangs", "hangs");
  }
}
