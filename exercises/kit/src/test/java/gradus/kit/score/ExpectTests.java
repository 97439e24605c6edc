package gradus.kit.score;

import static gradus.kit.score.Expect.expect;
import static gradus.kit.score.Expect.expectError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.kit.PyError;
import gradus.kit.Todo;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExpectTests {
  private static final PyError EMPTY = new PyError("IndexError", "pop from empty list");

  @Nested
  class A_value {
    @Test
    void may_come() {
      assertThatCode(() -> expect("a.size()", 3, () -> 3)).doesNotThrowAnyException();
      assertThatCode(() -> expect("a.items()", new long[] {1}, () -> new long[] {1}))
          .doesNotThrowAnyException();
    }

    @Test
    void that_differs_is_told_in_a_block_without_a_frame_of_the_kit() {
      assertThatThrownBy(() -> expect("rule.capacity(8, 8, 9)", 16L, () -> 17L))
          .isInstanceOf(Mismatch.class)
          .hasMessageContaining(
              String.join(
                  System.lineSeparator(),
                  "called     rule.capacity(8, 8, 9)",
                  "expected   16",
                  "came       17"))
          .satisfies(
              failure -> {
                for (StackTraceElement frame : failure.getStackTrace()) {
                  assertThat(frame.getFileName()).isEqualTo("ExpectTests.java");
                }
              });
    }

    @Test
    void of_an_array_is_shown_with_its_elements() {
      assertThatThrownBy(() -> expect("a.items()", new long[] {1, 2}, () -> new long[] {1}))
          .hasMessageContaining("[1, 2]")
          .hasMessageContaining("[1]");
    }

    @Test
    void may_not_be_an_exception() {
      assertThatThrownBy(
              () ->
                  expect(
                      "a.size()",
                      3,
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .isInstanceOf(Mismatch.class)
          .hasMessageContaining("came       java.lang.IllegalStateException: broken");
    }
  }

  @Nested
  class An_error {
    @Test
    void may_come() {
      assertThatCode(
              () ->
                  expectError(
                      List.of("a.pop()"),
                      EMPTY,
                      () -> {
                        throw EMPTY;
                      }))
          .doesNotThrowAnyException();
    }

    @Test
    void that_does_not_come_is_told() {
      assertThatThrownBy(() -> expectError(List.of("a = new A()", "a.pop()"), EMPTY, () -> {}))
          .hasMessageContaining(
              String.join(
                  System.lineSeparator(),
                  "called     a = new A()",
                  "           a.pop()",
                  "expected   IndexError: pop from empty list",
                  "came       no error"));
    }
  }

  @Test
  void a_stub_is_let_through() {
    assertThatThrownBy(
            () ->
                expect(
                    "a.size()",
                    3,
                    () -> {
                      throw new Todo();
                    }))
        .isInstanceOf(Todo.class);
  }
}
