package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.cli.report.Format;
import gradus.harness.result.GradingResult;
import gradus.harness.result.Outcome;
import gradus.harness.sandbox.SandboxMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
  final class The_first_attempt {
    /** Pages show blocks of its report; a block begins with a cross. */
    @Test
    void is_reported_as_the_pages_show() throws Exception {
      String report;
      try (Gradings gradings = open(COURSE)) {
        Path sample = COURSE.home().resolve("grader/samples/first-attempt");
        report = Format.TEXT.writer().render(gradings.grade(request(sample, OptionalLong.empty())));
      }
      assertThat(blocksOf("README.md"))
          .isNotEmpty()
          .allSatisfy(b -> assertThat(report).contains(b));
      assertThat(blocksOf("CONTRIBUTING.md"))
          .isNotEmpty()
          .allSatisfy(b -> assertThat(report).contains(b));
    }

    private List<String> blocksOf(String page) throws IOException {
      String text = Files.readString(COURSE.home().resolve(page));
      return Arrays.stream(text.split("```\n")).filter(block -> block.startsWith("✗")).toList();
    }
  }

  @Nested
  final class A_submission_that_looks_around {
    private static final String GROWTH =
        """
        package lessons.dynamicarrays;

        import gradus.kit.PyError;
        import gradus.kit.dynamicarrays.*;

        public final class Growth implements CapacityRule {
          public Growth(Policy policy) {}

          @Override public long capacity(long size, long allocated, long newSize) {
            StringBuilder seen = new StringBuilder();
            for (String name : "%s".split(" ")) {
              try {
                seen.append(Class.forName(name).getSimpleName()).append(';');
              } catch (ClassNotFoundException notThere) {
              }
            }
            throw new PyError("Seen", seen.toString());
          }
        }
        """;

    @Test
    void sees_the_worker_and_the_kit_but_neither_engine_nor_suites() throws Exception {
      String known =
          "gradus.engine.Engine gradus.suites.dynamicarrays.GrowthSuite gradus.harness.Grader"
              + " gradus.cli.Main org.junit.jupiter.api.Test";
      for (String name : known.split(" ")) {
        assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
      }
      Path sources = folder.resolve("dynamic-arrays/src/main/java/lessons/dynamicarrays");
      Files.createDirectories(sources);
      Files.writeString(
          sources.resolve("Growth.java"),
          GROWTH.formatted(known + " gradus.worker.Worker gradus.kit.PyError"));
      try (Gradings gradings = open(COURSE)) {
        GradingResult result = gradings.grade(request(folder, OptionalLong.of(7)));
        assertThat(result.lessons().get(0).tasks().get(0).checks())
            .allSatisfy(
                check -> assertThat(check.message()).contains("raises Seen: Worker;PyError;,"));
      }
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
