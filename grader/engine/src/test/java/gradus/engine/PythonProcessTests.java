package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PythonProcessTests {

  private final PythonProcess process = PythonProcess.start();

  @AfterEach
  void close() {
    process.close();
  }

  @Test
  void runs_source_in_one_namespace_and_keeps_what_it_prints() {
    process.run("x = 2");
    process.run("print(x + 1)");

    assertThat(process.takeOutput()).isEqualTo("3\n");
    assertThat(process.takeOutput()).isEmpty();
  }

  @Test
  void calls_functions_with_java_values() {
    process.run("def kinds(*values): return [type(v).__name__ for v in values]");

    PythonValue kinds =
        process.call(
            "kinds", 1, 2L, BigInteger.TEN.pow(30), 1.5, true, "text", new byte[] {1}, List.of(1));

    assertThat(kinds.repr())
        .isEqualTo("['int', 'int', 'int', 'float', 'bool', 'str', 'bytes', 'list']");
    assertThat(process.value(new long[] {1, 2}).repr()).isEqualTo("[1, 2]");
  }

  @Test
  void gives_values_back_to_java() {
    assertThat(process.eval("10 ** 30").asInteger()).isEqualTo(BigInteger.TEN.pow(30));
    assertThat(process.eval("6 * 7").asLong()).isEqualTo(42);
    assertThat(process.eval("0.5").asDouble()).isEqualTo(0.5);
    assertThat(process.eval("'a' + 'b'").str()).isEqualTo("ab");
    assertThat(process.eval("[]").asBoolean()).isFalse();
    assertThat(process.eval("range(3)").asList())
        .extracting(PythonValue::asLong)
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void refuses_a_value_of_another_kind_or_process() {
    assertThatThrownBy(() -> process.eval("'a'").asLong()).hasMessageContaining("type str");
    assertThatThrownBy(() -> process.eval("1").asDouble()).hasMessageContaining("type int");
    assertThatThrownBy(() -> process.value(new Object())).hasMessageContaining("no Python object");
    try (PythonProcess other = PythonProcess.start()) {
      assertThatThrownBy(() -> process.value(other.none())).hasMessageContaining("another");
    }
  }

  @Test
  void binds_names_to_java_values() {
    process.set("limit", 5);
    process.set("again", process.eval("limit"));

    assertThat(process.eval("[limit, again]").repr()).isEqualTo("[5, 5]");
  }

  @Test
  void drives_a_generator_as_python_would() {
    process.run("def echo():\n    got = yield 'ready'\n    while True:\n        got = yield got\n");
    PythonValue generator = process.call("echo");

    assertThat(generator.attribute("gi_frame").attribute("f_lasti").asLong()).isEqualTo(-1);
    assertThat(generator.method("send", process.none()).str()).isEqualTo("ready");
    assertThat(generator.method("send", 7).asLong()).isEqualTo(7);
    assertThat(generator.method("close").isNone()).isTrue();
    assertThat(generator.attribute("gi_frame").isNone()).isTrue();
  }

  @Nested
  class Exceptions {

    @Test
    void tell_type_message_and_where_they_came_from() {
      process.run("shop.py", "def buy(n):\n    return [][n]\n");

      assertThatThrownBy(() -> process.call("buy", 3))
          .isInstanceOfSatisfying(
              PythonException.class,
              raised -> {
                assertThat(raised.type()).isEqualTo("IndexError");
                assertThat(raised.message()).isEqualTo("list index out of range");
                assertThat(raised.traceback())
                    .contains("File \"shop.py\", line 2, in buy\n    return [][n]\n");
              });
    }

    @Test
    void leave_the_process_usable() {
      assertThatThrownBy(() -> process.run("x = = 1")).hasMessageStartingWith("SyntaxError");
      assertThatThrownBy(() -> process.eval("nothing")).hasMessageContaining("not defined");

      assertThat(process.eval("1 + 1").asLong()).isEqualTo(2);
    }

    @Test
    void come_at_pythons_own_recursion_limit() {
      process.run("def deep(n): return deep(n + 1)");

      assertThatThrownBy(() -> process.call("deep", 0))
          .hasMessage("RecursionError: maximum recursion depth exceeded");
    }
  }

  @Nested
  class References {

    @Test
    void count_like_any_other() {
      PythonValue list = process.eval("[1, 2]");
      assertThat(list.referenceCount()).isEqualTo(1);

      process.set("kept", list);
      assertThat(list.referenceCount()).isEqualTo(2);

      list.close();
      assertThat(process.eval("__import__('sys').getrefcount(kept)").asLong()).isEqualTo(2);
    }

    @Test
    void are_of_no_use_once_closed() {
      PythonValue value = process.eval("[]");
      value.close();
      value.close();

      assertThatThrownBy(value::repr).hasMessageContaining("was closed");
    }

    @Test
    void know_identity_and_equality() {
      process.run("a = [1]; b = [1]; c = a");

      assertThat(process.eval("a").isSame(process.eval("c"))).isTrue();
      assertThat(process.eval("a").isSame(process.eval("b"))).isFalse();
      assertThat(process.eval("a").isEqualTo(process.eval("b"))).isTrue();
      assertThat(process.eval("a")).isEqualTo(process.eval("c")).isNotEqualTo(process.eval("b"));
      assertThat(process.eval("a")).hasSameHashCodeAs(process.eval("c")).hasToString("[1]");
    }
  }

  @Nested
  class Limits {

    @Test
    void stop_what_runs_too_long() {
      try (PythonProcess hasty = PythonProcess.builder().timeLimit(50).start()) {
        assertThatThrownBy(() -> hasty.run("while True: pass")).isInstanceOf(LimitReached.class);
        assertThat(hasty.eval("1").asLong()).isEqualTo(1);
      }
    }

    @Test
    void stop_what_takes_too_many_steps_or_prints_too_much() {
      try (PythonProcess small =
          PythonProcess.builder().stepLimit(10_000).outputLimit(1_000).start()) {
        assertThatThrownBy(() -> small.run("while True: print('x' * 100)"))
            .isInstanceOf(LimitReached.class)
            .hasMessageContaining("wrote");
        assertThatThrownBy(() -> small.run("while True: pass"))
            .isInstanceOf(LimitReached.class)
            .hasMessageContaining("instructions");
      }
    }

    @Test
    void of_memory_raise_memory_error() {
      try (PythonProcess small = PythonProcess.builder().memoryLimit(1 << 25).start()) {
        assertThatThrownBy(() -> small.run("[0] * 10 ** 8")).hasMessage("MemoryError");
      }
    }
  }

  @Test
  void is_over_once_closed() {
    process.close();

    assertThatThrownBy(() -> process.run("1")).hasMessageContaining("closed");
  }
}
