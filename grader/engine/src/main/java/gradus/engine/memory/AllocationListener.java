package gradus.engine.memory;

/** Hears of each block that is handed out, resized or given back, after it happened. */
public interface AllocationListener {

  /** Does nothing. */
  AllocationListener NONE = new AllocationListener() {};

  /** A new block of {@code size} requested bytes. */
  default void allocated(long address, long size) {}

  /** A block was resized, and perhaps moved. */
  default void reallocated(long from, long to, long size) {}

  /** A block was given back. */
  default void freed(long address) {}
}
