package gradus.engine.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.engine.PythonProgram;
import gradus.engine.compiler.CompileOptions;
import gradus.engine.compiler.Compiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramWriterTests {

  private static final Path GRAMMAR = Path.of("conformance/programs.grammar");
  private static final int PROGRAMS = 60;

  private static Grammar grammar(Path folder, String... lines) throws IOException {
    return Grammar.read(Files.writeString(folder.resolve("g"), String.join("\n", lines)));
  }

  @Test
  void a_variable_can_be_seen_after_the_text_that_makes_it(@TempDir Path folder)
      throws IOException {
    Grammar grammar =
        grammar(
            folder,
            "program =",
            "| <assign>",
            "  print(<y>)",
            "assign =",
            "| <new x> = <y>",
            "y =",
            "| 5",
            "100000| <var x>");
    assertThat(ProgramWriter.program(grammar, 1)).isEqualTo("x1 = 5\nprint(x1)\n");
  }

  @Test
  void names_of_a_block_are_forgotten_after_it(@TempDir Path folder) throws IOException {
    Grammar grammar =
        grammar(
            folder,
            "program =",
            "| if 1:",
            "      <block>",
            "  <x>",
            "stmt =",
            "| <new x> = 1",
            "x =",
            "| 2",
            "100000| <var x>");
    assertThat(ProgramWriter.program(grammar, 1)).endsWith("\n2\n").contains("    x1 = 1");
  }

  @Test
  void a_name_given_in_a_variant_stands_in_all_its_holes(@TempDir Path folder) throws IOException {
    Grammar grammar =
        grammar(folder, "program =", "| <let a i>for <a> in 3: <x>", "x =", "| <var i>");
    assertThat(ProgramWriter.program(grammar, 1)).isEqualTo("for i1 in 3: i1\n");
  }

  @Test
  void an_unknown_kind_is_refused(@TempDir Path folder) {
    assertThatThrownBy(() -> grammar(folder, "program =", "| <nothing>"))
        .hasMessage("no kind nothing");
  }

  @Test
  void the_same_seed_gives_the_same_program() throws IOException {
    Grammar grammar = Grammar.read(GRAMMAR);
    assertThat(ProgramWriter.program(grammar, 7))
        .isEqualTo(ProgramWriter.program(grammar, 7))
        .isNotEqualTo(ProgramWriter.program(grammar, 8));
  }

  @Test
  void programs_compile() throws IOException {
    Grammar grammar = Grammar.read(GRAMMAR);
    CompileOptions options = CompileOptions.of("program.py");
    for (int seed = 0; seed < PROGRAMS; seed++) {
      byte[] program = ProgramWriter.program(grammar, seed).getBytes(UTF_8);
      assertThatCode(() -> Compiler.compile(program, options))
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void programs_end_and_never_break_the_engine() throws IOException {
    Grammar grammar = Grammar.read(GRAMMAR);
    for (int seed = 0; seed < PROGRAMS; seed++) {
      String program = ProgramWriter.program(grammar, seed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PythonProgram.of("program.py", program.getBytes(UTF_8))
          .stepLimit(20_000_000)
          .outputLimit(1 << 22)
          .run(out, out);
      assertThat(out.toString(UTF_8)).as("seed %d", seed).doesNotContain("Segmentation fault");
    }
  }
}
