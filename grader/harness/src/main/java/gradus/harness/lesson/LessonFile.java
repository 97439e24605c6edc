package gradus.harness.lesson;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a {@code lesson.yaml} as they are written; those left out are null. */
record LessonFile(
    @Nullable String id,
    @Nullable String title,
    @JsonProperty("package") @Nullable String studentPackage,
    @Nullable List<TaskEntry> tasks,
    @Nullable List<String> forbidden,
    @Nullable LimitsEntry limits) {

  /** A task as it is written. */
  record TaskEntry(
      @Nullable String id,
      @Nullable String title,
      @Nullable Integer points,
      @Nullable List<String> needs,
      @Nullable List<String> files) {}

  /** Limits as they are written: seconds and megabytes. */
  record LimitsEntry(
      @Nullable Integer checkSeconds,
      @Nullable Integer lessonSeconds,
      @Nullable Integer heapMegabytes) {
    Lesson.Limits filled() {
      Lesson.Limits usual = Lesson.Limits.DEFAULT;
      return new Lesson.Limits(
          checkSeconds == null ? usual.check() : Duration.ofSeconds(checkSeconds),
          lessonSeconds == null ? usual.lesson() : Duration.ofSeconds(lessonSeconds),
          heapMegabytes == null ? usual.heapMegabytes() : heapMegabytes);
    }
  }
}
