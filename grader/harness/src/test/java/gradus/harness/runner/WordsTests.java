package gradus.harness.runner;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTests {
  @Test
  void steer_no_terminal() {
    assertThat(Words.line("a\u001b[31mred\u0000\u202Eg\u2028nol"))
        .isEqualTo("a\\u001b[31mred\\u0000\\u202eg\\u2028nol");
  }

  @Test
  void of_a_line_run_together_and_are_cut() {
    assertThat(Words.line("  one\n\n  two\t three ")).isEqualTo("one two three");
    assertThat(Words.line("x".repeat(10_000))).hasSize(301).endsWith("x…");
  }

  @Test
  void of_a_picture_keep_their_lines() {
    assertThat(Words.block("[1 2]\n  ^\u0007")).isEqualTo("[1 2]\n  ^\\u0007");
    assertThat(Words.block("x\n".repeat(100)).lines()).hasSize(40);
    assertThat(Words.block("x".repeat(1000))).hasSize(301);
  }

  @Test
  void of_a_class_are_its_simple_name() {
    assertThat(Words.className("java.util.Map$Entry")).isEqualTo("Map.Entry");
    assertThat(Words.className("evil.\u001b[2J")).isEqualTo("2J");
    assertThat(Words.className("")).isEqualTo("an exception");
    assertThat(Words.className("x".repeat(500))).hasSize(80);
  }

  @Test
  void of_a_counterexample_are_all_made_fit() {
    Counterexample shown =
        Words.shown(
            new Counterexample(
                Collections.nCopies(200, "a.f(\"\u0007\")"),
                200,
                List.of(new Difference("size", "1", "\u0007")),
                "",
                "\u0007"));
    assertThat(shown.calls()).hasSize(60).contains("a.f(\"\\u0007\")");
    assertThat(shown.difference()).containsExactly(new Difference("size", "1", "\\u0007"));
    assertThat(shown.actualPicture()).isEqualTo("\\u0007");
  }

  @Test
  void of_a_time_are_seconds() {
    assertThat(Watchdog.inSeconds(Duration.ofSeconds(2))).isEqualTo("2 s");
    assertThat(Watchdog.inSeconds(Duration.ofMillis(1500))).isEqualTo("1.5 s");
  }

  @Test
  void of_a_place_are_a_line_that_exists() {
    SourceLines lines = new SourceLines(Map.of("Growth.java", 20));
    assertThat(lines.firstOf(List.of("a.B.c(Growth.java:21)", "a.B.c(Growth.java:20)")))
        .hasValue("Growth.java:20");
    assertThat(lines.firstOf(List.of("a.B.c(secret.java:1)", "no place", "x(Growth.java:0)")))
        .isEmpty();
  }
}
