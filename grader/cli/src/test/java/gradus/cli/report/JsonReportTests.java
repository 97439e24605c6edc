package gradus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import gradus.cli.SampleGradings;
import gradus.harness.result.GradingResult;
import gradus.harness.result.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReportTests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Golden.text("grading.schema.json"));

  private final JsonReport writer = new JsonReport();

  @Test
  void reads_as_the_golden_file_does() {
    assertThat(writer.render(SampleGradings.firstAttempt()))
        .isEqualTo(Golden.text("first-attempt.json"));
  }

  @Test
  void gives_the_same_bytes_for_the_same_grading() {
    assertThat(writer.render(SampleGradings.firstAttempt()))
        .isEqualTo(writer.render(SampleGradings.firstAttempt()));
  }

  @Nested
  final class The_schema {
    @ParameterizedTest
    @ValueSource(strings = {"first attempt", "perfect", "fault", "empty"})
    void admits_what_is_written(String kind) throws Exception {
      GradingResult result =
          switch (kind) {
            case "first attempt" -> SampleGradings.firstAttempt();
            case "perfect" -> SampleGradings.perfect();
            case "fault" -> SampleGradings.withFault();
            default -> new GradingResult(1, "s", 1, "bubblewrap", 0, 0, List.of(), List.of());
          };
      assertThat(SCHEMA.validate(JSON.readTree(writer.render(result)))).isEmpty();
    }

    @Test
    void refuses_a_field_it_does_not_know() throws Exception {
      JsonNode report = JSON.readTree(writer.render(SampleGradings.perfect()));
      ((ObjectNode) report).put("grade", "A");
      assertThat(SCHEMA.validate(report)).hasSize(1);
    }

    @Test
    void knows_every_outcome_and_no_other() throws Exception {
      JsonNode words = JSON.readTree(Golden.text("grading.schema.json")).at("/$defs/outcome/enum");
      assertThat(StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText))
          .containsExactlyElementsOf(Arrays.stream(Outcome.values()).map(Enum::name).toList());
    }
  }

  @Nested
  final class Hostile_text {
    @Test
    void comes_back_as_it_was_without_a_workflow_command_on_any_line() throws Exception {
      String hostile = "\n::error::forged ##[error]forged \"}]";
      String report = writer.render(SampleGradings.saying(hostile));
      assertThat(report).doesNotContain("##[");
      assertThat(report.lines().map(String::strip)).noneMatch(line -> line.startsWith("::"));
      assertThat(JSON.readTree(report).at("/lessons/0/tasks/0/checks/1/message").asText())
          .isEqualTo(hostile);
    }

    @Test
    void with_half_a_surrogate_pair_is_still_unicode_once_cleaned() throws Exception {
      String report = writer.render(Untrusted.cleaned(SampleGradings.saying("\ud800")));
      assertThat(JSON.readTree(report).at("/submission").asText()).isEqualTo("\\ud800");
    }
  }
}
