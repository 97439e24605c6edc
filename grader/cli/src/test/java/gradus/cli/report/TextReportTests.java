package gradus.cli.report;

import static gradus.cli.SampleGradings.failed;
import static gradus.cli.SampleGradings.grading;
import static gradus.cli.SampleGradings.passed;
import static gradus.cli.SampleGradings.task;
import static gradus.cli.SampleGradings.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.cli.SampleGradings;
import gradus.harness.result.CheckResult;
import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import gradus.harness.result.GradingResult;
import gradus.harness.result.Outcome;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TextReportTests {
  private final TextReport plain = new TextReport(Paint.PLAIN);

  @Nested
  final class A_first_attempt {
    private final String page = plain.render(SampleGradings.firstAttempt());

    @Test
    void reads_as_the_golden_page_does() {
      assertThat(page).isEqualTo(Golden.text("first-attempt.txt"));
    }

    @Test
    void lists_every_task_once() {
      assertThat(page.lines().filter(line -> line.startsWith("  ") && line.contains("░")))
          .hasSize(5);
    }

    @Test
    void stays_plain_without_a_terminal() {
      assertThat(page).doesNotContain("\u001b");
    }
  }

  @Nested
  final class Colour {
    @Test
    void appears_on_a_terminal_and_changes_no_word() {
      GradingResult result = SampleGradings.firstAttempt();
      String coloured = new TextReport(Paint.ANSI).render(result);
      assertThat(coloured).contains("\u001b[31m✗\u001b[0m", "\u001b[32m██████████\u001b[0m");
      assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain.render(result));
    }
  }

  @Nested
  final class A_block {
    @Test
    void puts_tall_pictures_below_the_table() {
      String page = block(List.of(new Difference("size", "1", "2")), "[0]\n ^", "[0 1]\n   ^");
      assertThat(page)
          .contains("      expected                  1\n")
          .contains("    expected\n      [0]\n       ^\n    yours\n      [0 1]\n         ^\n");
    }

    @Test
    void tells_wide_rows_one_below_the_other() {
      String wide = "x".repeat(90);
      String page =
          block(List.of(new Difference("all", wide, "y" + wide), row("size", "3")), "", "");
      assertThat(page)
          .contains("    all\n      expected  " + wide + "\n      yours     y" + wide + "\n")
          .contains("    size (agrees)\n      expected  3\n");
    }

    @Test
    void names_an_outcome_that_is_no_wrong_answer() {
      assertThat(plain.render(SampleGradings.withFault()))
          .contains("    grader fault: no worker\n");
      assertThat(render(failed("runs", Outcome.CRASHED, "", 5))).contains("    crashed\n");
    }

    @Test
    void prints_a_plain_wrong_answer_as_its_message() {
      String message = "capacity(9, 8)\n  expected 16\n  yours    17";
      assertThat(render(failed("grows", Outcome.WRONG_ANSWER, message, 5)))
          .contains("    capacity(9, 8)\n      expected 16\n      yours    17\n");
    }

    @Test
    void counts_a_single_call_in_the_singular() {
      assertThat(block(List.of(row("size", "1")), "", ""))
          .contains("a.append(1)")
          .contains("1 call\n");
    }

    @Test
    void cuts_a_call_with_very_many_arguments() {
      Counterexample wide =
          new Counterexample(List.of("a.extend(" + "1, ".repeat(99)), 1, List.of(), "", "");
      assertThat(render(wrong("p", 5, wide)).lines())
          .anyMatch(line -> line.matches(" {6}a.extend\\(1, .{77}…  1 call"));
    }

    @Test
    void leaves_out_an_empty_table() {
      assertThat(block(List.of(), "", "")).doesNotContain("after the last call");
    }

    private Difference row(String name, String value) {
      return new Difference(name, value, value);
    }

    private String block(List<Difference> rows, String expected, String actual) {
      return render(
          wrong("p", 5, new Counterexample(List.of("a.append(1)"), 1, rows, expected, actual)));
    }

    private String render(CheckResult check) {
      return plain.render(grading("s", task("array", "The array", check)));
    }
  }

  @Nested
  final class A_bar {
    @Test
    void is_full_only_with_every_point() {
      String page =
          plain.render(
              grading(
                  "s",
                  task("a", "A", passed("p", 99), failed("q", Outcome.NOT_RUN, "", 1)),
                  task("b", "B"),
                  task("c", "C", passed("p", 100))));
      assertThat(page)
          .contains("99/100  █████████░  not run", "0/0  ░░░░░░░░░░", "100/100  ██████████");
    }
  }

  @Test
  void a_note_comes_before_the_score() {
    GradingResult r = SampleGradings.perfect();
    GradingResult noted =
        new GradingResult(
            1, r.submission(), 7, "process", 15, 15, r.lessons(), List.of("ignored pom.xml"));
    assertThat(plain.render(noted))
        .endsWith("note: ignored pom.xml\nsolutions  15 / 15 points   seed 7   sandbox: process\n");
  }
}
