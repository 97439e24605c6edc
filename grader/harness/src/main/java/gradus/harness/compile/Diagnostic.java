package gradus.harness.compile;

/**
 * What is wrong with a source.
 *
 * @param file its path below {@code src/main/java}, with {@code /}
 * @param line counted from 1; -1 where the fault has no line
 * @param message in English, at most about 2,000 characters; it may quote the source
 */
public record Diagnostic(String file, long line, String message) {}
