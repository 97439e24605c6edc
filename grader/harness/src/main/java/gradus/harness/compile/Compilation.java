package gradus.harness.compile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of one lesson's sources.
 *
 * @param classes the class files that compiled, perhaps none, by binary name with slashes
 * @param diagnostics the errors, in the order of files and lines
 * @param failedSources the paths that gave no classes, whether for their own fault or for that of a
 *     file they need
 */
public record Compilation(
    Map<String, byte[]> classes, List<Diagnostic> diagnostics, Set<String> failedSources) {
  public Compilation {
    classes = Collections.unmodifiableMap(new TreeMap<>(classes));
    diagnostics = List.copyOf(diagnostics);
    failedSources = Collections.unmodifiableSet(new TreeSet<>(failedSources));
  }
}
