package gradus.harness.compile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of one lesson's sources.
 *
 * @param classes a jar of the classes that compiled, perhaps none; it is there until the compiler
 *     is closed
 * @param classNames their names, with dots
 * @param diagnostics the errors, in the order of files and lines
 * @param failedSources the paths that gave no classes, whether for their own fault or for that of a
 *     file they need
 */
public record Compilation(
    Path classes, Set<String> classNames, List<Diagnostic> diagnostics, Set<String> failedSources) {
  public Compilation {
    classNames = Collections.unmodifiableSet(new TreeSet<>(classNames));
    diagnostics = List.copyOf(diagnostics);
    failedSources = Collections.unmodifiableSet(new TreeSet<>(failedSources));
  }
}
