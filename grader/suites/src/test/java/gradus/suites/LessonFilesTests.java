package gradus.suites;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.lesson.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What every lesson folder has to hold, and what has to agree across the tree. */
class LessonFilesTests {

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#lessons")
  void a_lesson_has_its_statement_hints_and_write_up(Lesson lesson) {
    Path exercise = Tree.ROOT.resolve("exercises").resolve(lesson.id());
    assertThat(exercise.resolve("README.md")).isNotEmptyFile();
    assertThat(exercise.resolve("hints.md")).isNotEmptyFile();
    assertThat(Tree.ROOT.resolve("solutions").resolve(lesson.id()).resolve("README.md"))
        .isNotEmptyFile();
  }

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#lessons")
  void the_statement_and_the_hints_have_a_section_for_every_task(Lesson lesson) {
    Path exercise = Tree.ROOT.resolve("exercises").resolve(lesson.id());
    for (Lesson.Task task : lesson.tasks()) {
      String heading = "(?m)^## .*" + task.title() + ".*$";
      assertThat(Tree.text(exercise.resolve("README.md"))).containsPattern(heading);
      assertThat(Tree.text(exercise.resolve("hints.md"))).containsPattern(heading);
    }
  }

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#lessons")
  void the_statement_names_the_points_of_every_task(Lesson lesson) {
    String statement =
        Tree.text(Tree.ROOT.resolve("exercises").resolve(lesson.id()).resolve("README.md"));
    for (Lesson.Task task : lesson.tasks()) {
      assertThat(statement).contains("| " + task.title() + " | " + task.points() + " |");
    }
  }

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#lessons")
  void every_file_a_task_needs_is_a_stub(Lesson lesson) {
    Path sources = Tree.stubs(lesson.id()).resolve(lesson.studentPackage().replace('.', '/'));
    for (Lesson.Task task : lesson.tasks()) {
      assertThat(task.files())
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Tree.text(sources.resolve(file))).contains("new Todo()"));
    }
  }

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#lessons")
  void solutions_have_a_file_for_every_stub_and_nothing_left_to_do(Lesson lesson) {
    var stubs = Tree.sources(Tree.stubs(lesson.id())).keySet().stream();
    List<String> classes = stubs.filter(path -> !path.endsWith("package-info.java")).toList();
    for (Path solution : List.of(Tree.model(lesson.id()), Tree.second(lesson.id()))) {
      var sources = Tree.sources(solution);
      assertThat(sources.keySet()).containsAll(classes);
      assertThat(sources.values()).noneMatch(text -> text.contains("Todo"));
    }
  }

  @Test
  void nothing_is_left_to_do_outside_the_stubs() {
    String mark = "TO" + "DO";
    Stream<Path> parts = Stream.of("exercises", "solutions", "grader").map(Tree.ROOT::resolve);
    assertThat(parts.flatMap(part -> Tree.sources(part).entrySet().stream()))
        .filteredOn(source -> !source.getKey().contains("target/"))
        .noneMatch(source -> source.getValue().contains(mark));
  }

  @ParameterizedTest
  @ValueSource(strings = {"assertj", "jacoco", "junit", "surefire"})
  void the_exercises_name_the_versions_of_the_whole_build(String tool) throws Exception {
    String property = tool + ".version";
    assertThat(property(Tree.ROOT.resolve("exercises/pom.xml"), property))
        .isEqualTo(property(Tree.ROOT.resolve("pom.xml"), property));
  }

  private static String property(Path pom, String name) throws Exception {
    try (var in = Files.newInputStream(pom)) {
      Document document =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in);
      return document.getElementsByTagName(name).item(0).getTextContent();
    }
  }

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#ids")
  void the_hidden_suite_is_compiled_from_beside_the_lesson(String lesson) throws IOException {
    String pom = Files.readString(Tree.ROOT.resolve("grader/suites/pom.xml"));
    assertThat(pom).contains("exercises/" + lesson + "/src/hidden/java</source>");
  }
}
