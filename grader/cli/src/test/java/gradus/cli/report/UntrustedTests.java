package gradus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.cli.SampleGradings;
import gradus.harness.result.CheckResult;
import gradus.harness.result.Counterexample;
import gradus.harness.result.GradingResult;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class UntrustedTests {

  @Nested
  final class A_line {
    @ParameterizedTest
    @CsvSource({
      "1b, \\u001b", // starts a terminal escape
      "0, \\u0000",
      "7f, \\u007f",
      "9b, \\u009b", // the one-byte form of ESC [
      "a, \\u000a",
      "d, \\u000d",
      "202e, \\u202e", // turns the direction of what follows
      "200b, \\u200b",
      "2028, \\u2028",
      "d800, \\ud800", // half a pair
      "ffff, \\uffff",
      "e0041, \\u{e0041}", // a tag, invisible
    })
    void shows_what_steers_as_an_escape(String point, String shown) {
      String text = "a" + new String(Character.toChars(Integer.parseInt(point, 16))) + "b";
      assertThat(Untrusted.line(text)).isEqualTo("a" + shown + "b");
    }

    @Test
    void keeps_every_ordinary_letter() {
      String text = "naïve – 日本 · 😀 \\ % <b>";
      assertThat(Untrusted.line(text)).isEqualTo(text);
    }

    @Test
    void is_cut() {
      assertThat(Untrusted.line("x".repeat(1_000_000))).hasSize(301).endsWith("x…");
    }
  }

  @Nested
  final class A_message {
    @Test
    void keeps_its_lines_and_loses_carriage_returns() {
      assertThat(Untrusted.lines("one\r\n two\n\n", 100)).isEqualTo("one\n two");
    }
  }

  @Nested
  final class A_grading {
    @ParameterizedTest
    @EnumSource(Format.class)
    void shows_no_control_character_in_any_format(Format format) {
      GradingResult hostile = SampleGradings.saying("\u001b[2J\u0007\u202e\u0085\ud83d");
      String report = format.writer().render(Untrusted.cleaned(hostile));
      assertThat(report.chars().filter(c -> c != '\n' && Character.isISOControl(c))).isEmpty();
      assertThat(report).doesNotContain("\u202e", "\ud83d");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void stays_short_in_every_format(Format format) {
      GradingResult hostile = SampleGradings.saying("y".repeat(10_000_000));
      assertThat(format.writer().render(Untrusted.cleaned(hostile))).hasSizeLessThan(40_000);
    }

    @Test
    void keeps_both_ends_of_a_long_run() {
      List<String> calls = IntStream.range(0, 500).mapToObj(i -> "a.append(" + i + ")").toList();
      CheckResult check =
          SampleGradings.wrong("p", 5, new Counterexample(calls, 500, List.of(), "", ""));
      GradingResult result = SampleGradings.grading("s", SampleGradings.task("t", "T", check));
      assertThat(callsOf(Untrusted.cleaned(result)))
          .hasSize(61)
          .startsWith("a.append(0)", "a.append(1)")
          .contains("… 440 lines left out")
          .endsWith("a.append(498)", "a.append(499)");
    }

    @Test
    void without_anything_hostile_stays_as_it_is() {
      assertThat(Untrusted.cleaned(SampleGradings.firstAttempt()))
          .isEqualTo(SampleGradings.firstAttempt());
    }

    private List<String> callsOf(GradingResult result) {
      CheckResult check = result.lessons().get(0).tasks().get(0).checks().get(0);
      return check.counterexample().orElseThrow().calls();
    }
  }
}
