package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTests {
  @TempDir private Path home;

  @Nested
  final class Help {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "grade --help", "verify --help", "grade -h"})
    void is_printed_to_standard_output(String words) {
      Shell shell = new Shell(home);
      assertThat(shell.run(words.split(" "))).isZero();
      assertThat(shell.out()).startsWith("Usage: gradus");
      assertThat(shell.err()).isEmpty();
    }

    @Test
    void names_the_version_of_the_report() {
      Shell shell = new Shell(home);
      assertThat(shell.run("--version")).isZero();
      assertThat(shell.out()).contains("report version 1");
    }

    @Test
    void is_pointed_to_when_no_command_is_named() {
      Shell shell = new Shell(home);
      assertThat(shell.run()).isEqualTo(2);
      assertThat(shell.err()).isEqualTo("gradus: a command is missing (see 'gradus --help')\n");
    }
  }

  @Nested
  final class A_fault_of_ours {
    @Test
    void is_one_line_with_exit_code_3_and_keeps_its_trace() throws Exception {
      Shell shell = broken();
      assertThat(shell.run("grade", home.toString())).isEqualTo(3);
      assertThat(shell.err().lines()).hasSize(1);
      Matcher line =
          Pattern.compile("gradus: a fault of the grader: .*: oops \\(its trace is in (.*)\\)\n")
              .matcher(shell.err());
      assertThat(line.matches()).isTrue();
      Path trace = Path.of(line.group(1));
      assertThat(trace).content().contains("at gradus.cli.MainTests");
      Files.delete(trace);
    }

    @Test
    void shows_its_trace_with_debug() throws Exception {
      Shell shell = broken();
      assertThat(shell.run("grade", home.toString(), "--debug")).isEqualTo(3);
      assertThat(shell.err()).contains("\tat gradus.cli.MainTests");
      Files.delete(Path.of(shell.err().replaceAll("(?s).*trace is in (.*)\\)\n", "$1")));
    }

    private Shell broken() throws Exception {
      Files.createDirectory(home.resolve("exercises"));
      Shell shell = new Shell(home);
      shell.grader =
          request -> {
            throw new IllegalStateException("oops\nand more");
          };
      return shell;
    }
  }

  @Test
  void a_full_disk_is_told_as_one() throws Exception {
    Files.createDirectory(home.resolve("exercises"));
    Shell shell = new Shell(home);
    shell.grader =
        request -> {
          throw new UncheckedIOException(new IOException("/x: No space left on device"));
        };
    assertThat(shell.run("grade", home.toString())).isEqualTo(3);
    assertThat(shell.err()).isEqualTo("gradus: the disk is full; make room and run it again\n");
  }

  @Test
  void a_course_without_lessons_is_told() {
    Shell shell = new Shell(home);
    assertThat(shell.run("verify")).isEqualTo(3);
    assertThat(shell.err()).startsWith("gradus: cannot read the course's lessons in ");
  }
}
