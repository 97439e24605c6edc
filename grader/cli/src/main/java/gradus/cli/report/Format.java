package gradus.cli.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms a report can be asked for by name. A new form is a writer and two lines here. */
public enum Format {
  /** What a person reads on a terminal. */
  TEXT,
  /** The interface for programs, described by {@code grading.schema.json}. */
  JSON,
  /** A page for {@code GITHUB_STEP_SUMMARY} or a comment. */
  MARKDOWN,
  /** XML in the shape Maven Surefire writes, which CI servers chart. */
  JUNIT;

  /** The writer for this form. */
  public ReportWriter writer() {
    return switch (this) {
      case TEXT -> new TextReport(Paint.PLAIN);
      case JSON -> new JsonReport();
      case MARKDOWN -> new MarkdownReport();
      case JUNIT -> new JunitReport();
    };
  }

  /** The name users type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form a user named, if there is one. */
  public static Optional<Format> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** Every name a user may type, for help and error messages. */
  public static String words() {
    return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
  }
}
