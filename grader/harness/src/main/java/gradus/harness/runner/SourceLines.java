package gradus.harness.runner;

import gradus.harness.submission.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The student's source files by name, with their numbers of lines. A stack frame comes from the
 * worker, so it is shown only if it names a line that exists: it cannot carry a message then.
 */
public record SourceLines(Map<String, Integer> linesByFile) {
  private static final Pattern PLACE = Pattern.compile("\\((\\w+\\.java):(\\d{1,6})\\)");

  public SourceLines {
    linesByFile = Map.copyOf(linesByFile);
  }

  /** The lines of the sources a student wrote. */
  public static SourceLines of(List<SourceFile> sources) {
    Map<String, Integer> lines = new HashMap<>();
    for (SourceFile source : sources) {
      String name = source.path().substring(source.path().lastIndexOf('/') + 1);
      lines.merge(name, (int) source.text().lines().count(), Math::max);
    }
    return new SourceLines(lines);
  }

  /** The innermost frame in the student's own sources: {@code Growth.java:17}. */
  Optional<String> firstOf(List<String> frames) {
    return frames.stream()
        .map(PLACE::matcher)
        .filter(Matcher::find)
        .filter(place -> exists(place.group(1), Integer.parseInt(place.group(2))))
        .map(place -> place.group(1) + ":" + Integer.parseInt(place.group(2)))
        .findFirst();
  }

  private boolean exists(String file, int line) {
    return line > 0 && line <= linesByFile.getOrDefault(file, 0);
  }
}
