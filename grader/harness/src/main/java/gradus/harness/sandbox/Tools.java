package gradus.harness.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of the host that a sandbox is put together from. */
final class Tools {
  private static final String STANDARD_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

  private Tools() {}

  /** Where a program lies: on the search path, or where every Unix keeps its own. */
  static Optional<String> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + STANDARD_PATH;
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** Whether this JVM runs as the superuser, whom many of the kernel's limits do not bind. */
  static boolean superuser() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException noSuchThingHere) {
      return false;
    }
  }
}
