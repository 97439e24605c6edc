package gradus.engine.lib;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The texts of the files that run, so that tracebacks can quote them. */
final class Sources {

  private static final Pattern INDENT = Pattern.compile("^[ \\t\\f]+");

  private final Map<String, List<String>> lines = new HashMap<>();

  void add(String filename, byte[] source) {
    lines.put(filename, new String(source, StandardCharsets.UTF_8).lines().toList());
  }

  /** The files cannot be read any more, because nothing can be imported that reads them. */
  void clear() {
    lines.clear();
  }

  /** All lines of a file, without their ends; none if the file is not known. */
  List<String> lines(String filename) {
    return lines.getOrDefault(filename, List.of());
  }

  /** A line, counted from 1, without the blanks before it. */
  Optional<String> line(String filename, int number) {
    List<String> file = lines(filename);
    return number >= 1 && number <= file.size()
        ? Optional.of(INDENT.matcher(file.get(number - 1)).replaceFirst(""))
        : Optional.empty();
  }
}
