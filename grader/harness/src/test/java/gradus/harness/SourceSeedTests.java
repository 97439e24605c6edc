package gradus.harness;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.submission.SourceFile;
import gradus.harness.submission.Submission;
import gradus.harness.submission.SubmittedLesson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceSeedTests {
  private static long seed(String folder, String path, String text) {
    SubmittedLesson lesson =
        new SubmittedLesson("tiny", List.of(new SourceFile(path, text)), List.of());
    return SourceSeed.of(new Submission(Path.of(folder), List.of(lesson), List.of()));
  }

  @Test
  void is_the_same_for_the_same_sources_wherever_they_lie() {
    assertThat(seed("here", "A.java", "class A {}"))
        .isEqualTo(seed("there", "A.java", "class A {}"));
  }

  @Test
  void is_another_for_other_sources() {
    long seed = seed("here", "A.java", "class A {}");
    assertThat(seed("here", "A.java", "class A { }")).isNotEqualTo(seed);
    assertThat(seed("here", "B.java", "class A {}")).isNotEqualTo(seed);
  }

  @Test
  void is_short_enough_to_type() {
    assertThat(seed("here", "A.java", "class A {}")).isBetween(0L, (long) Integer.MAX_VALUE);
  }
}
