package gradus.engine.compiler.source;

import java.util.Optional;

/** The file an error message quotes from: what CPython finds under the name it was given. */
@FunctionalInterface
public interface SourceLines {

  /** The line with this number, counted from 1, with its line end. */
  Optional<String> line(int lineno);

  /** No such file, as with {@code <string>}. */
  static SourceLines none() {
    return lineno -> Optional.empty();
  }

  /** The lines of a text. */
  static SourceLines of(String text) {
    return lineno -> lineOf(text, lineno);
  }

  private static Optional<String> lineOf(String text, int lineno) {
    int start = 0;
    for (int n = 1; n < lineno && start >= 0; n++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return Optional.empty();
      }
    }
    if (lineno < 1 || start >= text.length()) {
      return Optional.empty();
    }
    int end = text.indexOf('\n', start);
    return Optional.of(end < 0 ? text.substring(start) : text.substring(start, end + 1));
  }
}
