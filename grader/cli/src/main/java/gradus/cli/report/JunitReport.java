package gradus.cli.report;

import gradus.harness.result.CheckResult;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * XML in the shape of Surefire's {@code TEST-*.xml}: a suite a lesson, a class a task, a case a
 * check. A wrong answer is a failure, what was not run is skipped, all else is an error.
 */
final class JunitReport implements ReportWriter {
  private static final int WIDTH = 80;

  @Override
  public String render(GradingResult result) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites name=\"%s\">\n".formatted(Markup.attribute(result.submission())));
    result.lessons().forEach(lesson -> suite(xml, result, lesson));
    return xml.append("</testsuites>\n").toString();
  }

  private static void suite(StringBuilder xml, GradingResult result, LessonResult lesson) {
    xml.append(
        "  <testsuite name=\"%s\" time=\"%s\" tests=\"%d\" errors=\"%d\" skipped=\"%d\" failures=\"%d\">\n"
            .formatted(
                Markup.attribute(lesson.lesson()),
                seconds(
                    lesson.tasks().stream()
                        .flatMap(t -> t.checks().stream())
                        .mapToLong(CheckResult::millis)
                        .sum()),
                count(lesson, outcome -> true),
                count(lesson, JunitReport::isError),
                count(lesson, outcome -> outcome == Outcome.NOT_RUN),
                count(lesson, outcome -> outcome == Outcome.WRONG_ANSWER)));
    xml.append("    <properties>\n");
    property(xml, "gradus.seed", Long.toString(result.seed()));
    property(xml, "gradus.sandbox", result.sandbox());
    property(xml, "gradus.score", lesson.score() + "/" + lesson.maxScore());
    xml.append("    </properties>\n");
    for (TaskResult task : lesson.tasks()) {
      task.checks().forEach(check -> testCase(xml, lesson, task, check));
    }
    xml.append("  </testsuite>\n");
  }

  private static void property(StringBuilder xml, String name, String value) {
    xml.append(
        "      <property name=\"%s\" value=\"%s\"/>\n".formatted(name, Markup.attribute(value)));
  }

  private static void testCase(
      StringBuilder xml, LessonResult lesson, TaskResult task, CheckResult check) {
    xml.append(
        "    <testcase name=\"%s\" classname=\"%s\" time=\"%s\""
            .formatted(
                Markup.attribute(check.name()),
                Markup.attribute(lesson.lesson() + "." + task.task()),
                seconds(check.millis())));
    switch (check.outcome()) {
      case PASSED -> xml.append("/>\n");
      case NOT_RUN ->
          xml.append(
              ">\n      <skipped message=\"%s\"/>\n    </testcase>\n".formatted(message(check)));
      case WRONG_ANSWER -> problem(xml, "failure", task, check);
      default -> problem(xml, "error", task, check);
    }
  }

  private static void problem(
      StringBuilder xml, String element, TaskResult task, CheckResult check) {
    CheckGroup alone = new CheckGroup(task, List.of(check));
    xml.append(
        ">\n      <%s message=\"%s\" type=\"%s\">%s</%s>\n    </testcase>\n"
            .formatted(
                element,
                message(check),
                check.outcome(),
                Markup.escaped(new CheckBlock(alone, WIDTH, Paint.PLAIN).text()),
                element));
  }

  private static String message(CheckResult check) {
    String words = check.message().isEmpty() ? check.outcome().words() : check.message();
    return Markup.attribute(words);
  }

  private static boolean isError(Outcome outcome) {
    return outcome != Outcome.PASSED
        && outcome != Outcome.NOT_RUN
        && outcome != Outcome.WRONG_ANSWER;
  }

  private static long count(LessonResult lesson, Predicate<Outcome> wanted) {
    return lesson.tasks().stream()
        .flatMap(task -> task.checks().stream())
        .map(CheckResult::outcome)
        .filter(wanted)
        .count();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }
}
