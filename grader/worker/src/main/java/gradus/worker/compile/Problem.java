package gradus.worker.compile;

import java.util.Locale;
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

  static Problem of(Diagnostic<? extends JavaFileObject> diagnostic) {
    String path =
        diagnostic.getSource() instanceof MemoryFiles.Source source ? source.path() : "";
    return new Problem(path, diagnostic.getLineNumber(), diagnostic.getMessage(Locale.ENGLISH));
  }

  /** Whether the message speaks of a type of this simple name. */
  boolean names(String type) {
    return java.util.regex.Pattern.compile(
            "(?<![\\p{javaJavaIdentifierPart}])"
                + java.util.regex.Pattern.quote(type)
                + "(?![\\p{javaJavaIdentifierPart}])")
        .matcher(message)
        .find();
  }
}
