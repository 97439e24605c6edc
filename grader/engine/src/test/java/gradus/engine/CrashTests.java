package gradus.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTests {

  private static final int SEGMENTATION_FAULT = 139;

  private record Result(int status, String out, String err) {}

  private static Result run(String source) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = PythonProgram.of("test.py", source.getBytes(UTF_8)).run(out, err);
    return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Test
  void reading_where_nothing_is_mapped_ends_the_process_with_one_sentence() {
    assertThat(run("import ctypes\nprint('before')\nctypes.string_at(0)\nprint('after')\n"))
        .isEqualTo(
            new Result(
                SEGMENTATION_FAULT, "before\n", "Segmentation fault: read of 1 bytes at 0x0\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ctypes.c_int.from_address(0x1234567812345678).value = 5",
        "x = [1]; ctypes.memset(id(x), 255, 40); print(x)",
        "ctypes.memset(id(int), 0x41, 400); print(5 + 3)",
        "ctypes.CFUNCTYPE(ctypes.c_int)(12345)()",
        "ctypes.memset(-8, 1, 64)",
        "ctypes.memmove(1 << 40, 1 << 41, 1 << 42)",
        "ctypes.cast(8, ctypes.py_object).value",
        "f = lambda: 0\nctypes.memset(id(f.__code__) + 16, 0x55, 100); f()",
        "d = {1: 2}; ctypes.memset(id(d) + 16, 0xee, 32); d[5] = 6",
      })
  void damage_ends_the_process_as_a_signal_would(String statements) {
    Result result = run("import ctypes\n" + statements + "\n");

    assertThat(result.status()).isEqualTo(SEGMENTATION_FAULT);
    assertThat(result.err().lines()).singleElement().asString().startsWith("Segmentation fault: ");
  }

  @Test
  void damage_that_is_no_access_is_told_as_a_fault_of_the_engine() {
    String damage = "t = (1, 2); ctypes.memset(id(t) + 16, 0xff, 8); print(t + t)";
    Result result = run("import ctypes\n" + damage + "\n");

    assertThat(result.status()).isEqualTo(70);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("Internal error: java.lang.ArrayIndexOutOfBoundsException")
        .contains("overwrote its memory through ctypes");
  }

  @Test
  void code_made_by_hand_can_end_the_process() {
    String source =
        """
        import types
        code = (lambda: 0).__code__
        types.FunctionType(types.CodeType(0, 0, 0, 1, 0, b'd\\xffS\\0', (), (), (), '', '', 1, b''), {})()
        """;
    assertThat(run(source).status()).isEqualTo(SEGMENTATION_FAULT);
  }

  @Test
  void a_damaged_heap_aborts_the_process() {
    String source =
        """
        import ctypes
        b = ctypes.create_string_buffer(4000)
        ctypes.memset(ctypes.addressof(b) - 16, 0x41, 4100)
        del b
        c = [ctypes.create_string_buffer(4000) for n in range(9)]
        """;
    assertThat(run(source).status()).isGreaterThan(128);
  }

  @Test
  void a_library_cannot_be_loaded() {
    Result result = run("import ctypes\nctypes.CDLL('libc.so.6')\n");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .endsWith(
            "OSError: cannot load libc.so.6: the simulated process has no machine code to run\n");
  }
}
