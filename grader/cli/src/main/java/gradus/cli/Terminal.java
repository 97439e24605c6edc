package gradus.cli;

import gradus.cli.report.Paint;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads its surroundings and prints.
 *
 * @param out for what was asked for, fit to be piped on
 * @param err for progress and errors
 * @param outIsTerminal whether a person is looking at {@code out}
 * @param errIsTerminal whether a person is looking at {@code err}
 * @param environment the environment variables
 */
record Terminal(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {

  /** The process's own; the launcher says what is a terminal, which Java cannot tell apart. */
  static Terminal standard() {
    return new Terminal(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Boolean.getBoolean("gradus.out.terminal"),
        Boolean.getBoolean("gradus.err.terminal"),
        System.getenv());
  }

  /** The locale says little about who reads: a CI log shows UTF-8 even where {@code LANG=C}. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Colour for {@code out}: on a terminal, unless <a href="https://no-color.org">NO_COLOR</a>. */
  Paint paint() {
    return outIsTerminal && !isSet("NO_COLOR") ? Paint.ANSI : Paint.PLAIN;
  }

  /** Whether a variable is there and not empty. */
  boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** Prints to {@code out}, and tells when nobody could receive it. */
  void print(String text) {
    out.print(text);
    if (out.checkError()) {
      throw Refusal.ofMachine("cannot write to standard output: is the disk full?");
    }
  }

  /** Prints one line to {@code err}. */
  void tell(String line) {
    err.println("gradus: " + line);
  }
}
