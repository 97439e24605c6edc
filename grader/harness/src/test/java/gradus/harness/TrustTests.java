package gradus.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule the house stands on: a verdict is computed where student code has never been. */
class TrustTests {
  @TempDir Path folder;

  /** Grades one submission in a JVM of its own, whose log of loaded classes is read. */
  static final class TrustedMain {
    public static void main(String[] arguments) {
      try (Grader grader =
          Grader.builder()
              .exercises(Path.of(arguments[0]))
              .suites(List.of(TinySuite.class))
              .build()) {
        int score = grader.grade(Path.of(arguments[1]), GradeOptions.DEFAULT).score();
        System.out.println("score " + score);
      }
    }
  }

  @Test
  void the_trusted_jvm_loads_no_class_of_a_submission() throws Exception {
    Path exercises = TinyLesson.write(folder.resolve("exercises"));
    Path submission = folder.resolve("submission");
    TinyLesson.submit(submission, "Growth.java", TinyLesson.rule("return 2 * newSize;"));
    TinyLesson.submit(submission, "GrowingArray.java", TinyLesson.ARRAY);
    Path log = folder.resolve("classes.log");
    assertThat(grade(exercises, submission, log)).contains("score 100");
    assertThat(Files.readString(log))
        .contains(" gradus.harness.Grader ")
        .contains(" gradus.harness.TinySuite ")
        .doesNotContain(" lessons.");
  }

  private String grade(Path exercises, Path submission, Path log)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xlog:class+load=info:file=" + log + "::filesize=0",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TrustedMain.class.getName(),
                exercises.toString(),
                submission.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readString(output);
  }
}
