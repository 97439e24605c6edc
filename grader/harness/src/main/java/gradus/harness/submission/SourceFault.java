package gradus.harness.submission;

/**
 * A source that could not be taken; it costs the classes that need it, as one that does not compile
 * would.
 *
 * @param path below {@code src/main/java}, with {@code /}
 * @param reason what is wrong and what to do, without the file's name and a full stop
 */
public record SourceFault(String path, String reason) {}
