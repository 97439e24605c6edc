package gradus.wire;

/**
 * How one of several calls ended.
 *
 * @param value what it returned; null if it threw
 * @param thrown what it threw; null if it returned
 */
public record Ending(@Nullable Object value, @Nullable RuntimeException thrown) {}
