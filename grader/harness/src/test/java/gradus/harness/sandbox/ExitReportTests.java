package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.result.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitReportTests {
  @ParameterizedTest
  @CsvSource({
    "0, CRASHED, ended itself with exit code 0",
    "3, OUT_OF_MEMORY, ran out of memory",
    "42, CRASHED, ended itself with exit code 42",
    "134, CRASHED, crashed its Java virtual machine",
    "137, CRASHED, system killed the program",
    "139, CRASHED, crashed its Java virtual machine",
    "152, TIMEOUT, used up its CPU time",
    "159, SANDBOX_VIOLATION, sandbox stopped the program",
  })
  void an_exit_code_has_an_outcome_and_a_sentence(int code, Outcome outcome, String sentence) {
    ExitReport report = new ExitReport(code, false, "", "");
    assertThat(report.outcome()).isEqualTo(outcome);
    assertThat(report.message()).contains(sentence).endsWith(".").doesNotContain("\n");
  }

  @Test
  void a_program_that_the_grader_stopped_took_too_long() {
    ExitReport report = new ExitReport(137, true, "", "");
    assertThat(report.outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(report.message()).contains("stopped by the grader");
  }
}
