package gradus.harness.submission;

/**
 * A source a student wrote.
 *
 * @param path below {@code src/main/java}, with {@code /}
 * @param text its characters
 */
public record SourceFile(String path, String text) {}
