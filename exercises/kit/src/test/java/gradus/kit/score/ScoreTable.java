package gradus.kit.score;

import gradus.kit.score.VisibleCheck.Status;
import java.util.Comparator;
import java.util.List;

/** The page a student reads at the end of {@code mvn test}. */
final class ScoreTable {
  private static final int BAR = 10;

  private final LessonSheet lesson;
  private final List<VisibleCheck> checks;
  private final StringBuilder page = new StringBuilder();

  ScoreTable(LessonSheet lesson, List<VisibleCheck> checks) {
    this.lesson = lesson;
    this.checks = checks;
  }

  /** A block for each failed check, then the table. */
  String text() {
    line("");
    checks.stream()
        .filter(check -> check.status() == Status.FAILED)
        .sorted(Comparator.comparing(this::place))
        .forEach(this::block);
    table();
    return page.toString();
  }

  /** Tasks in the order of the lesson; what belongs to none comes first, for it is in the way. */
  private int place(VisibleCheck check) {
    return lesson.tasks().stream().map(LessonSheet.Task::id).toList().indexOf(check.task());
  }

  private void block(VisibleCheck check) {
    line("✗ " + check.task() + ": " + check.name());
    check.story().lines().forEach(words -> line("    " + words));
    line("");
  }

  private void table() {
    int id = width("task", lesson.tasks().stream().map(LessonSheet.Task::id).toList());
    int title = width("title", lesson.tasks().stream().map(LessonSheet.Task::title).toList());
    String row = "  %-" + id + "s  %-" + title + "s  %-" + BAR + "s  %7s  %7s  %s";
    line(lesson.lesson() + ": the visible checks");
    line(row.formatted("task", "title", "", "checks", "points", "next to read"));
    lesson.tasks().forEach(task -> line(row(row, task)));
    line("  About a third of the checks are visible; grading runs all of them.");
  }

  private static int width(String heading, List<String> words) {
    return words.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
  }

  private String row(String format, LessonSheet.Task task) {
    List<VisibleCheck> mine = checks.stream().filter(c -> c.task().equals(task.id())).toList();
    int passed = (int) mine.stream().filter(VisibleCheck::passed).count();
    return format.formatted(
        task.id(),
        task.title(),
        bar(passed, mine.size()),
        passed + "/" + mine.size(),
        share(task.points(), passed, mine.size()) + "/" + task.points(),
        next(task, mine));
  }

  private static String bar(int passed, int all) {
    int full = share(BAR, passed, all);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  /** Rounded down, so that only a finished task shows all its points. */
  private static int share(int whole, int passed, int all) {
    return all == 0 ? 0 : whole * passed / all;
  }

  private String next(LessonSheet.Task task, List<VisibleCheck> mine) {
    if (mine.isEmpty()) {
      return "(not run)";
    }
    if (mine.stream().allMatch(VisibleCheck::passed)) {
      return "";
    }
    boolean begun = mine.stream().anyMatch(check -> check.status() != Status.NOT_WRITTEN);
    return lesson.hintFor(task) + (begun ? "" : "  (not written yet)");
  }

  private void line(String words) {
    page.append(words.stripTrailing()).append('\n');
  }
}
