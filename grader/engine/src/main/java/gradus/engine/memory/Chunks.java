package gradus.engine.memory;

/**
 * The headers of the general heap's chunks.
 *
 * <pre>
 *   chunk       +0  size of the chunk before, if that one is free
 *               +8  size of this chunk; bit 0: the chunk before is in use
 *   address →  +16  the user's bytes, or in a free chunk: next in its bin
 *              +24                                        previous in its bin
 *   chunk+size  +0  the next chunk; its first eight bytes belong to this one while it is in use
 * </pre>
 */
final class Chunks {

  static final int HEADER = 16;
  static final int SMALLEST = 32;
  static final int ALIGNMENT = 16;

  private static final int SIZE = 8;
  private static final int NEXT = 16;
  private static final int PREVIOUS = 24;
  private static final long PREVIOUS_IN_USE = 1;

  private final Memory memory;

  Chunks(Memory memory) {
    this.memory = memory;
  }

  /**
   * The size of the chunk that serves a request: the header's own eight bytes are added, the next
   * header's shared.
   */
  static long sizeFor(long request) {
    return Math.max(SMALLEST, (request + SIZE + ALIGNMENT - 1) & -ALIGNMENT);
  }

  long size(long chunk) {
    return memory.load64(chunk + SIZE) & -ALIGNMENT;
  }

  boolean previousInUse(long chunk) {
    return (memory.load64(chunk + SIZE) & PREVIOUS_IN_USE) != 0;
  }

  boolean inUse(long chunk) {
    return previousInUse(after(chunk));
  }

  long after(long chunk) {
    return chunk + size(chunk);
  }

  long before(long chunk) {
    return chunk - memory.load64(chunk);
  }

  /** Sets a chunk's size; what it knows of the chunk before stays. */
  void resize(long chunk, long size) {
    memory.store64(chunk + SIZE, size | (memory.load64(chunk + SIZE) & PREVIOUS_IN_USE));
  }

  /** Writes the header of a chunk whose chunk before is in use. */
  void create(long chunk, long size) {
    memory.store64(chunk + SIZE, size | PREVIOUS_IN_USE);
  }

  /** Tells the chunk after this one that this one is in use. */
  void markUsed(long chunk) {
    long after = after(chunk);
    memory.store64(after + SIZE, memory.load64(after + SIZE) | PREVIOUS_IN_USE);
  }

  /** Tells the chunk after this one that this one is free, and where it starts. */
  void markFree(long chunk) {
    long after = after(chunk);
    memory.store64(after, size(chunk));
    memory.store64(after + SIZE, memory.load64(after + SIZE) & ~PREVIOUS_IN_USE);
  }

  long next(long chunk) {
    return memory.load64(chunk + NEXT);
  }

  long previous(long chunk) {
    return memory.load64(chunk + PREVIOUS);
  }

  /** Puts a free chunk into a circular list, before another one. */
  void linkBefore(long chunk, long other) {
    long previous = previous(other);
    link(previous, chunk);
    link(chunk, other);
  }

  /** Takes a free chunk out of its list. */
  void unlink(long chunk) {
    link(previous(chunk), next(chunk));
  }

  void link(long chunk, long next) {
    memory.store64(chunk + NEXT, next);
    memory.store64(next + PREVIOUS, chunk);
  }
}
