package gradus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The course this command belongs to, on disk.
 *
 * @param home the folder that holds {@code exercises} and {@code solutions}
 */
record Course(Path home) {
  /** The course the launcher was started from. */
  static Course ofLauncher() {
    return new Course(Path.of(System.getProperty("gradus.home", "")).toAbsolutePath());
  }

  Path exercises() {
    return home.resolve("exercises");
  }

  Path solutions() {
    return home.resolve("solutions");
  }

  /** Every lesson's folder name, in order. */
  List<String> lessons() {
    try (Stream<Path> folders = Files.list(exercises())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("lesson.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Refusal.ofMachine("cannot read the course's lessons in " + exercises());
    }
  }

  /** Refuses names that are no lesson's. */
  void refuseUnknown(List<String> names) {
    List<String> lessons = lessons();
    for (String name : names) {
      if (!lessons.contains(name)) {
        throw Refusal.ofInput(
            "there is no lesson '%s'; the lessons are: %s"
                .formatted(name, String.join(", ", lessons)));
      }
    }
  }
}
