package gradus.cli;

import gradus.cli.report.Format;
import gradus.harness.result.GradingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report somebody asked for with {@code --format F} or {@code --format F=FILE}.
 *
 * @param format its form
 * @param file where it goes; {@code -} is standard output
 */
record ReportTarget(Format format, Path file) {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  boolean isStandardOutput() {
    return file.equals(STANDARD_OUTPUT);
  }

  /** Refuses a file that can never be written, before minutes go into a grading. */
  void refuseIfHopeless() {
    Path parent = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw Refusal.ofInput("cannot write the report " + file + ": it is a directory.");
    }
    if (parent != null && !Files.isDirectory(parent)) {
      throw Refusal.ofInput("cannot write the report " + file + ": there is no folder " + parent);
    }
    if (!Files.isWritable(Files.exists(file) || parent == null ? file : parent)) {
      throw Refusal.ofInput("cannot write the report " + file + ": permission denied.");
    }
  }

  void write(GradingResult result) {
    try {
      Files.writeString(file, format.writer().render(result));
    } catch (IOException e) {
      throw Refusal.ofMachine("cannot write the report " + file + ": " + reason(e));
    }
  }

  /** The system's own words where it gave any. */
  private static String reason(IOException e) {
    return String.valueOf(e.getMessage()).replaceFirst(".*: ", "");
  }

  /** Reads {@code json=report.json}, and {@code json} for standard output. */
  static final class Converter implements ITypeConverter<ReportTarget> {
    @Override
    public ReportTarget convert(String text) {
      int equals = text.indexOf('=');
      String word = equals < 0 ? text : text.substring(0, equals);
      Format format =
          Format.named(word)
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "there is no format '" + word + "', only " + Format.words()));
      String file = equals < 0 ? "-" : text.substring(equals + 1);
      if (file.isEmpty()) {
        throw new TypeConversionException(
            "'" + text + "' names no file, as json=report.json does; plain json is for the screen");
      }
      return new ReportTarget(format, Path.of(file));
    }
  }
}
