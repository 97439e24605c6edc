package gradus.harness.result;

import java.util.List;

/**
 * One lesson of a grading.
 *
 * @param lesson the lesson's folder name
 * @param title the lesson's title
 * @param score points earned
 * @param maxScore points to be had
 * @param outcome the gravest outcome among the tasks
 * @param tasks the tasks in the order of {@code lesson.yaml}
 */
public record LessonResult(
    String lesson, String title, int score, int maxScore, Outcome outcome, List<TaskResult> tasks) {
  public LessonResult {
    tasks = List.copyOf(tasks);
  }
}
