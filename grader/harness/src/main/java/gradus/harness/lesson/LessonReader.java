package gradus.harness.lesson;

import gradus.harness.lesson.Lesson.Limits;
import gradus.harness.lesson.Lesson.Task;
import gradus.harness.lesson.LessonFile.TaskEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a {@code lesson.yaml} into a lesson that keeps the rules. */
final class LessonReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PACKAGE = Pattern.compile("lessons\\.[a-z][a-z0-9]*");
  private static final Pattern SOURCE = Pattern.compile("([a-z][a-z0-9]*/)*[A-Z]\\w*\\.java");

  private final String where;
  private final Set<String> known = new HashSet<>();

  /**
   * Prepares to read one lesson.
   *
   * @param where the file's name as messages give it
   */
  LessonReader(String where) {
    this.where = where;
  }

  Lesson read(LessonFile file, String folder) {
    String id = given("id", file.id());
    require(id.equals(folder), "id is " + id + ", but the folder is named " + folder);
    String studentPackage = given("package", file.studentPackage());
    require(
        PACKAGE.matcher(studentPackage).matches(),
        "package is " + studentPackage + "; it should look like lessons.dynamicarrays");
    List<Task> tasks = tasks(given("tasks", file.tasks()));
    return new Lesson(
        id,
        given("title", file.title()),
        studentPackage,
        tasks,
        orNone(file.forbidden()),
        limits(file));
  }

  private List<Task> tasks(List<TaskEntry> entries) {
    List<Task> tasks = new ArrayList<>();
    for (TaskEntry entry : entries) {
      tasks.add(task(entry));
    }
    int points = tasks.stream().mapToInt(Task::points).sum();
    require(
        points == Lesson.POINTS,
        "the tasks are worth "
            + points
            + " points together; they should be worth "
            + Lesson.POINTS);
    return tasks;
  }

  private Task task(TaskEntry entry) {
    String id = given("id of a task", entry.id());
    require(ID.matcher(id).matches(), "task " + id + ": an id is lower-case words and hyphens");
    int points = given("points of task " + id, entry.points());
    require(points > 0, "task " + id + " is worth " + points + " points; it should be worth some");
    for (String need : orNone(entry.needs())) {
      require(
          known.contains(need), "task " + id + " needs " + need + ", which is no task before it");
    }
    for (String name : given("files of task " + id, entry.files())) {
      require(
          SOURCE.matcher(name).matches(),
          "task " + id + ": " + name + " is no source file in the lesson's package");
    }
    require(known.add(id), "two tasks are named " + id);
    return new Task(
        id,
        given("title of task " + id, entry.title()),
        points,
        orNone(entry.needs()),
        orNone(entry.files()));
  }

  private Limits limits(LessonFile file) {
    Limits limits = file.limits() == null ? Limits.DEFAULT : file.limits().filled();
    boolean positive =
        limits.check().toSeconds() > 0
            && limits.lesson().compareTo(limits.check()) >= 0
            && limits.heapMegabytes() > 0;
    require(positive, "limits should be positive, and a lesson's at least as long as a check's");
    return limits;
  }

  private <V> V given(String field, @Nullable V value) {
    if (value == null) {
      throw wrong(field + " is missing");
    }
    return value;
  }

  private static List<String> orNone(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw wrong(message);
    }
  }

  private LessonException wrong(String message) {
    return new LessonException(where + ": " + message + ".");
  }
}
