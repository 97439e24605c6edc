package gradus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder in which submissions are put together. */
final class Staging implements AutoCloseable {
  private final Path root;

  Staging() {
    try {
      root = Files.createTempDirectory("gradus-verify-");
    } catch (IOException e) {
      throw Refusal.ofMachine("cannot make a temporary folder: " + e.getMessage());
    }
  }

  /** The folder itself. */
  Path folder() {
    return root;
  }

  /**
   * A submission of one lesson.
   *
   * @param lesson the lesson's folder name
   * @param sources a source root to copy
   * @return the submission; its sources are in {@code <lesson>/src/main/java}
   */
  Path submission(String lesson, Path sources) throws IOException {
    Path submission = Files.createTempDirectory(root, lesson);
    copy(sources, sourcesOf(submission, lesson));
    return submission;
  }

  static Path sourcesOf(Path submission, String lesson) {
    return submission.resolve(lesson).resolve("src/main/java");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + root, e);
    }
  }
}
