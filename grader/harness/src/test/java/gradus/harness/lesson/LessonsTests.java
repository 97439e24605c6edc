package gradus.harness.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.harness.lesson.Lesson.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonsTests {
  private static final String SHELVES =
      """
      id: shelves
      title: Shelves
      package: lessons.shelves
      tasks:
        - id: growth
          title: The rule
          points: 40
          files: [Growth.java]
        - id: array
          title: The array
          points: 60
          needs: [growth]
          files: [Shelf.java, Growth.java]
      """;

  @TempDir Path exercises;

  private Lesson read(String yaml) throws IOException {
    Path folder = Files.createDirectories(exercises.resolve("shelves"));
    Files.writeString(folder.resolve("lesson.yaml"), yaml);
    return Lessons.load(exercises).get(0);
  }

  @Nested
  class a_lesson {
    @Test
    void has_its_tasks_in_order() throws IOException {
      Lesson lesson = read(SHELVES);
      assertThat(lesson.tasks()).extracting(Lesson.Task::id).containsExactly("growth", "array");
      assertThat(lesson.task("array").needs()).containsExactly("growth");
      assertThat(lesson.task("growth").needs()).isEmpty();
      assertThat(lesson.contractPackage()).isEqualTo("gradus.kit.shelves");
    }

    @Test
    void has_usual_limits_where_none_are_given() throws IOException {
      assertThat(read(SHELVES).limits()).isEqualTo(Limits.DEFAULT);
      assertThat(read(SHELVES + "limits: {checkSeconds: 5}\n").limits())
          .isEqualTo(new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), 256));
    }

    @Test
    void may_forbid_apis() throws IOException {
      assertThat(read(SHELVES + "forbidden: [java.util.ArrayList]\n").forbidden())
          .containsExactly("java.util.ArrayList");
    }

    @Test
    void has_no_task_of_another_name() throws IOException {
      Lesson lesson = read(SHELVES);
      assertThatExceptionOfType(LessonException.class)
          .isThrownBy(() -> lesson.task("ledger"))
          .withMessage("The lesson shelves has no task named ledger.");
    }
  }

  @Nested
  class a_mistake {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "id: shelves     | id: shelfs       | id is shelfs, but the folder is named shelves.",
          "title: Shelves  | name: Shelves    | there is no field name.",
          "title: The rule | points: 40       | Duplicate field 'points', line 7.",
          "title: The array | needs: []       | Duplicate field 'needs', line 12.",
          "points: 40      | points: 30       | the tasks are worth 90 points together; they should be worth 100.",
          "points: 40      | points: -40      | task growth is worth -40 points; it should be worth some.",
          "[growth]        | [ledger]         | task array needs ledger, which is no task before it.",
          "id: array       | id: growth       | two tasks are named growth.",
          "id: array       | id: The_Array    | task The_Array: an id is lower-case words and hyphens.",
          "lessons.shelves | shelves          | package is shelves; it should look like lessons.dynamicarrays.",
          "[Growth.java]   | [../Growth.java] | task growth: ../Growth.java is no source file in the lesson's package.",
        })
    void is_told_in_one_sentence(String right, String wrong, String message) {
      assertThatExceptionOfType(LessonException.class)
          .isThrownBy(() -> read(SHELVES.replace(right, wrong)))
          .withMessageStartingWith("shelves/lesson.yaml: ")
          .withMessageEndingWith(message);
    }

    @Test
    void in_a_limit_is_told_too() {
      assertThatExceptionOfType(LessonException.class)
          .isThrownBy(() -> read(SHELVES + "limits: {checkSeconds: 0}\n"))
          .withMessageContaining("limits should be positive");
    }

    @Test
    void may_be_that_a_field_is_missing() {
      assertThatExceptionOfType(LessonException.class)
          .isThrownBy(() -> read(SHELVES.replace("title: Shelves\n", "")))
          .withMessage("shelves/lesson.yaml: title is missing.");
    }

    @Test
    void may_be_that_there_is_no_lesson() {
      assertThatExceptionOfType(LessonException.class)
          .isThrownBy(() -> Lessons.load(exercises))
          .withMessageEndingWith("holds no lesson: no folder has a lesson.yaml.");
      assertThatExceptionOfType(LessonException.class)
          .isThrownBy(() -> Lessons.load(exercises.resolve("nowhere")))
          .withMessageContaining("cannot be read");
      assertThatExceptionOfType(LessonException.class)
          .isThrownBy(() -> Lessons.loadOne(exercises))
          .withMessageContaining("lesson.yaml cannot be read");
    }
  }
}
