package gradus.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.engine.layout.ObjectLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each program under {@code programs/<concept>} prints what CPython 3.6 printed for it. */
class ProgramTests {

  private record Result(int status, String out, String err) {}

  private static Result run(PythonProgram program) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = program.run(out, err);
    return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static PythonProgram program(String source) {
    return PythonProgram.of("test.py", source.getBytes(UTF_8));
  }

  static Stream<Path> programs() throws IOException, URISyntaxException {
    Path root =
        Path.of(Objects.requireNonNull(ProgramTests.class.getResource("/programs")).toURI());
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> programs =
          files
              .filter(
                  file -> file.toString().endsWith(".py") && Files.exists(sibling(file, ".out")))
              .sorted()
              .toList();
      return programs.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void prints_what_cpython_printed(Path file) throws IOException {
    expectRecorded(file, program(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void prints_the_same_where_all_code_is_translated(Path file) throws IOException {
    expectRecorded(file, program(file).translateAfter(1));
  }

  private static PythonProgram program(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return PythonProgram.of(file.getFileName().toString(), Files.readAllBytes(file))
        .modulesFrom(folder);
  }

  private static void expectRecorded(Path file, PythonProgram program) throws IOException {
    Result result = run(program);

    assertThat(result.out()).isEqualTo(Files.readString(sibling(file, ".out")));
    Path errors = sibling(file, ".err");
    assertThat(result.err()).isEqualTo(Files.exists(errors) ? Files.readString(errors) : "");
  }

  private static Path sibling(Path file, String ending) {
    return file.resolveSibling(file.getFileName().toString().replace(".py", ending));
  }

  @Test
  void reads_what_it_is_given() {
    String source =
        """
        import sys
        print([input(), sys.stdin.readline(2), input('? ')])
        print(sys.stdin.read(3), sys.stdin.readlines(), list(sys.stdin))
        """;
    byte[] input = "first\r\nsecond\nété\nlast".getBytes(UTF_8);
    Result result = run(program(source).input(new ByteArrayInputStream(input)));

    assertThat(result.out()).isEqualTo("? ['first', 'se', 'cond']\nété ['\\n', 'last'] []\n");
  }

  @Nested
  class ExitStatus {

    @Test
    void is_what_sys_exit_was_given() {
      assertThat(run(program("import sys\nsys.exit(3)")).status()).isEqualTo(3);
      assertThat(run(program("raise SystemExit")).status()).isZero();
      assertThat(run(program("raise SystemExit('why')"))).isEqualTo(new Result(1, "", "why\n"));
    }

    @Test
    void is_1_after_an_uncaught_exception() {
      assertThat(run(program("1/0")).status()).isEqualTo(1);
    }

    @Test
    void is_1_for_a_program_that_does_not_compile() {
      assertThat(run(program("x = = 1")))
          .isEqualTo(
              new Result(
                  1,
                  "",
                  "  File \"test.py\", line 1\n"
                      + "    x = = 1\n"
                      + "        ^\n"
                      + "SyntaxError: invalid syntax\n"));
    }
  }

  @Nested
  class Limits {

    @Test
    void stop_a_program_that_runs_too_many_instructions() {
      assertThatThrownBy(() -> run(program("while True: pass").stepLimit(10_000)))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("instructions");
    }

    @Test
    void count_the_same_instructions_whether_code_is_translated_or_not() {
      String source =
          """
          class Number:
              def __add__(self, other):
                  return self
          def step(n):
              try:
                  return [1, 2][n % 3] + 1
              except IndexError:
                  return 0
          def numbers(n):
              for i in range(n):
                  yield i
          total, number = 0, Number()
          for i in numbers(40):
              total += step(i) if i & 1 else 2.5
              number += i
          """
              + "x = 1\n".repeat(20);
      long steps = stepsNeeded(source, Integer.MAX_VALUE);
      assertThat(steps).isGreaterThan(1_000);
      assertThat(stepsNeeded(source, 1)).isEqualTo(steps);
    }

    private static long stepsNeeded(String source, int heat) {
      long few = 1;
      long enough = 1L << 14;
      while (few < enough) {
        long middle = (few + enough) / 2;
        if (runsWithin(source, heat, middle)) {
          enough = middle;
        } else {
          few = middle + 1;
        }
      }
      return enough;
    }

    private static boolean runsWithin(String source, int heat, long steps) {
      try {
        return run(program(source).translateAfter(heat).stepLimit(steps)).status() == 0;
      } catch (LimitReached.Steps reached) {
        return false;
      }
    }

    @Test
    void stop_a_program_that_runs_too_long() {
      assertThatThrownBy(() -> run(program("while True: pass").timeLimit(50)))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("longer");
    }

    @Test
    void stop_a_program_that_writes_too_much() {
      assertThatThrownBy(() -> run(program("while True: print('x')").outputLimit(100)))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("wrote");
    }

    @Test
    void raise_memory_error_where_memory_ends() {
      String source =
          "try:\n    x = [0] * 100000000\nexcept MemoryError as e:\n    print(repr(e))\n";
      Result result = run(program(source).memoryLimit(1 << 26));
      assertThat(result.out()).isEqualTo("MemoryError()\n");
    }
  }

  @Test
  void objects_of_the_patched_layout_are_eight_bytes_larger_if_they_are_containers() {
    String source = "import sys\nprint(sys.getsizeof([]), sys.getsizeof(()), sys.getsizeof(1.0))\n";
    assertThat(run(program(source)).out()).isEqualTo("64 48 24\n");
    assertThat(run(program(source).layout(ObjectLayout.ALIGNED16)).out()).isEqualTo("72 56 24\n");
  }
}
