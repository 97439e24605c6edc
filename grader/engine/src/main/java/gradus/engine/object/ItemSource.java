package gradus.engine.object;

/** An iterator as a list consumes it. */
@FunctionalInterface
public interface ItemSource {

  /** What a list assumes of an iterable that does not tell its length. */
  long UNKNOWN_LENGTH = 8;

  /** A new reference to the next item, or 0 at the end. */
  long next();
}
