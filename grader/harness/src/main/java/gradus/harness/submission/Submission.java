package gradus.harness.submission;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A submission as collected: the sources of its lessons, and notes on what was left.
 *
 * @param directory where it lies
 * @param lessons those found in it, in the order of their ids
 * @param notes one line for each thing that was passed over
 */
public record Submission(Path directory, List<SubmittedLesson> lessons, List<String> notes) {
  public Submission {
    lessons = List.copyOf(lessons);
    notes = List.copyOf(notes);
  }

  /** Collects every known lesson that the directory holds. */
  public static Submission collect(Path directory, Collection<String> known) {
    return collect(directory, known, List.of());
  }

  /**
   * Collects lessons from a directory; only regular files {@code <lesson>/src/main/java/**}{@code
   * /*.java} are read, and no link is followed below the directory.
   *
   * @param known the ids of the course's lessons
   * @param wanted the ids to collect; none stands for all that are there
   * @throws SubmissionException where there is nothing to grade
   */
  public static Submission collect(
      Path directory, Collection<String> known, Collection<String> wanted) {
    requireDirectory(directory);
    requireKnown(wanted, known);
    List<String> notes = new ArrayList<>();
    List<SubmittedLesson> lessons = new ArrayList<>();
    for (String lesson : new TreeSet<>(wanted.isEmpty() ? known : wanted)) {
      if (isPresent(directory, lesson, notes)) {
        lessons.add(new Collector(directory, lesson, notes).collect());
      } else if (!wanted.isEmpty()) {
        throw new SubmissionException(
            "%s has no folder %s/src/main/java: give the folder that holds the lesson's folder"
                .formatted(directory, lesson));
      }
    }
    requireSome(lessons, directory, known);
    return new Submission(directory, lessons, notes);
  }

  private static void requireDirectory(Path directory) {
    if (!Files.exists(directory)) {
      throw new SubmissionException(
          "there is no directory %s: give the folder that holds the lessons' folders"
              .formatted(directory));
    }
    if (!Files.isDirectory(directory)) {
      throw new SubmissionException(
          "%s is not a directory: give the folder that holds the lessons' folders"
              .formatted(directory));
    }
    if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
      throw new SubmissionException(
          "the directory %s cannot be read: check its permissions".formatted(directory));
    }
  }

  private static void requireKnown(Collection<String> wanted, Collection<String> known) {
    for (String lesson : wanted) {
      if (!known.contains(lesson)) {
        throw new SubmissionException(
            "there is no lesson %s: the lessons are %s".formatted(lesson, listed(known)));
      }
    }
  }

  private static void requireSome(
      List<SubmittedLesson> lessons, Path directory, Collection<String> known) {
    if (lessons.isEmpty()) {
      throw new SubmissionException(
          "%s holds no lesson: it should have a folder <lesson>/src/main/java for one of %s"
              .formatted(directory, listed(known)));
    }
  }

  private static boolean isPresent(Path directory, String lesson, List<String> notes) {
    Path folder = directory;
    for (String name : List.of(lesson, "src", "main", "java")) {
      folder = folder.resolve(name);
      if (Files.isSymbolicLink(folder)) {
        notes.add("%s: %s is a link, which is not followed".formatted(lesson, folder));
      }
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    return true;
  }

  private static String listed(Collection<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }
}
