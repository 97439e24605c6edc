package gradus.engine.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A CPython that runs a program as often as it is asked to. */
final class TimedPython implements AutoCloseable {

  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;

  TimedPython(String python, Path timer, Path program) throws IOException {
    process =
        new ProcessBuilder(python, "-I", timer.toString(), program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** One run. */
  TimedRun round() throws IOException {
    requests.write("run\n");
    requests.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the CPython that was to be timed has ended");
    }
    String[] parts = answer.split("\t", 2);
    return new TimedRun(Double.parseDouble(parts[0]), printed(parts[1]));
  }

  /** The text of a Python string literal without escapes other than of line ends. */
  private static String printed(String literal) {
    char quote = literal.charAt(0);
    return literal.substring(1, literal.lastIndexOf(quote)).replace("\\n", "\n");
  }

  @Override
  public void close() throws IOException {
    requests.close();
    process.onExit().join();
  }
}
