package gradus.cli.report;

import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.nio.charset.StandardCharsets;

/** A page for GitHub's step summary: a table a lesson, and a fold for each wrong check. */
final class MarkdownReport implements ReportWriter {
  private static final int WIDTH = 80;

  /** GitHub drops a summary beyond 1 MiB; this leaves room for what a workflow adds. */
  private static final int MAX_BYTES = 900_000;

  @Override
  public String render(GradingResult result) {
    StringBuilder page = new StringBuilder();
    page.append("# %s: %d / %d\n\n".formatted(name(result), result.score(), result.maxScore()));
    result.lessons().forEach(lesson -> lesson(page, lesson));
    for (LessonResult lesson : result.lessons()) {
      CheckGroup.explained(lesson).forEach(group -> fold(page, group));
    }
    result.notes().forEach(note -> page.append("> ").append(Markup.words(note)).append("\n>\n"));
    page.append("\nseed %d · sandbox: %s\n".formatted(result.seed(), result.sandbox()));
    return page.toString();
  }

  private static String name(GradingResult result) {
    return Markup.words(result.submission());
  }

  private static void lesson(StringBuilder page, LessonResult lesson) {
    String title = Markup.words(lesson.title());
    page.append("## %s: %d / %d\n\n".formatted(title, lesson.score(), lesson.maxScore()));
    page.append("| task | | points | |\n| --- | --- | ---: | --- |\n");
    lesson.tasks().forEach(task -> page.append(row(task)));
    page.append('\n');
  }

  private static String row(TaskResult task) {
    return "| %s | %s | %d / %d | %s |\n"
        .formatted(
            Markup.words(task.task()),
            Markup.words(task.title()),
            task.points(),
            task.maxPoints(),
            task.outcome() == Outcome.PASSED ? "✓" : task.outcome().words());
  }

  private static void fold(StringBuilder page, CheckGroup group) {
    String subject = Markup.words(group.task().task() + ": " + group.subject());
    String block = Markup.escaped(new CheckBlock(group, WIDTH, Paint.PLAIN).text());
    String fold =
        "<details><summary>✗ %s</summary>\n\n<pre>\n%s</pre>\n\n</details>\n\n"
            .formatted(subject, block);
    if (bytes(page) + bytes(fold) < MAX_BYTES) {
      page.append(fold);
    }
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
