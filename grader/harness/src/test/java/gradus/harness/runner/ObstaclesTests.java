package gradus.harness.runner;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.compile.Compilation;
import gradus.harness.compile.Diagnostic;
import gradus.harness.compile.ForbiddenApis.Use;
import gradus.harness.lesson.Lesson;
import gradus.harness.result.Outcome;
import gradus.harness.submission.SourceFile;
import gradus.harness.submission.SubmittedLesson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ObstaclesTests {
  private static final String FOLDER = "lessons/shelves/";
  private static final Lesson LESSON =
      new Lesson(
          "shelves",
          "Shelves",
          "lessons.shelves",
          List.of(
              new Lesson.Task("growth", "Growth", 40, List.of(), List.of("Growth.java")),
              new Lesson.Task("shelf", "Shelf", 60, List.of(), List.of("Shelf.java"))),
          List.of(),
          Lesson.Limits.DEFAULT);

  private static Map<String, Verdict> found(
      List<Diagnostic> diagnostics, Set<String> failed, List<Use> forbidden) {
    return obstacles(diagnostics, failed, forbidden).byTask();
  }

  private static Obstacles obstacles(
      List<Diagnostic> diagnostics, Set<String> failed, List<Use> forbidden) {
    SubmittedLesson sources =
        new SubmittedLesson(
            "shelves",
            List.of(
                new SourceFile(FOLDER + "Growth.java", ""),
                new SourceFile(FOLDER + "Shelf.java", "")),
            List.of());
    Compilation compilation = new Compilation(Map.of(), diagnostics, failed);
    return new Obstacles(LESSON, sources, compilation, forbidden);
  }

  @Test
  void there_are_none_when_all_compiles() {
    assertThat(found(List.of(), Set.of(), List.of())).isEmpty();
  }

  @Test
  void a_broken_file_is_told_by_its_first_error() {
    Map<String, Verdict> found =
        found(
            List.of(
                new Diagnostic(FOLDER + "Growth.java", 3, "';' expected"),
                new Diagnostic(FOLDER + "Growth.java", 9, "cannot find symbol")),
            Set.of(FOLDER + "Growth.java"),
            List.of());
    assertThat(found)
        .containsExactly(
            Map.entry(
                "growth",
                Verdict.of(Outcome.COMPILE_ERROR, "Growth.java:3: ';' expected (and 1 more)")));
  }

  @Test
  void a_file_that_needs_a_broken_one_is_told_by_that() {
    Map<String, Verdict> found =
        found(
            List.of(new Diagnostic(FOLDER + "Util.java", -1, "is not UTF-8 text")),
            Set.of(FOLDER + "Shelf.java", FOLDER + "Util.java"),
            List.of());
    assertThat(found.get("shelf").message())
        .isEqualTo("Shelf.java needs a file that does not compile: Util.java is not UTF-8 text");
  }

  @Test
  void an_error_of_several_lines_is_told_in_one() {
    Diagnostic error =
        new Diagnostic(FOLDER + "Shelf.java", 9, "cannot find symbol\n  symbol: class Bord");
    assertThat(
            found(List.of(error), Set.of(FOLDER + "Shelf.java"), List.of()).get("shelf").message())
        .isEqualTo("Shelf.java:9: cannot find symbol; symbol: class Bord");
  }

  @Test
  void a_broken_file_of_no_task_is_told_beside_the_tasks() {
    List<Diagnostic> errors =
        List.of(
            new Diagnostic(FOLDER + "Shelf.java", 4, "needs Util.java, which does not compile"),
            new Diagnostic(FOLDER + "Util.java", 7, "';' expected"),
            new Diagnostic(FOLDER + "Util.java", 9, "')' expected"));
    Set<String> failed = new TreeSet<>(Set.of(FOLDER + "Shelf.java", FOLDER + "Util.java"));
    assertThat(obstacles(errors, failed, List.of()).inHelpers())
        .containsExactly("Util.java:7: ';' expected");
  }

  @Test
  void not_every_one_of_many_broken_files_is_told() {
    List<Diagnostic> errors = new ArrayList<>();
    Set<String> failed = new TreeSet<>();
    for (int i = 1; i <= 7; i++) {
      String path = FOLDER + "Util" + i + ".java";
      errors.add(new Diagnostic(path, -1, "is not UTF-8 text"));
      failed.add(path);
    }
    assertThat(obstacles(errors, failed, List.of()).inHelpers())
        .hasSize(6)
        .startsWith("Util1.java is not UTF-8 text")
        .endsWith("2 more files do not compile");
  }

  @Test
  void a_file_that_failed_without_a_word_is_told_so() {
    assertThat(found(List.of(), Set.of(FOLDER + "Shelf.java"), List.of()).get("shelf").message())
        .isEqualTo("Shelf.java does not compile");
  }

  @Test
  void a_forbidden_api_costs_the_tasks_of_its_file() {
    Map<String, Verdict> found =
        found(
            List.of(),
            Set.of(),
            List.of(new Use("lessons.shelves.Growth$Step", "java.util.ArrayList")));
    assertThat(found.keySet()).containsExactly("growth");
    assertThat(found.get("growth").outcome()).isEqualTo(Outcome.FORBIDDEN_API);
    assertThat(found.get("growth").message())
        .isEqualTo("Growth$Step uses java.util.ArrayList, which this lesson forbids");
  }

  @Test
  void a_forbidden_api_in_a_file_of_no_task_costs_all() {
    Map<String, Verdict> found =
        found(List.of(), Set.of(), List.of(new Use("lessons.shelves.Util", "java.util.Arrays")));
    assertThat(found.keySet()).containsExactly("growth", "shelf");
  }
}
