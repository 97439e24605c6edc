package gradus.harness.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.harness.lesson.Lesson;
import gradus.harness.lesson.LessonException;
import gradus.harness.suite.Check;
import gradus.harness.suite.Task;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SuitePlanTests {
  private static Lesson lesson(String... tasks) {
    return new Lesson(
        "shelves",
        "Shelves",
        "lessons.shelves",
        List.of(tasks).stream()
            .map(id -> new Lesson.Task(id, id, 10, List.of(), List.of("A.java")))
            .toList(),
        List.of(),
        Lesson.Limits.DEFAULT);
  }

  @gradus.harness.suite.Lesson("shelves")
  static final class First {
    @Task("two")
    @Check(value = "z", points = 4)
    void zebra() {}

    @Task("two")
    @Check(value = "a", points = 6)
    void aardvark() {}

    void helper() {}
  }

  static final class Second {
    @Task("one")
    @Check(value = "a", points = 10)
    void only() {}
  }

  static final class Taskless {
    @Check(value = "a", points = 10)
    void only() {}
  }

  static final class Twice {
    @Task("one")
    @Check(value = "a", points = 5)
    void one() {}

    @Task("one")
    @Check(value = "a", points = 5)
    void other() {}
  }

  @Nested
  class a_plan {
    @Test
    void has_the_checks_in_the_order_of_tasks_and_sources() {
      SuitePlan plan = SuitePlan.of(lesson("one", "two"), List.of(First.class, Second.class));
      assertThat(plan.checks())
          .extracting(check -> check.task() + "/" + check.name())
          .containsExactly("one/a", "two/z", "two/a");
      assertThat(SuitePlan.lessonOf(First.class)).isEqualTo("shelves");
    }
  }

  @Nested
  class a_suite_that_does_not_fit {
    private void assertRefused(Lesson lesson, Class<?> suite, String message) {
      assertThatExceptionOfType(SuiteException.class)
          .isThrownBy(() -> SuitePlan.of(lesson, List.of(suite)))
          .withMessageContaining(message);
    }

    @Test
    void lacks_the_points_of_a_task() {
      assertRefused(
          lesson("one", "two"),
          Second.class,
          "The checks of task two in shelves are worth 0 points together; lesson.yaml says 10.");
    }

    @Test
    void lacks_a_task() {
      assertRefused(lesson("one"), Taskless.class, "is a @Check without @Task");
    }

    @Test
    void has_a_check_of_an_unknown_task() {
      assertThatExceptionOfType(LessonException.class)
          .isThrownBy(() -> SuitePlan.of(lesson("one"), List.of(First.class, Second.class)))
          .withMessage("The lesson shelves has no task named two.");
    }

    @Test
    void has_two_checks_of_one_name() {
      assertRefused(lesson("one"), Twice.class, "The check \"a\" of task one needs a name");
    }

    @Test
    void does_not_name_its_lesson() {
      assertThatExceptionOfType(SuiteException.class)
          .isThrownBy(() -> SuitePlan.lessonOf(Second.class))
          .withMessageContaining("lacks @Lesson");
    }
  }

  @Nested
  class the_contracts_of_a_lesson {
    @Test
    void are_what_the_kit_holds_in_its_package() {
      assertThat(ContractTypes.in("gradus.kit.dynamicarrays"))
          .extracting(Class::getSimpleName)
          .contains("CapacityRule", "DynamicArray", "Policy", "Ratio", "Stretch")
          .doesNotContain("ArrayPicture", "package-info");
    }

    @Test
    void must_be_there() {
      assertThatExceptionOfType(SuiteException.class)
          .isThrownBy(() -> ContractTypes.in("gradus.kit.nowhere"))
          .withMessage("The kit holds no contract in gradus.kit.nowhere.");
    }
  }
}
