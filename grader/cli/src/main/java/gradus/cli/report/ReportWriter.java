package gradus.cli.report;

import gradus.harness.result.GradingResult;

/** Writes a grading down in one form. */
@FunctionalInterface
public interface ReportWriter {
  /**
   * Renders a grading.
   *
   * @param result a grading whose texts {@link Untrusted#cleaned} has made harmless; a writer adds
   *     only the escapes of its own markup
   * @return the whole report, ending with a line feed
   */
  String render(GradingResult result);
}
