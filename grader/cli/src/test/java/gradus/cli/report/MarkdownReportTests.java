package gradus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.cli.SampleGradings;
import gradus.harness.result.CheckResult;
import gradus.harness.result.GradingResult;
import gradus.harness.result.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MarkdownReportTests {
  private final MarkdownReport writer = new MarkdownReport();

  @Test
  void reads_as_the_golden_page_does() {
    assertThat(writer.render(SampleGradings.firstAttempt()))
        .isEqualTo(Golden.text("first-attempt.md"));
  }

  @Test
  void shows_markup_instead_of_obeying_it() {
    String page =
        writer.render(
            SampleGradings.saying("</pre><script>x</script> [a](b) | @you ::error::x ##[e]"));
    assertThat(page)
        .doesNotContain("<script>", "[a](b) | @you ::", "::error", "##[e]")
        .contains("&lt;/pre&gt;&lt;script&gt;");
    assertThat(page.lines().findFirst().orElseThrow())
        .isEqualTo(
            "# &#60;/pre&#62;&#60;script&#62;x&#60;/script&#62; &#91;a&#93;&#40;b&#41; &#124;"
                + " &#64;you &#58;&#58;error&#58;&#58;x &#35;&#35;&#91;e&#93;: 0 / 15");
  }

  @Test
  void stays_below_what_a_step_summary_holds() {
    CheckResult[] many =
        IntStream.range(0, 500)
            .mapToObj(
                i -> SampleGradings.failed("c" + i, Outcome.CRASHED, i + "é".repeat(3_000), 1))
            .toArray(CheckResult[]::new);
    String page = writer.render(SampleGradings.grading("s", SampleGradings.task("t", "T", many)));
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1 << 20);
    assertThat(page).endsWith("seed 41 · sandbox: process\n");
  }

  @Test
  void quotes_notes() {
    GradingResult r = SampleGradings.perfect();
    GradingResult noted =
        new GradingResult(1, "s", 7, "process", 15, 15, r.lessons(), List.of("ignored <pom>"));
    assertThat(writer.render(noted)).contains("> ignored &#60;pom&#62;\n");
  }
}
