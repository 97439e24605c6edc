package gradus.engine.object;

/** Hears of what happens to the memory of lists. */
public interface ListListener {

  /** Does nothing. */
  ListListener NONE = new ListListener() {};

  /**
   * A list's array of items was given another size.
   *
   * @param size items the list had, which were moved if there is still room for them
   * @param allocated items it had room for
   * @param capacity items it has room for now
   */
  default void reallocated(long list, long size, long allocated, long capacity) {}

  /** A list ended; its address may become another object's. */
  default void ended(long list) {}
}
