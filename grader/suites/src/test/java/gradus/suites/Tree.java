package gradus.suites;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds things in the project's tree, from the folder of this module. */
public final class Tree {
  /** The project's folder. */
  public static final Path ROOT = root();

  private Tree() {}

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("exercises/kit"))) {
      here = here.getParent();
    }
    return here;
  }

  static Path stubs(String lesson) {
    return ROOT.resolve("exercises").resolve(lesson).resolve("src/main/java");
  }

  static Path visibleTests(String lesson) {
    return ROOT.resolve("exercises").resolve(lesson).resolve("src/test/java");
  }

  static Path model(String lesson) {
    return ROOT.resolve("solutions").resolve(lesson).resolve("src/main/java");
  }

  static Path second(String lesson) {
    return ROOT.resolve("solutions").resolve(lesson).resolve("second");
  }

  /** The Java files below a folder, by their path from it. */
  static Map<String, String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      Map<String, String> sources = new TreeMap<>();
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> sources.put(folder.relativize(file).toString(), text(file)));
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
