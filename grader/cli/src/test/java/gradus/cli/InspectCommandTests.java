package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectCommandTests {
  @TempDir private Path home;

  private String program(String source) throws IOException {
    return Files.writeString(home.resolve("program.py"), source).toString();
  }

  @Test
  void shows_the_struct_its_blocks_and_what_they_point_to() throws IOException {
    Shell shell = new Shell(home);

    assertThat(shell.run("inspect", program("print('made')\nitems = [700, 0.5]"), "items"))
        .isZero();

    assertThat(shell.out().replaceAll("0x[0-9a-f]+", "0x…").replaceAll(" +", " "))
        .isEqualTo(
            """
            PyListObject at 0x…, 40 bytes
            OFF SZ TYPE FIELD VALUE
             0 8 Py_ssize_t ob_refcnt 1
             8 8 PyTypeObject * ob_type 0x… <class 'list'>
             16 8 Py_ssize_t ob_size 2
             24 8 PyObject ** ob_item 0x…
             32 8 Py_ssize_t allocated 2

            PyObject*[2] at 0x…, 16 bytes
            OFF SZ TYPE FIELD VALUE
             0 8 PyObject * ob_item[0] 0x… 700
             8 8 PyObject * ob_item[1] 0x… 0.5

            -> <class 'list'>
            PyTypeObject at 0x…, 400 bytes

            -> 700
            PyLongObject at 0x…, 28 bytes
            OFF SZ TYPE FIELD VALUE
             0 8 Py_ssize_t ob_refcnt 1
             8 8 PyTypeObject * ob_type 0x…
             16 8 Py_ssize_t ob_size 1
             24 4 digit ob_digit[0] 700

            -> 0.5
            PyFloatObject at 0x…, 24 bytes
            OFF SZ TYPE FIELD VALUE
             0 8 Py_ssize_t ob_refcnt 1
             8 8 PyTypeObject * ob_type 0x…
             16 8 double ob_fval 0.5
            """);
    assertThat(shell.err()).isEqualTo("made\n");
  }

  @Test
  void follows_an_expression() throws IOException {
    Shell shell = new Shell(home);

    shell.run("inspect", program("class A: pass\na = A()\na.b = [2.5]"), "a.b[0]");

    assertThat(shell.out()).startsWith("PyFloatObject at").contains("2.5");
  }

  @Test
  void lays_objects_out_as_asked_and_takes_sys_exit_for_the_end() throws IOException {
    Shell shell = new Shell(home);

    int status =
        shell.run("inspect", "--layout", "aligned16", program("x = ()\nraise SystemExit"), "x");

    assertThat(status).isZero();
    assertThat(shell.out()).startsWith("PyTupleObject");
  }

  @Test
  void refuses_in_one_sentence_what_it_cannot_show() throws IOException {
    Shell shell = new Shell(home);

    assertThat(shell.run("inspect", program("x = 1"), "y")).isEqualTo(2);
    assertThat(shell.run("inspect", program("1 / 0"), "x")).isEqualTo(2);
    assertThat(shell.run("inspect", home.resolve("none.py").toString(), "x")).isEqualTo(2);
    assertThat(shell.err())
        .contains("'y' is nothing at the end of")
        .contains("NameError: name 'y' is not defined")
        .contains("ended with ZeroDivisionError")
        .contains("there is no file");
    assertThat(shell.out()).isEmpty();
  }
}
