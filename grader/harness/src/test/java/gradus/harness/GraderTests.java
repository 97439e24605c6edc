package gradus.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.harness.result.CheckResult;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import gradus.harness.submission.SubmissionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradings from end to end: real sources, a real sandbox, a real worker. */
class GraderTests {
  @TempDir static Path exercises;
  private static Grader grader;

  @TempDir Path submission;

  @BeforeAll
  static void open() throws IOException {
    TinyLesson.write(exercises);
    grader = Grader.builder().exercises(exercises).suites(List.of(TinySuite.class)).build();
  }

  @AfterAll
  static void close() {
    grader.close();
  }

  private void submit(String file, String source) throws IOException {
    TinyLesson.submit(submission, file, source);
  }

  /** Submits a right array, and a rule with this body. */
  private void submitRule(String body) throws IOException {
    submit("GrowingArray.java", TinyLesson.ARRAY);
    submit("Growth.java", TinyLesson.rule(body));
  }

  private LessonResult grade() {
    return grade(GradeOptions.DEFAULT).lessons().get(0);
  }

  private GradingResult grade(GradeOptions options) {
    return grader.grade(submission, options);
  }

  private static CheckResult first(LessonResult lesson) {
    return lesson.tasks().get(0).checks().get(0);
  }

  private static List<Outcome> outcomes(LessonResult lesson) {
    return lesson.tasks().stream()
        .flatMap(task -> task.checks().stream())
        .map(CheckResult::outcome)
        .toList();
  }

  @Nested
  class a_right_submission {
    @Test
    void gets_all_points() throws IOException {
      submitRule("return 2 * newSize;");
      GradingResult result = grade(GradeOptions.DEFAULT);
      assertThat(result.score()).isEqualTo(100);
      assertThat(result.maxScore()).isEqualTo(100);
      assertThat(result.notes()).isEmpty();
      assertThat(result.lessons().get(0).tasks())
          .extracting(TaskResult::points)
          .containsExactly(40, 60);
    }

    @Test
    void may_print_what_it_likes() throws IOException {
      submitRule(
          "for (int i = 0; i < 10; i++) System.out.println(\"#\".repeat(100));"
              + " return 2 * newSize;");
      assertThat(grade().score()).isEqualTo(100);
    }

    @Test
    void may_leave_a_thread_behind() throws IOException {
      submitRule(
          """
          if (newSize == 0) {
            new Thread(() -> { while (true) try { Thread.sleep(10); } catch (Exception e) {} }).start();
          }
          return 2 * newSize;
          """);
      assertThat(grade().score()).isEqualTo(100);
    }

    @Test
    void reports_every_check_as_it_ends() throws IOException {
      List<String> told = new ArrayList<>();
      submitRule("return 2 * newSize;");
      grade(
          GradeOptions.DEFAULT.withProgress(
              new Progress() {
                @Override
                public void doing(String what) {
                  told.add(what);
                }

                @Override
                public void checked(String lesson, String task, String check, Outcome outcome) {
                  told.add(task + ": " + check + " " + outcome.words());
                }
              }));
      assertThat(told)
          .containsExactly(
              "collecting sources",
              "compiling tiny",
              "grading tiny",
              "rule: doubles passed",
              "rule: gives nothing for nothing passed",
              "array: keeps what is appended passed");
    }
  }

  @Nested
  class a_wrong_submission {
    @Test
    void is_told_the_shortest_failing_run() throws IOException {
      submitRule("return newSize > 50 ? 100 : 2 * newSize;");
      CheckResult check = first(grade());
      assertThat(check.outcome()).isEqualTo(Outcome.WRONG_ANSWER);
      assertThat(check.message()).isEqualTo("a.capacity(0, 0, 51) answers 100, expected 102");
      assertThat(check.counterexample().orElseThrow().calls())
          .containsExactly("a = new Growth()", "a.capacity(0, 0, 51)");
    }

    @Test
    void gets_the_same_verdict_again() throws IOException {
      submitRule("return newSize > 50 ? 100 : 2 * newSize;");
      GradingResult first = grade(GradeOptions.DEFAULT);
      GradingResult second = grade(GradeOptions.DEFAULT);
      assertThat(second)
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes(".*millis")
          .isEqualTo(first);
      assertThat(grade(GradeOptions.DEFAULT.withSeed(41)).seed()).isEqualTo(41);
    }

    @Test
    void is_told_of_its_exception() throws IOException {
      submitRule("return newSize < 30 ? 2 * newSize : 1 / (newSize - newSize);");
      CheckResult check = first(grade());
      assertThat(check.outcome()).isEqualTo(Outcome.EXCEPTION);
      assertThat(check.message())
          .isEqualTo("ArithmeticException at Growth.java:5 from a.capacity(0, 0, 30)");
    }

    @Test
    void is_told_what_is_not_implemented() throws IOException {
      submitRule("throw new gradus.kit.Todo();");
      LessonResult lesson = grade();
      assertThat(outcomes(lesson))
          .containsExactly(Outcome.NOT_IMPLEMENTED, Outcome.NOT_IMPLEMENTED, Outcome.PASSED);
      assertThat(first(lesson).message()).isEqualTo("a.capacity(0, 0, 0) is not implemented yet");
    }
  }

  @Nested
  class a_submission_that_does_not_compile {
    @Test
    void loses_the_tasks_that_need_the_file() throws IOException {
      submit("Growth.java", "package lessons.dynamicarrays;\nclass Growth { int x = \"\"; }\n");
      submit(
          "GrowingArray.java",
          TinyLesson.ARRAY.replace("GrowingArray(CapacityRule rule)", "GrowingArray()"));
      LessonResult lesson = grade();
      assertThat(outcomes(lesson).subList(0, 2)).containsOnly(Outcome.COMPILE_ERROR);
      assertThat(first(lesson).message())
          .isEqualTo(
              "Growth.java:2: incompatible types: java.lang.String cannot be converted to int");
      assertThat(outcomes(lesson).get(2)).isNotEqualTo(Outcome.COMPILE_ERROR);
    }

    @Test
    void may_lack_a_file() throws IOException {
      submit("GrowingArray.java", TinyLesson.ARRAY);
      assertThat(first(grade()).message()).isEqualTo("Growth.java is missing");
    }
  }

  @Nested
  class a_submission_that_uses_what_is_forbidden {
    @Test
    void loses_the_tasks_that_need_the_file() throws IOException {
      submitRule("return new java.util.ArrayList<Long>().size() + 2 * newSize;");
      LessonResult lesson = grade();
      assertThat(outcomes(lesson))
          .containsExactly(Outcome.FORBIDDEN_API, Outcome.FORBIDDEN_API, Outcome.PASSED);
      assertThat(first(lesson).message())
          .isEqualTo("Growth uses java.util.ArrayList, which this lesson forbids");
    }

    @Test
    void loses_everything_if_a_helper_class_does() throws IOException {
      submitRule("return 2 * newSize;");
      submit(
          "Helper.java",
          "package lessons.dynamicarrays;\nclass Helper extends java.util.ArrayList<Long> {}\n");
      assertThat(grade().score()).isZero();
    }
  }

  @Nested
  class a_submission_that_misbehaves {
    @Test
    void by_never_stopping_loses_one_check() throws IOException {
      submitRule("while (newSize > 0) {} return 0;");
      LessonResult lesson = grade();
      assertThat(outcomes(lesson)).containsExactly(Outcome.TIMEOUT, Outcome.PASSED, Outcome.PASSED);
      assertThat(first(lesson).message()).isEqualTo("Stopped after 1 s of CPU time");
      assertThat(first(lesson).counterexample().orElseThrow().calls()).isNotEmpty();
    }

    @Test
    void by_sleeping_loses_one_check() throws IOException {
      submitRule(
          "if (newSize > 0) try { Thread.sleep(1000000); } catch (InterruptedException e) {}"
              + " return 2 * newSize;");
      LessonResult lesson = grade();
      assertThat(first(lesson).message()).isEqualTo("Stopped after 3 s of waiting");
      assertThat(lesson.score()).isEqualTo(80);
    }

    @Test
    void by_exiting_loses_one_check() throws IOException {
      submitRule("if (newSize > 0) System.exit(0); return 0;");
      LessonResult lesson = grade();
      assertThat(outcomes(lesson)).containsExactly(Outcome.CRASHED, Outcome.PASSED, Outcome.PASSED);
    }

    @Test
    void by_using_up_the_memory_loses_one_check() throws IOException {
      submitRule(
          "java.util.List<long[]> hoard = new java.util.LinkedList<>();"
              + " while (newSize > 0) hoard.add(new long[1 << 20]); return 0;");
      assertThat(outcomes(grade()))
          .containsExactly(Outcome.OUT_OF_MEMORY, Outcome.PASSED, Outcome.PASSED);
    }

    @Test
    void by_recursing_without_end_loses_one_check() throws IOException {
      submitRule("return newSize > 0 ? capacity(size, allocated, newSize) : 0;");
      LessonResult lesson = grade();
      assertThat(outcomes(lesson))
          .containsExactly(Outcome.EXCEPTION, Outcome.PASSED, Outcome.PASSED);
      assertThat(first(lesson).message()).startsWith("StackOverflowError at Growth.java:5");
    }
  }

  @Nested
  class an_instructor {
    @Test
    void sees_what_was_printed_and_thrown() throws IOException {
      submitRule("System.out.println(\"hello\"); throw new IllegalStateException(\"oh no\");");
      GradingResult result = grade(GradeOptions.DEFAULT.withOutputShared(true));
      assertThat(first(result.lessons().get(0)).message()).endsWith("a.capacity(0, 0, 0): oh no");
      assertThat(result.notes()).anyMatch(note -> note.startsWith("tiny printed: hello"));
    }
  }

  @Nested
  class the_students_code {
    @Test
    void sees_the_worker_and_the_kit_and_nothing_else() throws IOException {
      submitRule(
          """
          for (String name :
              new String[] {
                "gradus.engine.Engine", "gradus.harness.Grader", "gradus.harness.TinySuite",
                "org.junit.jupiter.api.Test", "org.assertj.core.api.Assertions"
              }) {
            try {
              Class.forName(name);
              return -1;
            } catch (ClassNotFoundException e) {
              continue;
            }
          }
          throw new gradus.kit.PyError("Path", System.getProperty("java.class.path"));
          """);
      assertThat(first(grade()).message())
          .startsWith("a.capacity(0, 0, 0) raises Path: 0.jar:1.jar,");
    }

    @Test
    void begins_every_check_afresh() throws IOException {
      submitRule("return calls++ < 0 ? 0 : 2 * newSize; } static int calls; {");
      submit(
          "GrowingArray.java",
          TinyLesson.ARRAY
              .replace(
                  "GrowingArray(CapacityRule rule) {}",
                  "GrowingArray(CapacityRule rule) { append(Growth.calls); items[0] = Growth.calls; }")
              .replace(
                  "public long[] items() { return items; }",
                  "public long[] items() { return new long[] {items[1] + items[0]}; }"));
      assertThat(grade().score()).isEqualTo(100);
    }
  }

  @Nested
  class a_directory_without_a_lesson {
    @Test
    void is_refused_in_one_sentence() {
      assertThatExceptionOfType(SubmissionException.class)
          .isThrownBy(() -> grade())
          .withMessageContaining("holds no lesson");
    }
  }
}
