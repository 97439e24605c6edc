package gradus.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTests {

  private static final int ENOUGH = 1000;

  private static String shrink(String text, Predicate<String> holds) {
    return Shrinker.shrink(text, ENOUGH, holds);
  }

  @Test
  void takes_out_lines_with_what_is_under_them() {
    assertThat(shrink("if a:\n    b\n    c\nx = 1\nwhile d:\n    e\n", t -> t.contains("x = 1")))
        .isEqualTo("x = 1");
  }

  @Test
  void lifts_out_what_is_under_a_line() {
    assertThat(shrink("def f():\n    if a:\n        b\n", text -> text.matches("(?s).*\\bb\\b.*")))
        .isEqualTo("b");
  }

  @Test
  void empties_brackets() {
    assertThat(shrink("f(1, [2, 3], (4 + 5))", text -> text.matches("f\\(.*\\)"))).isEqualTo("f()");
  }

  @Test
  void keeps_what_does_not_hold_without_any_of_its_parts() {
    String text = "a = {1: 2}\n";
    assertThat(shrink(text, text::equals)).isEqualTo(text);
  }

  @Test
  void stops_after_so_many_tries() {
    assertThat(Shrinker.shrink("a\nb\nc\n", 0, text -> true)).isEqualTo("a\nb\nc\n");
  }
}
