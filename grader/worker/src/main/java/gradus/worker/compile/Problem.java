package gradus.worker.compile;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** An error at a line of a source, or at -1 where it has no line. */
record Problem(String path, long line, String message) {
  Problem {
    message =
        message.length() <= CompileProtocol.MESSAGE
            ? message
            : message.substring(0, CompileProtocol.MESSAGE) + "…";
  }

  /** What javac says of one of these paths; of all where it does not say which is at fault. */
  static Stream<Problem> of(Diagnostic<? extends JavaFileObject> said, Collection<String> paths) {
    JavaFileObject source = said.getSource();
    String message = said.getMessage(Locale.ENGLISH);
    return source != null && paths.contains(source.getName())
        ? Stream.of(new Problem(source.getName(), said.getLineNumber(), message))
        : paths.stream().map(path -> new Problem(path, -1, message));
  }

  /** Whether the message speaks of a type of this simple name. */
  boolean names(String type) {
    return Pattern.compile(
            "(?<![\\p{javaJavaIdentifierPart}])"
                + Pattern.quote(type)
                + "(?![\\p{javaJavaIdentifierPart}])")
        .matcher(message)
        .find();
  }
}
