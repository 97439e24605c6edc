package gradus.engine.memory;

/**
 * A chunk of the general heap.
 *
 * @param address what malloc returned for it, or would
 * @param size bytes of the whole chunk, header included
 */
public record HeapBlock(long address, long size, State state) {

  /** Who has the bytes. */
  public enum State {
    /** Handed out. */
    USED,
    /** Given back, waiting for a request that fits. */
    FREE,
    /** Behind all others, never handed out yet or merged back. */
    TOP
  }
}
