package gradus.engine.compiler.source;

import java.util.Optional;

/** Advice to who still writes Python 2 (Objects/exceptions.c, {@code SyntaxError.__init__}). */
final class OldStatements {
  private OldStatements() {}

  /** The message for an error in this line, unless it looks like a print or exec statement. */
  static Optional<String> advice(String line) {
    if (line.indexOf('(') >= 0) {
      return Optional.empty();
    }
    int colon = line.indexOf(':');
    Optional<String> whole = adviceFor(line);
    return whole.isEmpty() && colon >= 0 ? adviceFor(line.substring(colon + 1)) : whole;
  }

  private static Optional<String> adviceFor(String text) {
    String stripped = text.stripLeading();
    if (stripped.startsWith("print ")) {
      return Optional.of(printAdvice(stripped.substring("print ".length())));
    }
    return stripped.startsWith("exec ")
        ? Optional.of("Missing parentheses in call to 'exec'")
        : Optional.empty();
  }

  private static String printAdvice(String rest) {
    int semicolon = rest.indexOf(';');
    String shown = (semicolon < 0 ? rest : rest.substring(0, semicolon)).strip();
    String end = shown.endsWith(",") ? " end=\" \"" : "";
    return "Missing parentheses in call to 'print'. Did you mean print(" + shown + end + ")?";
  }
}
