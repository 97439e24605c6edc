package gradus.engine.layout;

/**
 * How much room a list takes for its items. All sizes are numbers of items.
 *
 * <p>Whenever a list's size changes, it asks {@link #keeps} whether the room it has will do, and if
 * not, {@link #capacity} for how much to allocate instead.
 */
public interface GrowthPolicy {

  /**
   * Whether a list with room for {@code allocated} items keeps it when it gets {@code newSize}
   * items.
   */
  default boolean keeps(long allocated, long newSize) {
    return allocated >= newSize && newSize >= allocated >> 1;
  }

  /**
   * The room a list gets when it has to reallocate.
   *
   * @param size the items it has
   * @param allocated the items it has room for
   * @param newSize the items it will have; the result is at least as large
   */
  long capacity(long size, long allocated, long newSize);

  /** The room {@code list(iterable)} takes at first, for an iterable that knows its length. */
  default long initialCapacity(long length) {
    return capacity(0, 0, length);
  }

  /** Whether {@code clear()} leaves a list the room it has. */
  default boolean keepsWhenCleared() {
    return false;
  }
}
