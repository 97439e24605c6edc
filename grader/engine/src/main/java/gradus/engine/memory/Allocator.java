package gradus.engine.memory;

/** C's allocation functions; an address of 0 is NULL and means that memory is used up. */
public interface Allocator {

  /** The null pointer. */
  long NULL = 0;

  /** A block of at least {@code size} bytes, or NULL. The bytes are whatever was there before. */
  long malloc(long size);

  /** A block of {@code count * size} zero bytes, or NULL. */
  long calloc(long count, long size);

  /**
   * Moves or resizes a block, keeping its bytes up to the smaller size; NULL leaves the old block
   * as it was.
   */
  long realloc(long address, long size);

  /** Gives a block back; nothing happens for NULL. */
  void free(long address);
}
