package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.harness.result.GradingResult;
import gradus.harness.result.Outcome;
import gradus.harness.sandbox.SandboxMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands' side of the harness, with the harness itself. */
final class HarnessGradingsTests {
  private static final Course COURSE =
      new Course(Path.of("").toAbsolutePath().resolve("../..").normalize());

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  @Nested
  final class The_stubs {
    @Test
    void earn_nothing_in_any_lesson() {
      try (Gradings gradings = open(COURSE)) {
        GradingResult result = gradings.grade(request(COURSE.exercises(), OptionalLong.of(7)));
        assertThat(result.score()).isZero();
        assertThat(result.seed()).isEqualTo(7);
        assertThat(result.lessons())
            .extracting(lesson -> lesson.lesson())
            .containsExactlyElementsOf(COURSE.lessons());
        assertThat(result.lessons())
            .allSatisfy(lesson -> assertThat(lesson.outcome()).isEqualTo(Outcome.NOT_IMPLEMENTED));
      }
      assertThat(told).contains("collecting sources", "compiling dynamic-arrays");
    }
  }

  @Nested
  final class Refused {
    @Test
    void is_a_submission_without_lessons() {
      try (Gradings gradings = open(COURSE)) {
        assertThatThrownBy(() -> gradings.grade(request(folder, OptionalLong.empty())))
            .isInstanceOf(Refusal.class)
            .hasMessageContaining(folder.toString());
      }
    }

    @Test
    void is_a_course_with_a_wrong_lesson_file() throws Exception {
      Path lesson = Files.createDirectories(folder.resolve("exercises/sums"));
      Files.writeString(lesson.resolve("lesson.yaml"), "colour: red");
      assertThatThrownBy(() -> open(new Course(folder)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("lesson.yaml");
    }
  }

  private Gradings open(Course course) {
    return HarnessGradings.open(
        new Gradings.Setup(course, SandboxMode.PROCESS, told::add, told::add));
  }

  private Gradings.Request request(Path submission, OptionalLong seed) {
    return new Gradings.Request(submission, List.of(), seed, told::add);
  }
}
