package gradus.cli.report;

import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;

/** What a person reads: a table of every task, then one block for each check that went wrong. */
public final class TextReport implements ReportWriter {
  private static final int WIDTH = 80;
  private static final int BAR = 10;
  private static final int MIN_TASK_WIDTH = 14;

  private final Paint paint;

  /**
   * A text report.
   *
   * @param paint colour, where the reader is a terminal
   */
  public TextReport(Paint paint) {
    this.paint = paint;
  }

  @Override
  public String render(GradingResult result) {
    StringBuilder page = new StringBuilder();
    result.lessons().forEach(lesson -> lesson(page, lesson));
    result.notes().forEach(note -> page.append("note: ").append(note).append('\n'));
    return page.append(lastLine(result)).append('\n').toString();
  }

  private void lesson(StringBuilder page, LessonResult lesson) {
    String score = lesson.score() + " / " + lesson.maxScore();
    String gap = " ".repeat(Math.max(2, WIDTH - lesson.lesson().length() - score.length()));
    page.append(paint.strong(lesson.lesson() + gap + score)).append('\n');
    int width =
        lesson.tasks().stream()
            .mapToInt(task -> task.task().length())
            .reduce(MIN_TASK_WIDTH, Math::max);
    lesson.tasks().forEach(task -> page.append(row(task, width)).append('\n'));
    page.append('\n');
    for (CheckGroup group : CheckGroup.explained(lesson)) {
      page.append(new CheckBlock(group, WIDTH, paint).text()).append('\n');
    }
  }

  private String row(TaskResult task, int width) {
    String points = task.points() + "/" + task.maxPoints();
    String outcome = task.outcome() == Outcome.PASSED ? "" : "  " + task.outcome().words();
    return "  %s%s%7s  %s%s"
        .formatted(
            task.task(), " ".repeat(width - task.task().length()), points, bar(task), outcome);
  }

  /** Ten cells; the last one fills only when every point is there. */
  private String bar(TaskResult task) {
    int full = task.maxPoints() == 0 ? 0 : BAR * task.points() / task.maxPoints();
    return paint.good("█".repeat(full)) + paint.faint("░".repeat(BAR - full));
  }

  private String lastLine(GradingResult result) {
    String facts = "   seed " + result.seed() + "   sandbox: " + result.sandbox();
    return paint.strong(
            result.submission() + "  " + result.score() + " / " + result.maxScore() + " points")
        + paint.faint(facts);
  }
}
