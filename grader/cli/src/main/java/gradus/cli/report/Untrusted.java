package gradus.cli.report;

import gradus.harness.result.CheckResult;
import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.TaskResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes text that may have come from a submission safe to show: short, and without a character that
 * a terminal or a page would obey instead of show.
 *
 * <p>Every text of a result is treated alike, for a folder name or a printed value can carry an
 * escape sequence as well as an exception's message can.
 */
public final class Untrusted {
  private static final int WORDS = 300;
  private static final int MESSAGE = 4_000;
  private static final int PICTURE = 4_000;
  private static final int CALLS = 60;
  private static final int ROWS = 40;
  private static final int NOTES = 50;
  private static final String CUT = "…";

  private Untrusted() {}

  /** The same grading with every text cleaned and cut. */
  public static GradingResult cleaned(GradingResult result) {
    return new GradingResult(
        result.version(),
        line(result.submission()),
        result.seed(),
        line(result.sandbox()),
        result.score(),
        result.maxScore(),
        result.lessons().stream().map(Untrusted::cleaned).toList(),
        result.notes().stream().limit(NOTES).map(Untrusted::line).toList());
  }

  private static LessonResult cleaned(LessonResult lesson) {
    return new LessonResult(
        line(lesson.lesson()),
        line(lesson.title()),
        lesson.score(),
        lesson.maxScore(),
        lesson.outcome(),
        lesson.tasks().stream().map(Untrusted::cleaned).toList());
  }

  private static TaskResult cleaned(TaskResult task) {
    return new TaskResult(
        line(task.task()),
        line(task.title()),
        task.points(),
        task.maxPoints(),
        task.outcome(),
        task.checks().stream().map(Untrusted::cleaned).toList());
  }

  private static CheckResult cleaned(CheckResult check) {
    return new CheckResult(
        line(check.name()),
        check.outcome(),
        lines(check.message(), MESSAGE),
        check.counterexample().map(Untrusted::cleaned),
        check.points(),
        check.maxPoints(),
        check.seed(),
        check.millis());
  }

  private static Counterexample cleaned(Counterexample example) {
    return new Counterexample(
        calls(example.calls()),
        example.callCount(),
        example.difference().stream().limit(ROWS).map(Untrusted::cleaned).toList(),
        lines(example.expectedPicture(), PICTURE),
        lines(example.actualPicture(), PICTURE));
  }

  private static Difference cleaned(Difference row) {
    return new Difference(line(row.observed()), line(row.expected()), line(row.actual()));
  }

  /** The first and the last calls where there are too many: both ends tell the story. */
  private static List<String> calls(List<String> calls) {
    List<String> shown = calls.stream().limit(CALLS).map(Untrusted::line).toList();
    if (calls.size() <= CALLS) {
      return shown;
    }
    List<String> ends = new ArrayList<>(shown.subList(0, CALLS / 2));
    ends.add(CUT + " " + (calls.size() - CALLS) + " lines left out");
    calls.subList(calls.size() - CALLS / 2, calls.size()).stream()
        .map(Untrusted::line)
        .forEach(ends::add);
    return ends;
  }

  /** One harmless line of at most 300 characters. */
  public static String line(String text) {
    return escaped(text.strip(), WORDS, false);
  }

  /** Harmless lines, of at most {@code limit} characters in all. */
  static String lines(String text, int limit) {
    return escaped(text.stripTrailing(), limit, true);
  }

  private static String escaped(String text, int limit, boolean keepLineFeeds) {
    StringBuilder safe = new StringBuilder(Math.min(text.length(), limit) + 8);
    for (int at = 0; at < text.length(); ) {
      if (safe.length() >= limit) {
        return safe.append(CUT).toString();
      }
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (shows(point) || (point == '\n' && keepLineFeeds)) {
        safe.appendCodePoint(point);
      } else if (point != '\r' || !keepLineFeeds) {
        safe.append(String.format(point > 0xffff ? "\\u{%x}" : "\\u%04x", point));
      }
    }
    return safe.toString();
  }

  /** False for what steers a terminal or the direction of text, and for what XML cannot hold. */
  private static boolean shows(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
