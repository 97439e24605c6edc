package gradus.harness.result;

import java.util.List;

/**
 * A whole grading.
 *
 * @param version the version of this model, raised when a field changes its meaning
 * @param submission the submission's folder name
 * @param seed the seed that replays every random sequence
 * @param sandbox {@code bubblewrap} or {@code process}: where student code ran
 * @param score points earned over all lessons
 * @param maxScore points to be had over all lessons
 * @param lessons the lessons in the order of their names
 * @param notes one-line warnings a reader of the score should know, for example ignored files
 */
public record GradingResult(
    int version,
    String submission,
    long seed,
    String sandbox,
    int score,
    int maxScore,
    List<LessonResult> lessons,
    List<String> notes) {
  /** The current version of the model. */
  public static final int VERSION = 1;

  public GradingResult {
    lessons = List.copyOf(lessons);
    notes = List.copyOf(notes);
  }
}
