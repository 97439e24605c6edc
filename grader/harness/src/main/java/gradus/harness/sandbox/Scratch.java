package gradus.harness.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A fresh directory for what one process or one compilation lays out; closing it removes it. */
public final class Scratch implements AutoCloseable {
  private final Path directory;

  private Scratch(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes a directory that a sandbox can bind files from.
   *
   * @throws SandboxFault if there is no room for it
   */
  public static Scratch create() {
    try {
      Path directory = Files.createTempDirectory("gradus");
      if (Tools.superuser()) {
        // The superuser's sandboxes run as another user, who must be able to pass through.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
      }
      return new Scratch(directory);
    } catch (IOException e) {
      throw new SandboxFault(
          "cannot write to the temporary directory (%s): free some space or set TMPDIR"
              .formatted(reason(e)),
          e);
    }
  }

  /** The directory itself. */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    delete(directory);
  }

  static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.substring(message.lastIndexOf(": ") + 1).strip();
  }

  /** Removes a tree as far as it can be removed; what stays does no harm. */
  static void delete(Path tree) {
    try (Stream<Path> walk = Files.walk(tree)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      deepestFirst.forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException alreadyGone) {
      // Another process may be removing it too.
    }
  }
}
