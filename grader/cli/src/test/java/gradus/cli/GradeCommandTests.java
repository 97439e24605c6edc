package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.sandbox.SandboxMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GradeCommandTests {
  @TempDir private Path home;
  private String submission;
  private Shell shell;

  @BeforeEach
  void a_course_and_a_submission() throws Exception {
    Path lesson = Files.createDirectories(home.resolve("exercises/dynamic-arrays"));
    Files.createFile(lesson.resolve("lesson.yaml"));
    submission = Files.createDirectory(home.resolve("submission")).toString();
    shell = new Shell(home);
  }

  @Nested
  final class A_grading {
    @Test
    void prints_the_table_and_exits_with_0_whatever_the_score() {
      assertThat(shell.run("grade", submission)).isZero();
      assertThat(shell.out()).startsWith("dynamic-arrays  ").contains("  growth          15/15");
      assertThat(shell.err()).isEmpty();
    }

    @Test
    void asks_for_what_the_user_asked_for() {
      shell.run("grade", submission, "--lesson", "dynamic-arrays", "--seed", "7");
      assertThat(shell.requests).hasSize(1);
      assertThat(shell.requests.get(0).submission()).isEqualTo(Path.of(submission));
      assertThat(shell.requests.get(0).lessons()).containsExactly("dynamic-arrays");
      assertThat(shell.requests.get(0).seed()).isEqualTo(OptionalLong.of(7));
    }

    @Test
    void spoilt_by_the_grader_exits_with_3() {
      shell.grader = request -> SampleGradings.withFault();
      assertThat(shell.run("grade", submission, "--fail-under", "50")).isEqualTo(3);
      assertThat(shell.err()).startsWith("gradus: a fault of the grader spoilt this grading");
    }

    @Test
    void shows_nothing_a_terminal_would_obey() {
      shell.grader = request -> SampleGradings.saying("\u001b[2J\u0007");
      shell.run("grade", submission);
      assertThat(shell.out()).doesNotContain("\u001b").contains("\\u001b[2J\\u0007");
    }
  }

  @Nested
  final class Fail_under {
    @ParameterizedTest
    @CsvSource({"0, 0", "25, 0", "25.1, 1", "100, 1"})
    void compares_percent(String percent, int exitCode) {
      assertThat(shell.run("grade", submission, "--fail-under", percent)).isEqualTo(exitCode);
    }

    @Test
    void says_why() {
      shell.run("grade", submission, "--fail-under", "60");
      assertThat(shell.err()).isEqualTo("gradus: 25 of 100 points are under the 60 % asked for\n");
    }
  }

  @Nested
  final class The_sandbox {
    @Test
    void is_a_wish_at_a_desk_and_required_in_ci() {
      shell.run("grade", submission);
      shell.environment.put("CI", "true");
      shell.run("grade", submission);
      shell.run("grade", submission, "--sandbox", "process");
      assertThat(shell.sandboxes)
          .containsExactly(SandboxMode.AUTO, SandboxMode.REQUIRED, SandboxMode.PROCESS);
    }
  }

  @Nested
  final class A_warning {
    @Test
    void goes_to_standard_error() {
      shell.warnings.add("no sandbox here");
      assertThat(shell.run("grade", submission, "--format", "json=-")).isZero();
      assertThat(shell.err()).isEqualTo("gradus: no sandbox here\n");
    }
  }

  @Nested
  final class Reports {
    @Test
    void are_written_beside_the_text() {
      Path json = home.resolve("report.json");
      Path xml = home.resolve("report.xml");
      shell.run("grade", submission, "--format", "json=" + json, "--format=junit=" + xml);
      assertThat(json).content().startsWith("{\n  \"version\": 1,");
      assertThat(xml).content().contains("<testsuite ");
      assertThat(shell.out()).startsWith("dynamic-arrays");
    }

    @Test
    void replace_the_text_on_standard_output() {
      shell.run("grade", submission, "--format", "json=-");
      String page = shell.out();
      assertThat(page).startsWith("{").endsWith("}\n");
      shell.run("grade", submission, "--format", "json");
      assertThat(shell.out()).isEqualTo(page + page);
    }

    @Test
    void that_cannot_be_written_are_refused_before_anything_is_graded() throws Exception {
      Path file = Files.createFile(home.resolve("file"));
      assertThat(shell.run("grade", submission, "--format", "json=" + home)).isEqualTo(2);
      assertThat(shell.run("grade", submission, "--format", "json=" + home + "/no/r.json"))
          .isEqualTo(2);
      assertThat(shell.run("grade", submission, "--format", "json=" + file + "/r")).isEqualTo(2);
      assertThat(shell.requests).isEmpty();
      assertThat(shell.err().lines())
          .satisfiesExactly(
              line -> assertThat(line).endsWith(": it is a directory."),
              line -> assertThat(line).contains("there is no folder"),
              line -> assertThat(line).contains("there is no folder"));
    }

    @Test
    @EnabledIf("hasFullDevice")
    void on_a_full_disk_are_a_fault_of_the_machine_and_leave_the_text() {
      assertThat(shell.run("grade", submission, "--format", "json=/dev/full")).isEqualTo(3);
      assertThat(shell.err())
          .isEqualTo("gradus: cannot write the report /dev/full: No space left on device\n");
      assertThat(shell.out()).contains("25 / 100");
    }

    static boolean hasFullDevice() {
      return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void to_a_full_standard_output_are_a_fault_of_the_machine() {
      shell.outIsFull = true;
      assertThat(shell.run("grade", submission)).isEqualTo(3);
      assertThat(shell.err()).startsWith("gradus: cannot write to standard output");
    }
  }

  @Nested
  final class On_a_terminal {
    @Test
    void the_text_is_coloured_unless_no_color_is_set() {
      shell.outIsTerminal = true;
      shell.run("grade", submission);
      assertThat(shell.out()).contains("\u001b[31m");
      shell.environment.put("NO_COLOR", "1");
      int coloured = shell.out().length();
      shell.run("grade", submission);
      assertThat(shell.out().substring(coloured)).doesNotContain("\u001b");
    }
  }

  @Nested
  final class In_a_github_job {
    @Test
    void no_line_of_the_text_is_a_command() {
      shell.environment.put("GITHUB_ACTIONS", "true");
      shell.grader = request -> SampleGradings.saying("x\n::error::forged");
      shell.run("grade", submission);
      String[] lines = shell.out().split("\n");
      assertThat(lines[0]).matches("::stop-commands::[0-9a-f]{32}");
      String token = lines[0].substring("::stop-commands::".length());
      assertThat(lines[lines.length - 1]).isEqualTo("::" + token + "::");
      shell.run("grade", submission);
      assertThat(shell.out().split(token)).hasSize(3);
    }
  }

  @Nested
  final class Bad_input {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "grade | Missing required parameter: 'DIR'",
          "grade {s} --seed x | Invalid value for option '--seed': 'x' is not a whole number",
          "grade {s} --seed -1 | --seed takes a number from 0 up",
          "grade {s} --fail-under x | Invalid value for option '--fail-under': 'x' is not a number",
          "grade {s} --fail-under 101 | --fail-under takes a percentage from 0 to 100",
          "grade {s} --fail-under NaN | --fail-under takes a percentage from 0 to 100",
          "grade {s} --format json= | Invalid value for option '--format' (FORMAT[=FILE]): 'json=' names",
          "grade {s} --format pdf=x | Invalid value for option '--format' (FORMAT[=FILE]): there is no",
          "grade {s} --format json=- --format text=- | only one --format can go to standard output",
          "grade {s} --sandbox none | Invalid value for option '--sandbox': 'none' is not one of auto",
          "grade {s} --lesson poetry | there is no lesson 'poetry'; the lessons are: dynamic-arrays",
          "grade {h}/nowhere | there is no directory ",
          "grade {h}/exercises/dynamic-arrays/lesson.yaml | ",
          "grade {s} --colour | Unknown option: '--colour'",
          "fly | there is no command 'fly'",
          "grade {s} b | one argument too many: 'b'",
        })
    void is_told_in_one_line_with_exit_code_2(String words, String sentence) {
      String line = words.replace("{s}", submission).replace("{h}", home.toString());
      assertThat(shell.run(line.split(" "))).isEqualTo(2);
      assertThat(shell.err()).startsWith("gradus: " + (sentence == null ? "" : sentence));
      assertThat(shell.err().lines()).hasSize(1);
      assertThat(shell.out()).isEmpty();
      assertThat(shell.requests).isEmpty();
    }

    @Test
    void of_the_submission_is_told_in_the_graders_words() {
      shell.grader =
          request -> {
            throw Refusal.ofInput("there are no lessons in it");
          };
      assertThat(shell.run("grade", submission)).isEqualTo(2);
      assertThat(shell.err()).isEqualTo("gradus: there are no lessons in it\n");
    }
  }
}
