package gradus.engine.memory;

/**
 * Pool headers and the table of pools in use.
 *
 * <pre>
 *   pool   +0  ref.count     blocks handed out
 *          +8  freeblock     first free block; each free block starts with the address of the next
 *         +16  nextpool      circular list of the pools of this size class that have room
 *         +24  prevpool
 *         +32  arenaindex
 *         +36  szidx         the size class
 *         +40  nextoffset    first byte never handed out yet
 *         +44  maxnextoffset largest offset at which a block still fits
 *         +48  blocks
 * </pre>
 *
 * <p>The table holds two words for each size class, nextpool and prevpool of a list head. A head is
 * addressed 16 bytes before its words, so that its links are found where a pool header has them.
 */
final class Pools {

  static final int POOL_SIZE = 4096;
  static final int HEADER = 48;

  private static final int COUNT = 0;
  private static final int FREE_BLOCK = 8;
  private static final int NEXT_POOL = 16;
  private static final int PREVIOUS_POOL = 24;
  private static final int ARENA_INDEX = 32;
  private static final int SIZE_CLASS = 36;
  private static final int NEXT_OFFSET = 40;
  private static final int LARGEST_NEXT_OFFSET = 44;
  private static final int NO_SIZE_CLASS = 0xffff;

  private final Memory memory;
  private final int shift;
  private final long heads;

  /**
   * The pools of one allocator.
   *
   * @param shift the logarithm of the alignment: size classes are multiples of {@code 1 << shift}
   */
  Pools(Memory memory, StaticData data, int shift, int sizeClasses) {
    this.memory = memory;
    this.shift = shift;
    heads = data.reserve(Segment.DATA, 16L * sizeClasses, 16) - NEXT_POOL;
    for (int sizeClass = 0; sizeClass < sizeClasses; sizeClass++) {
      link(head(sizeClass), head(sizeClass));
    }
  }

  static long poolOf(long address) {
    return address & -POOL_SIZE;
  }

  long head(int sizeClass) {
    return heads + 16L * sizeClass;
  }

  int blockSize(int sizeClass) {
    return (sizeClass + 1) << shift;
  }

  /** The first pool with room for this size class, or 0. */
  long withRoom(int sizeClass) {
    long head = head(sizeClass);
    long pool = next(head);
    return pool == head ? 0 : pool;
  }

  /** Takes a block from a pool that has room; a pool that thereby becomes full leaves its list. */
  long takeBlock(long pool) {
    long[] arenas = memory.segmentOf(pool);
    Memory.put32(arenas, pool + COUNT, Memory.get32(arenas, pool + COUNT) + 1);
    long block = Memory.get64(arenas, pool + FREE_BLOCK);
    // A program may have written to the block after it was freed: this can be any address.
    long following = memory.load64(block);
    if (following == 0) {
      following = carve(arenas, pool);
    }
    Memory.put64(arenas, pool + FREE_BLOCK, following);
    if (following == 0) {
      unlink(pool);
    }
    return block;
  }

  /**
   * The next block that was never handed out, made a free list of one; 0 if the pool has no more.
   */
  private long carve(long[] arenas, long pool) {
    int offset = Memory.get32(arenas, pool + NEXT_OFFSET);
    if (Integer.compareUnsigned(offset, Memory.get32(arenas, pool + LARGEST_NEXT_OFFSET)) > 0) {
      return 0;
    }
    Memory.put32(arenas, pool + NEXT_OFFSET, offset + blockSize(sizeClass(pool)));
    Memory.put64(arenas, pool + offset, 0);
    return pool + offset;
  }

  /** Makes a free pool the only one with room for a size class and takes its first block. */
  long open(long pool, int sizeClass) {
    long head = head(sizeClass);
    link(head, pool);
    link(pool, head);
    memory.store32(pool + COUNT, 1);
    if (sizeClass(pool) == sizeClass) {
      // It served this size class before: its free list is still good.
      long block = memory.load64(pool + FREE_BLOCK);
      memory.store64(pool + FREE_BLOCK, memory.load64(block));
      return block;
    }
    format(pool, sizeClass);
    return pool + HEADER;
  }

  private void format(long pool, int sizeClass) {
    int size = blockSize(sizeClass);
    memory.store32(pool + SIZE_CLASS, sizeClass);
    memory.store32(pool + NEXT_OFFSET, HEADER + 2 * size);
    memory.store32(pool + LARGEST_NEXT_OFFSET, POOL_SIZE - size);
    memory.store64(pool + FREE_BLOCK, pool + HEADER + size);
    memory.store64(pool + HEADER + size, 0);
  }

  /** Marks a pool that was just carved off an arena. */
  void create(long pool, int arenaIndex) {
    memory.store32(pool + ARENA_INDEX, arenaIndex);
    memory.store32(pool + SIZE_CLASS, NO_SIZE_CLASS);
  }

  /**
   * Puts a block back at the front of its pool's free list; a pool that was full goes back into its
   * list.
   *
   * @return whether the pool is now empty, and out of its list
   */
  boolean giveBack(long pool, long block) {
    long[] arenas = memory.segmentOf(pool);
    long free = Memory.get64(arenas, pool + FREE_BLOCK);
    Memory.put64(arenas, block, free);
    Memory.put64(arenas, pool + FREE_BLOCK, block);
    int count = Memory.get32(arenas, pool + COUNT) - 1;
    Memory.put32(arenas, pool + COUNT, count);
    if (free == 0) {
      insertAtFront(pool);
      return false;
    }
    if (count == 0) {
      unlink(pool);
    }
    return count == 0;
  }

  private void insertAtFront(long pool) {
    long head = head(sizeClass(pool));
    link(pool, next(head));
    link(head, pool);
  }

  private void unlink(long pool) {
    link(memory.load64(pool + PREVIOUS_POOL), next(pool));
  }

  private void link(long pool, long next) {
    memory.store64(pool + NEXT_POOL, next);
    memory.store64(next + PREVIOUS_POOL, pool);
  }

  long next(long pool) {
    return memory.load64(pool + NEXT_POOL);
  }

  void setNext(long pool, long next) {
    memory.store64(pool + NEXT_POOL, next);
  }

  /**
   * Whether the next block of a size class would be this pool's if one of its blocks were freed.
   */
  boolean comesFirst(long pool, int sizeClass) {
    return next(head(sizeClass)) == pool || isFull(pool);
  }

  /** Whether all blocks of a pool are handed out, so that it is in no list. */
  boolean isFull(long pool) {
    return memory.load64(pool + FREE_BLOCK) == 0;
  }

  /** How many blocks of a pool are handed out. */
  int count(long pool) {
    return memory.load32(pool + COUNT);
  }

  int sizeClass(long pool) {
    return memory.load32(pool + SIZE_CLASS);
  }

  int arenaIndex(long pool) {
    return memory.load32(pool + ARENA_INDEX);
  }
}
