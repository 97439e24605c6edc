package gradus.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import gradus.harness.result.CheckResult;
import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.TaskResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report for programs. Fields and their order are fixed and described by {@code
 * grading.schema.json} beside this class; the same grading gives the same bytes.
 */
public final class JsonReport implements ReportWriter {
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  @Override
  public String render(GradingResult result) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(TWO_SPACES)
              .withArrayIndenter(TWO_SPACES));
      json.setCharacterEscapes(new NoWorkflowCommands());
      grading(json, result);
    } catch (IOException e) {
      throw new UncheckedIOException("a string does not run out of room", e);
    }
    return text.append('\n').toString();
  }

  private static void grading(JsonGenerator json, GradingResult result) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", result.version());
    json.writeStringField("submission", result.submission());
    json.writeNumberField("seed", result.seed());
    json.writeStringField("sandbox", result.sandbox());
    json.writeNumberField("score", result.score());
    json.writeNumberField("maxScore", result.maxScore());
    json.writeArrayFieldStart("lessons");
    for (LessonResult lesson : result.lessons()) {
      lesson(json, lesson);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void lesson(JsonGenerator json, LessonResult lesson) throws IOException {
    json.writeStartObject();
    json.writeStringField("lesson", lesson.lesson());
    json.writeStringField("title", lesson.title());
    json.writeNumberField("score", lesson.score());
    json.writeNumberField("maxScore", lesson.maxScore());
    json.writeStringField("outcome", lesson.outcome().name());
    json.writeArrayFieldStart("tasks");
    for (TaskResult task : lesson.tasks()) {
      task(json, task);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void task(JsonGenerator json, TaskResult task) throws IOException {
    json.writeStartObject();
    json.writeStringField("task", task.task());
    json.writeStringField("title", task.title());
    json.writeNumberField("points", task.points());
    json.writeNumberField("maxPoints", task.maxPoints());
    json.writeStringField("outcome", task.outcome().name());
    json.writeArrayFieldStart("checks");
    for (CheckResult check : task.checks()) {
      check(json, check);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void check(JsonGenerator json, CheckResult check) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", check.name());
    json.writeStringField("outcome", check.outcome().name());
    json.writeStringField("message", check.message());
    json.writeFieldName("counterexample");
    if (check.counterexample().isPresent()) {
      counterexample(json, check.counterexample().get());
    } else {
      json.writeNull();
    }
    json.writeNumberField("seed", check.seed());
    json.writeNumberField("millis", check.millis());
    json.writeEndObject();
  }

  private static void counterexample(JsonGenerator json, Counterexample example)
      throws IOException {
    json.writeStartObject();
    strings(json, "calls", example.calls());
    json.writeNumberField("callCount", example.callCount());
    json.writeArrayFieldStart("difference");
    for (Difference row : example.difference()) {
      json.writeStartObject();
      json.writeStringField("observed", row.observed());
      json.writeStringField("expected", row.expected());
      json.writeStringField("actual", row.actual());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("expectedPicture", example.expectedPicture());
    json.writeStringField("actualPicture", example.actualPicture());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /**
   * Writes {@code #} as an escape: GitHub obeys {@code ##[…]} anywhere in a line of a job's output,
   * and a report may be printed there.
   */
  private static final class NoWorkflowCommands extends CharacterEscapes {
    private static final int[] ESCAPES = escapes();

    private static int[] escapes() {
      int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
      escapes['#'] = CharacterEscapes.ESCAPE_STANDARD;
      return escapes;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ESCAPES.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      return null;
    }
  }
}
