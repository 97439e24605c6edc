package gradus.kit.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LessonSheetTests {
  @TempDir private Path lesson;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(
        lesson.resolve("lesson.yaml"),
        """
        title: Dynamic arrays
        tasks:
          - id: growth        # the first
            title: Growth and when
            points: 15
          - { id: array, title: "The: array", points: 25, needs: [growth] }
        limits:
          title: no task's
        """);
    Files.writeString(
        lesson.resolve("hints.md"),
        """
        # Hints
        ## `growth`: the rule
        ## 2. The array!
        """);
  }

  @Nested
  final class Tasks {
    @Test
    void come_in_order_from_either_style() throws Exception {
      assertThat(LessonSheet.of(lesson).tasks())
          .containsExactly(
              new LessonSheet.Task("growth", "Growth and when", 15),
              new LessonSheet.Task("array", "The: array", 25));
    }

    @Test
    void are_none_without_a_lesson_file() throws Exception {
      Files.delete(lesson.resolve("lesson.yaml"));
      assertThat(LessonSheet.of(lesson).tasks()).isEmpty();
    }
  }

  @Nested
  final class Hints {
    @Test
    void are_found_by_the_id_or_the_title_of_the_task() throws Exception {
      LessonSheet sheet = LessonSheet.of(lesson);
      assertThat(sheet.hintFor(new LessonSheet.Task("growth", "x", 1)))
          .isEqualTo("hints.md#growth-the-rule");
      assertThat(sheet.hintFor(new LessonSheet.Task("x", "The array", 1)))
          .isEqualTo("hints.md#2-the-array");
    }

    @Test
    void begin_at_the_top_for_a_task_without_a_heading() throws Exception {
      assertThat(LessonSheet.of(lesson).hintFor(new LessonSheet.Task("duel", "Duel", 1)))
          .isEqualTo("hints.md");
    }
  }
}
