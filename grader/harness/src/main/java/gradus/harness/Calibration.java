package gradus.harness;

import gradus.harness.lesson.Lesson;
import gradus.harness.result.CheckResult;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import gradus.harness.runner.Limits;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * What each check took with the model solution on this machine, so that a slow machine does not
 * turn right answers into timeouts.
 */
final class Calibration {
  /** How much slower than the model solution a right answer may be. */
  private static final int FACTOR = 10;

  private static final Duration MOST = Duration.ofMinutes(1);

  private final Path file;
  private volatile Properties millis;

  Calibration(Path file) {
    this.file = file;
    this.millis = read(file);
  }

  /** The measure kept in {@code $XDG_CACHE_HOME/gradus} or {@code ~/.cache/gradus}. */
  static Calibration inUserCache() {
    return new Calibration(cacheFolder(System.getenv()).resolve("calibration.properties"));
  }

  static Path cacheFolder(Map<String, String> environment) {
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    return named.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".cache", "gradus")
        : Path.of(named, "gradus");
  }

  /** How long the checks of a lesson may take here. */
  Limits limitsOf(Lesson lesson) {
    Properties known = millis;
    return (task, check) -> {
      String measured = known.getProperty(key(lesson.id(), task, check), "0");
      Duration calibrated = Duration.ofMillis(FACTOR * parse(measured));
      Duration usual = lesson.limits().check();
      Duration most = calibrated.compareTo(MOST) > 0 ? MOST : calibrated;
      return most.compareTo(usual) > 0 ? most : usual;
    };
  }

  /** Keeps how long the passing checks of a grading took. */
  void learn(GradingResult model) throws IOException {
    Properties learnt = new Properties();
    learnt.putAll(millis);
    for (LessonResult lesson : model.lessons()) {
      for (TaskResult task : lesson.tasks()) {
        for (CheckResult check : task.checks()) {
          if (check.outcome() == Outcome.PASSED) {
            String key = key(lesson.lesson(), task.task(), check.name());
            learnt.setProperty(key, String.valueOf(check.millis()));
          }
        }
      }
    }
    write(learnt);
    millis = learnt;
  }

  private void write(Properties learnt) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = Files.createTempFile(folder, "calibration", ".tmp");
    try (Writer out = Files.newBufferedWriter(fresh)) {
      learnt.store(out, "milliseconds each check takes with the model solution");
    }
    // Another grader may read the file at this moment: it sees the old one or the new one.
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException unreadable) {
        properties.clear();
      }
    }
    return properties;
  }

  private static long parse(String number) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String key(String lesson, String task, String check) {
    return lesson + "/" + task + "/" + check;
  }
}
