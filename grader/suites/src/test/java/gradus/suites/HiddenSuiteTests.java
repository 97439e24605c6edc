package gradus.suites;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.lesson.Lesson;
import gradus.harness.remote.StudentException;
import gradus.harness.suite.Student;
import gradus.kit.Todo;
import gradus.suites.HiddenSuite.HiddenCheck;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson's hidden suite: what it must let pass, and what it must catch. */
class HiddenSuiteTests {
  private static final List<Long> SEEDS = List.of(0L, 41L, 20_240_817L);

  @Nested
  class Right_solutions {
    @ParameterizedTest
    @MethodSource("gradus.suites.Course#ids")
    void the_model_passes_every_check(String lesson) {
      passesEverything(lesson, new LocalStudent(Tree.sources(Tree.model(lesson))));
    }

    @ParameterizedTest
    @MethodSource("gradus.suites.Course#ids")
    void the_second_solution_passes_every_check(String lesson) {
      passesEverything(lesson, new LocalStudent(Tree.sources(Tree.second(lesson))));
    }

    private void passesEverything(String lesson, Student student) {
      for (HiddenCheck check : HiddenSuite.of(lesson).checks()) {
        for (long seed : SEEDS) {
          assertThat(check.failure(student, seed)).as("%s, seed %d", check, seed).isEmpty();
        }
      }
    }
  }

  @Nested
  class Wrong_solutions {
    @ParameterizedTest
    @MethodSource("gradus.suites.Course#ids")
    void stubs_fail_every_check_as_not_implemented(String lesson) {
      Student stubs = new LocalStudent(Tree.sources(Tree.stubs(lesson)));
      for (HiddenCheck check : HiddenSuite.of(lesson).checks()) {
        assertThat(check.failure(stubs, 1).orElseThrow())
            .as("%s", check)
            .isInstanceOfSatisfying(
                StudentException.class,
                thrown -> assertThat(thrown.className()).isEqualTo(Todo.class.getName()));
      }
    }

    @TestFactory
    Stream<DynamicTest> every_mutant_loses_points_of_its_own_task() {
      return Course.ids()
          .flatMap(
              lesson ->
                  Mutant.of(lesson).stream()
                      .map(
                          mutant ->
                              DynamicTest.dynamicTest(
                                  mutant.task() + ": " + mutant.name(),
                                  () -> isCaught(lesson, mutant))));
    }

    private void isCaught(String lesson, Mutant mutant) {
      var model = Tree.sources(Tree.model(lesson));
      assertThat(mutant.places(model)).as("places of the text to replace").isEqualTo(1);
      Student student = new LocalStudent(mutant.appliedTo(model));
      assertThat(HiddenSuite.of(lesson).ofTask(mutant.task()))
          .anyMatch(check -> check.failure(student, 1).isPresent());
    }

    @ParameterizedTest
    @MethodSource("gradus.suites.Course#lessons")
    void every_task_has_at_least_four_mutants(Lesson lesson) {
      for (Lesson.Task task : lesson.tasks()) {
        assertThat(Mutant.of(lesson.id()))
            .filteredOn(mutant -> mutant.task().equals(task.id()))
            .as("mutants of %s", task.id())
            .hasSizeGreaterThanOrEqualTo(4);
      }
    }
  }

  @Nested
  class Points {
    @ParameterizedTest
    @MethodSource("gradus.suites.Course#lessons")
    void the_checks_of_a_task_are_worth_what_the_lesson_says(Lesson lesson) {
      HiddenSuite suite = HiddenSuite.of(lesson.id());
      for (Lesson.Task task : lesson.tasks()) {
        assertThat(suite.ofTask(task.id()).stream().mapToInt(HiddenCheck::points).sum())
            .as("points of the checks of %s", task.id())
            .isEqualTo(task.points());
      }
    }

    @ParameterizedTest
    @MethodSource("gradus.suites.Course#lessons")
    void every_check_belongs_to_a_task_and_has_its_own_words(Lesson lesson) {
      List<HiddenCheck> checks = HiddenSuite.of(lesson.id()).checks();
      assertThat(checks)
          .extracting(HiddenCheck::task)
          .isSubsetOf(lesson.tasks().stream().map(Lesson.Task::id).toList());
      assertThat(checks)
          .extracting(check -> check.task() + ": " + check.property())
          .doesNotHaveDuplicates();
    }
  }
}
