package gradus.cli;

import static gradus.cli.SampleGradings.failed;
import static gradus.cli.SampleGradings.grading;
import static gradus.cli.SampleGradings.passed;
import static gradus.cli.SampleGradings.task;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.result.CheckResult;
import gradus.harness.result.GradingResult;
import gradus.harness.result.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny lesson whose solution is a number: 7 is right, 0 is the stub, 6 slips through. */
final class VerifyCommandTests {
  private static final String LESSON = "sums";
  private static final String HIDDEN_LINES =
      """
        void adds(Student student) {
          Sum sum = student.make(Sum.class);
          expect("sum.of(3, 4)", 7, () -> sum.of(3, 4));
        }
      """;

  @TempDir private Path home;
  private Shell shell;

  @BeforeEach
  void a_sound_lesson() throws Exception {
    write("exercises/sums/lesson.yaml", "title: Sums");
    write("exercises/sums/src/main/java/Sum.java", "class Sum { Helper h; int answer = 0; }");
    write(
        "exercises/sums/src/hidden/java/SumSuite.java",
        "class SumSuite {\n" + HIDDEN_LINES + "\n}");
    write("exercises/kit/src/main/java/Helper.java", "class Helper {}");
    Files.write(home.resolve("exercises/picture.png"), new byte[] {(byte) 0xff, (byte) 0xfe});
    write("solutions/sums/src/main/java/Sum.java", "class Sum { int answer = 7; }");
    write("solutions/sums/second/Sum.java", "class Sum { int answer = 3 + 4; }");
    mutants(mutant("answer = 7", "answer = 1"));
    shell = new Shell(home);
    shell.grader = request -> graded(request.submission());
  }

  @Nested
  final class A_sound_lesson {
    @Test
    void is_proved_claim_by_claim() {
      assertThat(shell.run("verify")).isZero();
      assertThat(shell.out())
          .isEqualTo(
              """
              sums
                ✓ 0 / 15                           stubs
                ✓ 15 / 15                          model
                ✓ 15 / 15                          second
                ✓ add 0/15 wrong answer            mutant 1
                ✓ add 0/15 wrong answer            mutant 2
                ✓ add 0/15 wrong answer            mutant 3
                ✓ add 0/15 wrong answer            mutant 4
                ✓ 4 files, none leaks              kit
                8 of 8 claims hold
              """);
      assertThat(shell.err()).isEmpty();
    }

    @Test
    void leaves_no_temporary_files() throws Exception {
      shell.run("verify", "--lesson", LESSON);
      assertThat(shell.requests).hasSize(7);
      assertThat(shell.calibrations).hasSize(1);
      assertThat(shell.requests).noneMatch(request -> Files.exists(request.submission()));
    }
  }

  @Nested
  final class A_lesson_is_unsound {
    @Test
    void when_the_stubs_earn_points() throws Exception {
      write("exercises/sums/src/main/java/Sum.java", "class Sum { int answer = 7; }");
      unsound("✗ 15 / 15                          stubs\n      the stubs already earn points");
    }

    @Test
    void when_a_solution_loses_points_and_shows_its_grading() throws Exception {
      write("solutions/sums/second/Sum.java", "class Sum { int answer = 1; }");
      unsound("✗ 0 / 15                           second\n      a correct solution must earn");
      assertThat(shell.out()).contains("second was graded so:\n\ndynamic-arrays ", "✗ add: adds");
    }

    @Test
    void when_a_mutant_slips_through() throws Exception {
      mutants(mutant("answer = 7", "answer = 6"));
      unsound("✗ add 15/15 passed                 mutant 1\n      no check of its task catches it");
    }

    @Test
    void when_a_mutant_does_not_compile() throws Exception {
      mutants(mutant("answer = 7", "answer = "));
      unsound("it does not compile, so it proves nothing");
    }

    @Test
    void when_a_mutant_cannot_be_made() throws Exception {
      mutants(mutant("answer = 8", "answer = 6"));
      unsound("its text to find is not in Sum.java");
      mutants(mutant("s", "t"));
      unsound("its text to find is in Sum.java more than once");
      mutants(mutant("answer = 7", "answer = 1").replace("Sum.java", "Sums.java"));
      unsound("the model has no file Sums.java");
      mutants(mutant("answer = 7", "answer = 1").replace("task: add", "task: subtract"));
      unsound("there is no task subtract");
    }

    @Test
    void when_a_task_has_too_few_mutants() throws Exception {
      write("solutions/sums/mutants.yaml", mutant("answer = 7", "answer = 1"));
      unsound("fewer than 4 mutants for add");
    }

    @Test
    void when_the_kit_tells_what_is_hidden() throws Exception {
      write("exercises/sums/README.md", "Look into SumSuite.");
      unsound("sums/README.md names SumSuite");
      write("exercises/sums/README.md", "import gradus.engine.Engine;");
      unsound("sums/README.md names gradus.engine");
      write("exercises/sums/README.md", "One\n" + HIDDEN_LINES);
      unsound("sums/README.md holds a passage of src/hidden");
    }

    @Test
    void when_the_kit_does_not_compile_by_itself() throws Exception {
      write("exercises/kit/src/main/java/Helper.java", "class Elsewhere {}");
      unsound("without src/hidden it does not compile: ");
    }

    private void unsound(String complaint) {
      assertThat(shell.run("verify")).isEqualTo(1);
      assertThat(shell.out()).contains(complaint);
    }
  }

  @Nested
  final class Faults {
    @Test
    void of_the_mutants_file_name_its_line() throws Exception {
      write("solutions/sums/mutants.yaml", "- name: x\n  colour: red\n");
      assertThat(shell.run("verify")).isEqualTo(2);
      assertThat(shell.err()).contains("mutants.yaml, line ", "\"colour\"");
    }

    @Test
    void of_a_grading_end_it() {
      shell.grader =
          request -> {
            throw Refusal.ofMachine("no sandbox");
          };
      assertThat(shell.run("verify")).isEqualTo(3);
      assertThat(shell.err()).isEqualTo("gradus: no sandbox\n");
    }

    @Test
    void of_a_missing_solution_are_told() throws Exception {
      Files.delete(home.resolve("solutions/sums/second/Sum.java"));
      Files.delete(home.resolve("solutions/sums/second"));
      assertThat(shell.run("verify")).isEqualTo(3);
      assertThat(shell.err()).contains("NoSuchFileException").contains("second");
      Files.delete(Path.of(shell.err().replaceAll("(?s).*trace is in (.*)\\)\n", "$1")));
    }
  }

  private static String mutant(String find, String replace) {
    return """
        - name: mutant 1
          task: add
          file: Sum.java
          find: "%s"
          replace: "%s"
        """
        .formatted(find, replace);
  }

  /** Four of them, since a task needs that many. */
  private void mutants(String first) throws IOException {
    String others =
        IntStream.rangeClosed(2, 4)
            .mapToObj(n -> mutant("answer = 7", "answer = " + n).replace("mutant 1", "mutant " + n))
            .collect(Collectors.joining());
    write("solutions/sums/mutants.yaml", first + others);
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static GradingResult graded(Path submission) {
    String sum;
    try {
      sum = Files.readString(submission.resolve("sums/src/main/java/Sum.java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (sum.contains("answer = ;")) {
      return graded(failed("adds", Outcome.COMPILE_ERROR, "Sum.java:1: illegal start", 15));
    }
    boolean right = sum.contains("7") || sum.contains("3 + 4") || sum.contains("6");
    return graded(right ? passed("adds", 15) : failed("adds", Outcome.WRONG_ANSWER, "not 7", 15));
  }

  private static GradingResult graded(CheckResult check) {
    return grading("s", task("add", "Add", check));
  }
}
