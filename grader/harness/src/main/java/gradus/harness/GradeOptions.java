package gradus.harness;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one grading is asked for.
 *
 * @param lessons the lessons to grade; none stands for all that the submission holds
 * @param seed replays an earlier grading; by default it follows from the sources, so that the same
 *     sources always get the same verdict
 * @param shareOutput whether messages carry the text of a student's exceptions, and notes what was
 *     printed. Both may repeat hidden inputs: for instructors only
 * @param progress is told how it gets on
 */
public record GradeOptions(
    List<String> lessons, OptionalLong seed, boolean shareOutput, Progress progress) {
  /** All lessons, the usual seed, nothing that leaks, no progress. */
  public static final GradeOptions DEFAULT =
      new GradeOptions(List.of(), OptionalLong.empty(), false, Progress.SILENT);

  public GradeOptions {
    lessons = List.copyOf(lessons);
  }

  /** The same, but only these lessons. */
  public GradeOptions withLessons(List<String> changed) {
    return new GradeOptions(changed, seed, shareOutput, progress);
  }

  /** The same with another seed. */
  public GradeOptions withSeed(long changed) {
    return new GradeOptions(lessons, OptionalLong.of(changed), shareOutput, progress);
  }

  /** The same with the text of exceptions and the output shown or not. */
  public GradeOptions withOutputShared(boolean changed) {
    return new GradeOptions(lessons, seed, changed, progress);
  }

  /** The same with another listener. */
  public GradeOptions withProgress(Progress changed) {
    return new GradeOptions(lessons, seed, shareOutput, changed);
  }
}
