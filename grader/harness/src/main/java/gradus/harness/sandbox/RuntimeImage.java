package gradus.harness.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * A Java runtime with a program laid out beside it, ready to start fast.
 *
 * @param javaHome the runtime
 * @param jars the program's jars, in the order of the class path
 * @param archive the class-data archive made for exactly these jars and this runtime
 * @param libraries the system's libraries that the runtime's own are linked against
 */
public record RuntimeImage(Path javaHome, List<Path> jars, Path archive, List<Path> libraries) {
  public RuntimeImage {
    jars = List.copyOf(jars);
    libraries = List.copyOf(libraries);
  }
}
