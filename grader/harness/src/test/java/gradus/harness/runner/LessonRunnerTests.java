package gradus.harness.runner;

import static gradus.harness.suite.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.harness.lesson.Lesson;
import gradus.harness.remote.StudentException;
import gradus.harness.remote.WorkerFailure;
import gradus.harness.result.CheckResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import gradus.harness.suite.Arbitraries;
import gradus.harness.suite.BatchingStudent;
import gradus.harness.suite.Check;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Shelf;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.kit.PyError;
import gradus.kit.Todo;
import gradus.wire.Ending;
import gradus.wire.Planned;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LessonRunnerTests {
  private static final Judge JUDGE = new Judge(new SourceLines(Map.of("Shelf.java", 50)), false);

  private final List<FakeWorker> workers = Collections.synchronizedList(new ArrayList<>());
  private final List<String> progress = new ArrayList<>();
  private final List<String> printed = new ArrayList<>();
  private Duration limit = Duration.ofSeconds(2);
  private Map<String, Verdict> blocked = Map.of();
  private Judge judge = JUDGE;

  private static Lesson lesson(Lesson.Task... tasks) {
    return new Lesson(
        "shelves",
        "Shelves",
        "lessons.shelves",
        List.of(tasks),
        List.of(),
        new Lesson.Limits(Duration.ofSeconds(2), Duration.ofSeconds(4), 64));
  }

  private static Lesson.Task task(String id, int points, String... needs) {
    return new Lesson.Task(id, "The " + id, points, List.of(needs), List.of("Shelf.java"));
  }

  private LessonResult run(Lesson lesson, Class<?> suite, Supplier<Student> students) {
    return run(SuitePlan.of(lesson, List.of(suite)), factory(students));
  }

  private Worker.Factory factory(Supplier<Student> students) {
    return () -> {
      FakeWorker worker = new FakeWorker(students.get());
      workers.add(worker);
      return worker;
    };
  }

  private LessonJob job(SuitePlan plan, Worker.Factory factory) {
    return new LessonJob(
        plan, blocked, factory, judge, 41, (task, check) -> limit, Optional.of(printed::add));
  }

  private LessonResult run(SuitePlan plan, Worker.Factory factory) {
    LessonRunner runner =
        new LessonRunner(
            job(plan, factory), (check, outcome) -> progress.add(check.name() + ": " + outcome));
    runner.work();
    return runner.result();
  }

  private static Supplier<Student> students(Supplier<Shelf> shelf) {
    return () -> Shelf.student(shelf);
  }

  /** The one check of a suite with one task of 100 points. */
  private CheckResult only(Class<?> suite, Supplier<Shelf> shelf) {
    LessonResult result = run(lesson(task("array", 100)), suite, students(shelf));
    assertThat(result.tasks().get(0).checks()).hasSize(1);
    return result.tasks().get(0).checks().get(0);
  }

  static final class AppendSuite {
    @Task("array")
    @Check(value = "keeps what is appended", points = 100)
    void keeps(Student student) {
      Shelf shelf = student.make(Shelf.class);
      for (int i = 0; i < 5; i++) {
        shelf.append(i);
      }
      assertThat(shelf.size()).isEqualTo(5);
    }
  }

  static final class RandomSuite {
    @Task("array")
    @Check(value = "behaves as a shelf", points = 100)
    void behaves(Student student, Runs runs) {
      runs.compare(() -> student.make(Shelf.class), Shelf.Right::new)
          .call("append", Arbitraries.anyLong(), Shelf::append)
          .call("pop", Shelf::pop)
          .observe("size", Shelf::size)
          .run();
    }
  }

  private static class Sized extends Shelf.Right {
    @Override
    public int size() {
      return Math.min(4, super.size());
    }
  }

  private static Supplier<Shelf> throwing(Supplier<? extends RuntimeException> exception) {
    return () ->
        new Shelf.Right() {
          @Override
          public void append(long value) {
            if (values.size() == 2) {
              throw exception.get();
            }
            super.append(value);
          }
        };
  }

  @Nested
  class a_check_that_holds {
    @Test
    void earns_its_points() {
      CheckResult check = only(AppendSuite.class, Shelf.Right::new);
      assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
      assertThat(check.message()).isEmpty();
      assertThat(check.counterexample()).isEmpty();
      assertThat(check.points()).isEqualTo(100);
      assertThat(check.seed()).isEqualTo(41);
      assertThat(progress).containsExactly("keeps what is appended: PASSED");
    }
  }

  @Nested
  class a_wrong_answer {
    @Test
    void of_an_assertion_tells_the_calls_and_both_values() {
      CheckResult check = only(AppendSuite.class, Sized::new);
      assertThat(check.outcome()).isEqualTo(Outcome.WRONG_ANSWER);
      assertThat(check.message()).isEqualTo("expected: 5 but was: 4");
      assertThat(check.points()).isZero();
      assertThat(check.counterexample().orElseThrow().calls())
          .containsExactly("a = new Shelf()", "a.append(0) … a.append(4) (5 calls)", "a.size()");
      assertThat(check.counterexample().orElseThrow().difference().get(0).actual()).isEqualTo("4");
    }

    @Test
    void of_a_random_run_is_the_shortest() {
      CheckResult check = only(RandomSuite.class, Sized::new);
      assertThat(check.message()).isEqualTo("size is 4, expected 5, after 5 calls");
      assertThat(check.counterexample().orElseThrow().callCount()).isEqualTo(5);
    }

    @Test
    void may_be_a_python_error() {
      CheckResult check = only(AppendSuite.class, throwing(() -> new PyError("E", "no\u001b[31m")));
      assertThat(check.outcome()).isEqualTo(Outcome.WRONG_ANSWER);
      assertThat(check.message()).isEqualTo("raises E: no\\u001b[31m");
    }

    @Test
    void never_shows_the_suites_frames() {
      CheckResult check = only(ThrowableSuite.class, throwing(() -> exception("E", "secret")));
      assertThat(check.outcome()).isEqualTo(Outcome.WRONG_ANSWER);
      assertThat(check.message()).doesNotContain("ThrowableSuite");
    }
  }

  static final class ThrowableSuite {
    @Task("array")
    @Check(value = "refuses in Python's words", points = 100)
    void refuses(Student student) {
      Shelf shelf = student.make(Shelf.class);
      shelf.append(0);
      shelf.append(1);
      assertThatExceptionOfType(PyError.class).isThrownBy(() -> shelf.append(2));
    }
  }

  private static StudentException exception(String className, String message) {
    return new StudentException(
        className, message, List.of("lessons.x.Shelf.append(Shelf.java:17)"));
  }

  @Nested
  class an_exception {
    @Test
    void is_told_by_class_place_and_calls_but_not_by_its_text() {
      CheckResult check =
          only(AppendSuite.class, throwing(() -> exception("java.lang.Oops$Inner", "secret")));
      assertThat(check.outcome()).isEqualTo(Outcome.EXCEPTION);
      assertThat(check.message())
          .isEqualTo("Oops.Inner at Shelf.java:17 from a.append(2), after 3 calls");
    }

    @Test
    void shows_its_text_to_instructors() {
      judge = new Judge(new SourceLines(Map.of()), true);
      CheckResult check = only(RandomSuite.class, throwing(() -> exception("E", "the text")));
      assertThat(check.message()).isEqualTo("E from a.append(2), after 3 calls: the text");
    }

    @Test
    void of_a_stub_is_a_task_not_implemented() {
      CheckResult check =
          only(AppendSuite.class, throwing(() -> exception(Todo.class.getName(), "")));
      assertThat(check.outcome()).isEqualTo(Outcome.NOT_IMPLEMENTED);
      assertThat(check.message()).isEqualTo("a.append(2) is not implemented yet");
    }

    @Test
    void may_be_that_memory_ran_out() {
      CheckResult check =
          only(AppendSuite.class, throwing(() -> exception("java.lang.OutOfMemoryError", "")));
      assertThat(check.outcome()).isEqualTo(Outcome.OUT_OF_MEMORY);
    }
  }

  @Nested
  class a_worker_that_fails {
    private Supplier<Student> failing(Outcome outcome) {
      return students(throwing(() -> new WorkerFailure(outcome, "It went wrong")));
    }

    @Test
    void decides_the_outcome() {
      LessonResult result =
          run(lesson(task("array", 100)), AppendSuite.class, failing(Outcome.CRASHED));
      CheckResult check = result.tasks().get(0).checks().get(0);
      assertThat(check.outcome()).isEqualTo(Outcome.CRASHED);
      assertThat(check.message()).isEqualTo("It went wrong");
      assertThat(check.counterexample().orElseThrow().callCount()).isEqualTo(3);
    }

    @Test
    void decides_it_even_if_the_suite_swallows_the_failure() {
      LessonResult result =
          run(
              SuitePlan.of(lesson(task("array", 100)), List.of(SwallowingSuite.class)),
              () -> {
                FakeWorker worker = new FakeWorker(Shelf.student(Shelf.Right::new));
                worker.condemn(new WorkerFailure(Outcome.PROTOCOL_VIOLATION, "Sent nonsense"));
                return worker;
              });
      assertThat(result.outcome()).isEqualTo(Outcome.PROTOCOL_VIOLATION);
      assertThat(result.score()).isZero();
    }

    @Test
    void is_replaced_before_the_next_check() {
      Deque<Supplier<Shelf>> shelves =
          new ArrayDeque<>(
              List.of(
                  throwing(() -> new WorkerFailure(Outcome.CRASHED, "Ended")), Shelf.Right::new));
      Worker.Factory factory =
          () -> {
            FakeWorker[] worker = new FakeWorker[1];
            Supplier<Shelf> shelf = shelves.remove();
            worker[0] =
                new FakeWorker(
                    Shelf.student(
                        () -> {
                          if (!shelves.isEmpty()) {
                            worker[0].condemn(new WorkerFailure(Outcome.CRASHED, "Ended"));
                          }
                          return shelf.get();
                        }));
            workers.add(worker[0]);
            return worker[0];
          };
      Lesson lesson = lesson(task("first", 50), task("second", 50));
      LessonResult result = run(SuitePlan.of(lesson, List.of(TwoTaskSuite.class)), factory);
      assertThat(result.tasks())
          .extracting(TaskResult::outcome)
          .containsExactly(Outcome.CRASHED, Outcome.PASSED);
      assertThat(workers).hasSize(2).allMatch(worker -> worker.closed);
    }

    @Test
    void is_asked_once_more_which_call_did_it() {
      Supplier<Shelf> crashing = throwing(() -> new WorkerFailure(Outcome.CRASHED, "Ended"));
      Supplier<Student> students =
          () ->
              new BatchingStudent() {
                @Override
                public <T> T make(Class<T> contract, Object... arguments) {
                  return contract.cast(crashing.get());
                }

                @Override
                public List<Ending> callAll(List<Planned> calls) {
                  throw new WorkerFailure(Outcome.CRASHED, "Ended");
                }
              };
      LessonResult result = run(lesson(task("array", 100)), RandomSuite.class, students);
      CheckResult check = result.tasks().get(0).checks().get(0);
      assertThat(check.outcome()).isEqualTo(Outcome.CRASHED);
      assertThat(check.counterexample().orElseThrow().calls()).last().asString().contains("append");
      assertThat(check.counterexample().orElseThrow().callCount()).isLessThan(30);
    }

    @Test
    void tells_what_was_printed_when_it_is_let_go() {
      only(AppendSuite.class, Shelf.Right::new);
      assertThat(printed).containsExactly("it printed\\u0007 this");
    }

    @Test
    void is_kept_while_it_is_sound() {
      run(
          lesson(task("first", 50), task("second", 50)),
          TwoTaskSuite.class,
          students(Shelf.Right::new));
      assertThat(workers).hasSize(1);
    }

    @Test
    void is_replaced_when_threads_are_left() {
      Supplier<Student> students =
          students(
              () -> {
                workers.get(workers.size() - 1).leftover = 1;
                return new Shelf.Right();
              });
      LessonResult result =
          run(lesson(task("first", 50), task("second", 50)), TwoTaskSuite.class, students);
      assertThat(workers).hasSize(2);
      assertThat(result.score()).isEqualTo(100);
    }
  }

  static final class SwallowingSuite {
    @Task("array")
    @Check(value = "passes whatever happens", points = 100)
    void passes() {}
  }

  static final class TwoTaskSuite {
    @Task("second")
    @Check(value = "second holds", points = 50)
    void second(Student student) {
      expect("size", 0, student.make(Shelf.class)::size);
    }

    @Task("first")
    @Check(value = "first holds", points = 50)
    void first(Student student) {
      expect("size", 0, student.make(Shelf.class)::size);
    }
  }

  @Nested
  class time {
    private Supplier<Shelf> hanging() {
      return () ->
          new Shelf.Right() {
            @Override
            public int size() {
              workers.get(workers.size() - 1).hang(Duration.ofMillis(160));
              return 0;
            }
          };
    }

    @Test
    void spent_waiting_is_limited() {
      limit = Duration.ofMillis(50);
      CheckResult check = only(AppendSuite.class, hanging());
      assertThat(check.outcome()).isEqualTo(Outcome.TIMEOUT);
      assertThat(check.message()).isEqualTo("Stopped after 0.1 s of waiting");
      assertThat(check.counterexample().orElseThrow().calls()).endsWith("a.size()");
    }

    @Test
    void spent_computing_is_limited() {
      limit = Duration.ofSeconds(1);
      CheckResult check =
          only(
              AppendSuite.class,
              () ->
                  new Shelf.Right() {
                    @Override
                    public int size() {
                      workers.get(0).cpuTime = Duration.ofMillis(1010);
                      workers.get(0).hang(Duration.ZERO);
                      return 0;
                    }
                  });
      assertThat(check.outcome()).isEqualTo(Outcome.TIMEOUT);
      assertThat(check.message()).isEqualTo("Stopped after 1 s of CPU time");
    }

    @Test
    void of_a_lesson_is_shared() {
      Lesson lesson =
          new Lesson(
              "shelves",
              "Shelves",
              "lessons.shelves",
              List.of(task("first", 50), task("second", 50)),
              List.of(),
              new Lesson.Limits(Duration.ofSeconds(2), Duration.ofMillis(50), 64));
      LessonResult result = run(lesson, TwoTaskSuite.class, students(hanging()));
      assertThat(result.tasks().get(1).checks().get(0).message())
          .isEqualTo("The checks before it used up the lesson's 0 s");
      assertThat(result.outcome()).isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void that_one_task_wastes_is_not_the_others_loss() {
      limit = Duration.ofMillis(50);
      Lesson lesson = lesson(task("loops", 60), task("needs-it", 20, "loops"), task("right", 20));
      LessonResult result = run(lesson, LoopingSuite.class, students(hanging()));
      assertThat(progress)
          .containsExactly(
              "loops once: TIMEOUT",
              "loops twice: TIMEOUT",
              "right: PASSED",
              "loops three times: PASSED",
              "needs it: PASSED");
      assertThat(result.tasks())
          .extracting(TaskResult::task)
          .containsExactly("loops", "needs-it", "right");
      assertThat(result.tasks().get(0).checks())
          .extracting(CheckResult::name)
          .containsExactly("loops once", "loops twice", "loops three times");
      assertThat(result.score()).isEqualTo(60);
    }
  }

  @Nested
  class two_threads {
    @Test
    void have_a_worker_each_and_a_task_each() {
      Lesson lesson = lesson(task("first", 50), task("second", 50));
      LessonRunner runner =
          new LessonRunner(
              job(
                  SuitePlan.of(lesson, List.of(MeetingSuite.class)),
                  factory(students(Shelf.Right::new))),
              (check, outcome) -> progress.add(check.name() + ": " + outcome));
      ExecutorService threads = Executors.newFixedThreadPool(2);
      CompletableFuture.allOf(
              CompletableFuture.runAsync(runner::work, threads),
              CompletableFuture.runAsync(runner::work, threads))
          .join();
      threads.shutdown();
      assertThat(runner.result().score()).isEqualTo(100);
      assertThat(progress)
          .containsExactlyInAnyOrder("meets the second: PASSED", "meets the first: PASSED");
      assertThat(workers).hasSize(2).allMatch(worker -> worker.closed);
    }
  }

  /** Two checks that wait for each other. */
  static final class MeetingSuite {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @Task("first")
    @Check(value = "meets the second", points = 50)
    void first(Student student) throws Exception {
      student.make(Shelf.class);
      BOTH.await(10, TimeUnit.SECONDS);
    }

    @Task("second")
    @Check(value = "meets the first", points = 50)
    void second(Student student) throws Exception {
      first(student);
    }
  }

  static final class LoopingSuite {
    @Task("loops")
    @Check(value = "loops once", points = 20)
    void once(Student student) {
      expect("size", 0, student.make(Shelf.class)::size);
    }

    @Task("loops")
    @Check(value = "loops twice", points = 20)
    void twice(Student student) {
      once(student);
    }

    @Task("loops")
    @Check(value = "loops three times", points = 20)
    void neverAgain(Student student) {
      student.make(Shelf.class);
    }

    @Task("needs-it")
    @Check(value = "needs it", points = 20)
    void needsIt(Student student) {
      student.make(Shelf.class);
    }

    @Task("right")
    @Check(value = "right", points = 20)
    void right(Student student) {
      student.make(Shelf.class);
    }
  }

  @Nested
  class a_task {
    @Test
    void is_not_run_when_one_it_needs_earned_nothing() {
      Supplier<Shelf> wrong =
          () ->
              new Shelf.Right() {
                @Override
                public int size() {
                  return 7;
                }
              };
      LessonResult result =
          run(
              lesson(task("first", 50), task("second", 50, "first")),
              TwoTaskSuite.class,
              students(wrong));
      assertThat(result.tasks())
          .extracting(TaskResult::outcome)
          .containsExactly(Outcome.WRONG_ANSWER, Outcome.NOT_RUN);
      assertThat(result.tasks().get(1).checks().get(0).message())
          .isEqualTo("Needs first, which earned no points");
      assertThat(result.maxScore()).isEqualTo(100);
    }

    @Test
    void may_be_blocked_from_the_start() {
      blocked = Map.of("first", Verdict.of(Outcome.COMPILE_ERROR, "Shelf.java:3: ';' expected"));
      LessonResult result =
          run(
              lesson(task("first", 50), task("second", 50)),
              TwoTaskSuite.class,
              students(Shelf.Right::new));
      assertThat(result.score()).isEqualTo(50);
      assertThat(result.tasks().get(0).checks().get(0).message())
          .isEqualTo("Shelf.java:3: ';' expected");
    }
  }

  @Nested
  class a_fault_of_the_grader {
    @Test
    void costs_no_points_and_wins_none() {
      LessonResult result =
          run(
              lesson(task("good", 60), task("bad", 40)),
              FaultySuite.class,
              students(Shelf.Right::new));
      assertThat(result.score()).isEqualTo(60);
      assertThat(result.maxScore()).isEqualTo(60);
      assertThat(result.outcome()).isEqualTo(Outcome.INFRASTRUCTURE);
      assertThat(result.tasks().get(1).checks().get(0).message())
          .isEqualTo("The check itself failed: IllegalStateException");
    }

    @Test
    void is_tried_again_with_a_fresh_worker() {
      LessonResult result =
          run(
              SuitePlan.of(lesson(task("array", 100)), List.of(AppendSuite.class)),
              () -> {
                if (workers.isEmpty()) {
                  workers.add(new FakeWorker(Shelf.student(Shelf.Right::new)));
                  throw new IllegalStateException("No process");
                }
                return new FakeWorker(Shelf.student(Shelf.Right::new));
              });
      assertThat(result.score()).isEqualTo(100);
    }

    @Test
    void does_not_stop_tasks_that_need_it() {
      LessonResult result =
          run(
              lesson(task("bad", 40), task("good", 60, "bad")),
              FaultySuite.class,
              students(Shelf.Right::new));
      assertThat(result.score()).isEqualTo(60);
    }

    @Test
    void is_that_a_check_is_missing() {
      assertThat(amiss(DisabledSuite.class)).isEqualTo("The check was skipped");
      assertThat(amiss(PrivateSuite.class)).isEqualTo("The check did not run");
      assertThat(amiss(AbortingSuite.class)).isEqualTo("The check gave up");
    }

    @Test
    void is_that_a_check_runs_twice() {
      assertThat(amiss(RepeatingSuite.class)).isEqualTo("The check ran more than once");
    }

    @Test
    void is_that_the_suite_cannot_be_set_up() {
      assertThat(amiss(BrokenSuite.class)).isEqualTo("The suite could not be set up");
    }

    private String amiss(Class<?> suite) {
      LessonResult result = run(lesson(task("array", 100)), suite, students(Shelf.Right::new));
      assertThat(result.outcome()).isEqualTo(Outcome.INFRASTRUCTURE);
      assertThat(result.score()).isZero();
      return result.tasks().get(0).checks().get(0).message();
    }
  }

  static final class FaultySuite {
    @Task("good")
    @Check(value = "good holds", points = 60)
    void good() {}

    @Task("bad")
    @Check(value = "bad holds", points = 40)
    void bad() {
      throw new IllegalStateException("a secret of the suite");
    }
  }

  static final class DisabledSuite {
    @Disabled
    @Task("array")
    @Check(value = "is skipped", points = 100)
    void skipped() {}
  }

  static final class PrivateSuite {
    @Task("array")
    @Check(value = "is private", points = 100)
    private void secret() {}
  }

  static final class AbortingSuite {
    @Task("array")
    @Check(value = "assumes too much", points = 100)
    void aborts() {
      Assumptions.abort();
    }
  }

  static final class RepeatingSuite {
    @RepeatedTest(2)
    @Task("array")
    @Check(value = "runs twice", points = 100)
    void repeated() {}
  }

  static final class BrokenSuite {
    @org.junit.jupiter.api.BeforeAll
    static void breaks() {
      throw new IllegalStateException();
    }

    @Task("array")
    @Check(value = "never runs", points = 100)
    void never() {}
  }
}
