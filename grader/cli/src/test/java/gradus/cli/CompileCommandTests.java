package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two commands that show what a Python file compiles to. */
final class CompileCommandTests {
  @TempDir private Path home;
  private Path file;
  private Shell shell;

  @BeforeEach
  void a_python_file() throws Exception {
    file = Files.writeString(home.resolve("twice.py"), "def twice(x):\n    return x + x\n");
    shell = new Shell(home);
  }

  @Test
  void dis_prints_what_python_prints() {
    assertThat(shell.run("dis", file.toString())).isZero();
    assertThat(shell.out().lines().map(String::strip))
        .contains(
            "4 MAKE_FUNCTION            0",
            "6 STORE_NAME               0 (twice)",
            "10 RETURN_VALUE");
  }

  @Test
  void compile_writes_every_field_of_every_code() throws Exception {
    assertThat(shell.run("compile", "--json", file.toString())).isZero();
    JsonNode module = new ObjectMapper().readTree(shell.out());
    assertThat(module.get("name").asText()).isEqualTo("<module>");
    assertThat(module.get("filename").asText()).isEqualTo(file.toString());
    assertThat(module.get("consts").get(0).get("code").get("code").asText())
        .isEqualTo("7c007c0017005300");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dis", "compile --json"})
  void what_python_refuses_is_told_in_one_line(String command) throws Exception {
    Files.writeString(file, "x = 1\nif x\n    pass\n");
    assertThat(shell.run((command + " " + file).split(" "))).isEqualTo(2);
    assertThat(shell.err())
        .isEqualTo("gradus: " + file + ": line 2: SyntaxError: invalid syntax\n");
  }

  @Test
  void a_file_that_is_not_there_is_told_in_one_line() {
    assertThat(shell.run("dis", home.resolve("none.py").toString())).isEqualTo(2);
    assertThat(shell.err()).contains("there is no file ").hasLineCount(1);
  }
}
