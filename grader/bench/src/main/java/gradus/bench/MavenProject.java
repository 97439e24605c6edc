package gradus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one would grade with without Gradus: a Maven project of a student's sources and as many
 * JUnit tests as the lesson has checks. The tests do nothing, which is in Maven's favour.
 */
final class MavenProject implements AutoCloseable {
  private static final int TESTS_A_CLASS = 10;

  private final Path folder;

  MavenProject(Path home, String lesson, int tests) throws IOException {
    folder = Files.createTempDirectory("gradus-bench-").toRealPath();
    copy(home.resolve("exercises/kit/src/main/java/gradus"), sources().resolve("gradus"));
    copy(home.resolve("solutions").resolve(lesson).resolve("src/main/java"), sources());
    Files.writeString(
        folder.resolve("pom.xml"),
        pom(folder.relativize(home.toRealPath().resolve("exercises/pom.xml"))));
    for (int first = 0; first < tests; first += TESTS_A_CLASS) {
      write(first / TESTS_A_CLASS, Math.min(TESTS_A_CLASS, tests - first));
    }
  }

  /** One cold {@code mvn -q -o test} from nothing built, in milliseconds. */
  double coldTest() throws IOException, InterruptedException {
    delete(folder.resolve("target"));
    return Shell.millis(folder, List.of("mvn", "-q", "-o", "-B", "test"));
  }

  private Path sources() {
    return folder.resolve("src/main/java");
  }

  private static String pom(Path parent) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>gradus</groupId>
            <artifactId>exercises</artifactId>
            <version>1.0-SNAPSHOT</version>
            <relativePath>%s</relativePath>
          </parent>
          <artifactId>bench</artifactId>
        </project>
        """
        .formatted(parent);
  }

  private void write(int number, int tests) throws IOException {
    StringBuilder source = new StringBuilder("import org.junit.jupiter.api.*;\n");
    source.append("class Bench").append(number).append("Test {\n");
    for (int test = 0; test < tests; test++) {
      source.append(
          "  @Test void t%d() { Assertions.assertEquals(%d, Integer.parseInt(\"%d\")); }\n"
              .formatted(test, test, test));
    }
    Path file = folder.resolve("src/test/java/Bench" + number + "Test.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.append("}\n"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }
}
