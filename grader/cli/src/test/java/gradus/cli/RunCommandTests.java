package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTests {
  @TempDir private Path home;

  private String program(String source) throws IOException {
    return Files.writeString(home.resolve("program.py"), source).toString();
  }

  @Test
  void imports_the_modules_beside_the_program() throws IOException {
    Files.writeString(home.resolve("beside.py"), "answer = 42\n");
    Shell shell = new Shell(home);
    assertThat(shell.run("run", program("import beside\nprint(beside.answer)"))).isZero();
    assertThat(shell.out()).isEqualTo("42\n");
  }

  @Test
  void prints_what_the_program_prints() throws IOException {
    Shell shell = new Shell(home);
    assertThat(shell.run("run", program("print(1 + 2)"))).isZero();
    assertThat(shell.out()).isEqualTo("3\n");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void hands_the_program_its_arguments() throws IOException {
    Shell shell = new Shell(home);
    String file = program("import sys\nprint(sys.argv[1:], sys.argv[0] == __file__)");
    shell.run("run", "--layout", "aligned16", file, "a b", "-v", "--", "--layout");
    assertThat(shell.out()).isEqualTo("['a b', '-v', '--layout'] True\n");
  }

  @Test
  void ends_with_the_programs_exit_code() throws IOException {
    Shell shell = new Shell(home);
    assertThat(shell.run("run", program("raise SystemExit(7)"))).isEqualTo(7);
  }

  @Test
  void shows_a_traceback_on_standard_error() throws IOException {
    Shell shell = new Shell(home);
    String file = program("1 / 0");
    assertThat(shell.run("run", file)).isEqualTo(1);
    assertThat(shell.err())
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "%s", line 1, in <module>
                1 / 0
            ZeroDivisionError: division by zero
            """
                .formatted(file));
  }

  @Test
  void lays_objects_out_as_asked() throws IOException {
    Shell shell = new Shell(home);
    String file = program("import sys; print(sys.getsizeof([]))");
    shell.run("run", "--layout", "aligned16", file);
    shell.run("run", "--layout", "vanilla", file);
    assertThat(shell.out()).isEqualTo("72\n64\n");
  }

  @Test
  void refuses_what_it_cannot_read_and_layouts_it_does_not_know() throws IOException {
    Shell shell = new Shell(home);
    assertThat(shell.run("run", home.resolve("none.py").toString())).isEqualTo(2);
    assertThat(shell.run("run", "--layout", "odd", program(""))).isEqualTo(2);
    assertThat(shell.err().lines()).hasSize(2);
  }
}
