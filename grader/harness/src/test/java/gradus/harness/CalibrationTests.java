package gradus.harness;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.lesson.Lesson;
import gradus.harness.result.CheckResult;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTests {
  private static final Lesson LESSON =
      new Lesson("tiny", "Tiny", "lessons.tiny", List.of(), List.of(), Lesson.Limits.DEFAULT);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("cache").resolve("calibration.properties");
  }

  private static GradingResult grading(Outcome outcome, long millis) {
    CheckResult check =
        new CheckResult("a check: of words", outcome, "", Optional.empty(), 1, 1, 41, millis);
    TaskResult task = new TaskResult("rule", "Rule", 1, 1, outcome, List.of(check));
    LessonResult lesson = new LessonResult("tiny", "Tiny", 1, 1, outcome, List.of(task));
    return new GradingResult(1, "solutions", 41, "process", 1, 1, List.of(lesson), List.of());
  }

  private static Duration limit(Calibration calibration) {
    return calibration.limitsOf(LESSON).of("rule", "a check: of words");
  }

  @Test
  void leaves_the_lessons_limit_where_nothing_is_known() {
    assertThat(limit(new Calibration(file()))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void leaves_it_where_the_model_solution_is_fast() throws IOException {
    Calibration calibration = new Calibration(file());
    calibration.learn(grading(Outcome.PASSED, 150));
    assertThat(limit(calibration)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void gives_ten_times_what_the_model_solution_took() throws IOException {
    Calibration calibration = new Calibration(file());
    calibration.learn(grading(Outcome.PASSED, 700));
    assertThat(limit(calibration)).isEqualTo(Duration.ofSeconds(7));
    assertThat(limit(new Calibration(file()))).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void never_gives_more_than_a_minute() throws IOException {
    Calibration calibration = new Calibration(file());
    calibration.learn(grading(Outcome.PASSED, 100_000));
    assertThat(limit(calibration)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void learns_nothing_from_a_check_that_failed() throws IOException {
    Calibration calibration = new Calibration(file());
    calibration.learn(grading(Outcome.WRONG_ANSWER, 700));
    assertThat(limit(calibration)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void does_without_a_file_that_makes_no_sense() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "tiny/rule/a\\ check\\:\\ of\\ words=soon\n");
    assertThat(limit(new Calibration(file()))).isEqualTo(Duration.ofSeconds(2));
    Files.writeString(file(), "\\uZZZZ");
    assertThat(limit(new Calibration(file()))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void is_kept_in_the_users_cache() {
    assertThat(Calibration.cacheFolder(Map.of("XDG_CACHE_HOME", "/cache")))
        .isEqualTo(Path.of("/cache/gradus"));
    assertThat(Calibration.cacheFolder(Map.of()))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "gradus"));
  }
}
