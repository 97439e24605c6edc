package gradus.engine.memory;

import java.util.Arrays;

/**
 * The blocks of one size class that were freed last and stay out of their pool for a while. All are
 * of the pool that the next block would be taken from, and the last one freed is the first to be
 * handed out again, as it would be there.
 */
final class FreedBlocks {

  private static final long NO_POOL = 0;

  private final long[] blocks = new long[32];
  private long pool = NO_POOL;
  private int count;
  private int most;

  /** Lets blocks of a pool stay out of it from now on, so many at most; there must be none yet. */
  void begin(long itsPool, int atMost) {
    pool = itsPool;
    most = Math.min(atMost, blocks.length);
  }

  /** Lets no block stay out; there must be none. */
  void stop() {
    pool = NO_POOL;
  }

  /** Keeps a block out of its pool; false if there is no room for it, or it is of another pool. */
  boolean keep(long itsPool, long block) {
    if (itsPool != pool || count == most) {
      return false;
    }
    blocks[count++] = block;
    return true;
  }

  /** Whether blocks are kept, and of another pool. */
  boolean areOfAnother(long itsPool) {
    return count > 0 && itsPool != pool;
  }

  /** The block that was freed last, which is no longer kept, or 0. */
  long take() {
    return count == 0 ? Allocator.NULL : blocks[--count];
  }

  /** The blocks in the order in which they were freed; none is kept any more. */
  long[] drain() {
    long[] all = Arrays.copyOf(blocks, count);
    count = 0;
    pool = NO_POOL;
    return all;
  }
}
