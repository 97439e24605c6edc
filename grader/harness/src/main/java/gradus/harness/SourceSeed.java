package gradus.harness;

import gradus.harness.submission.SourceFile;
import gradus.harness.submission.Submission;
import gradus.harness.submission.SubmittedLesson;
import gradus.harness.suite.Seeds;

/** The seed that follows from a submission's sources. */
final class SourceSeed {
  private SourceSeed() {}

  /** A number from 0 to 2³¹ − 1, short enough to type. */
  static long of(Submission submission) {
    long seed = 0;
    for (SubmittedLesson lesson : submission.lessons()) {
      for (SourceFile source : lesson.sources()) {
        seed = Seeds.mix(seed, lesson.lesson(), source.path(), source.text());
      }
    }
    return seed & Integer.MAX_VALUE;
  }
}
