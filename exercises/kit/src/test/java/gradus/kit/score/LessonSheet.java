package gradus.kit.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the score needs to know of a lesson.
 *
 * <p>{@code lesson.yaml} is read here with two patterns, not with a YAML library: a student's build
 * should download no more than it must, and the grader, which reads the file in full, refuses one
 * that strays from the plain shape.
 *
 * @param lesson the lesson's folder name
 * @param tasks the tasks in order
 * @param hints the headings of {@code hints.md} as GitHub's anchors
 */
record LessonSheet(String lesson, List<Task> tasks, List<String> hints) {
  private static final Pattern FIELD =
      Pattern.compile("\\b(id|title|points):\\s*(\"[^\"]*\"|'[^']*'|[^,}#]+)");
  private static final Pattern HEADING = Pattern.compile("^#+\\s+(.*)$");

  /** A task as the table shows it. */
  record Task(String id, String title, int points) {}

  static LessonSheet of(Path lesson) throws IOException {
    return new LessonSheet(
        lesson.toRealPath().getFileName().toString(),
        tasks(linesOf(lesson.resolve("lesson.yaml"))),
        anchors(linesOf(lesson.resolve("hints.md"))));
  }

  private static List<String> linesOf(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static List<Task> tasks(List<String> lines) {
    List<Task> tasks = new ArrayList<>();
    boolean inTasks = false;
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith(" ") && !line.startsWith("-")) {
        inTasks = line.startsWith("tasks:");
      } else if (inTasks) {
        readFields(line, tasks);
      }
    }
    return tasks;
  }

  private static void readFields(String line, List<Task> tasks) {
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      String value = field.group(2).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
      if (field.group(1).equals("id")) {
        tasks.add(new Task(value, value, 0));
      } else if (!tasks.isEmpty()) {
        Task last = tasks.remove(tasks.size() - 1);
        tasks.add(
            field.group(1).equals("title")
                ? new Task(last.id(), value, last.points())
                : new Task(last.id(), last.title(), Integer.parseInt(value)));
      }
    }
  }

  private static List<String> anchors(List<String> lines) {
    return lines.stream()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .map(heading -> anchor(heading.group(1)))
        .toList();
  }

  /** The anchor GitHub gives a heading. */
  private static String anchor(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  /** Where the hints for a task begin: a heading that names its id, or else its title. */
  String hintFor(Task task) {
    return heading(anchor(task.id()))
        .or(() -> heading(anchor(task.title())))
        .map(anchor -> "hints.md#" + anchor)
        .orElse("hints.md");
  }

  private Optional<String> heading(String name) {
    Pattern words = Pattern.compile("(^|.*-)" + Pattern.quote(name) + "(-.*|$)");
    return hints.stream().filter(anchor -> words.matcher(anchor).matches()).findFirst();
  }
}
