package gradus.engine.memory;

import java.util.Arrays;

/**
 * CPython's allocator for small blocks (Objects/obmalloc.c of 3.6), the one behind both
 * PyMem_Malloc and PyObject_Malloc.
 *
 * <p>Requests of up to 512 bytes are rounded up to a size class and served from a pool of 4 KiB
 * that holds only blocks of this class; pools are cut from arenas. Larger requests, and those for
 * no byte at all, go to the general heap.
 */
public final class Pymalloc implements Allocator {

  /** The largest request, in bytes, that is served from a pool. */
  public static final int SMALL_REQUEST_THRESHOLD = 512;

  private final Memory memory;
  private final Allocator raw;
  private final Pools pools;
  private final Arenas arenas;
  private final int shift;
  private final long allocatedBlocks;
  private final FreedBlocks[] freed;
  private boolean puttingOff;
  private AllocationListener listener = AllocationListener.NONE;

  /**
   * An allocator without arenas.
   *
   * @param raw where large requests go
   * @param alignment the alignment of blocks and the step between size classes: 8 in CPython 3.6 as
   *     published, 16 since 3.7
   */
  public Pymalloc(Memory memory, StaticData data, Allocator raw, int alignment) {
    this.memory = memory;
    this.raw = raw;
    shift = Integer.numberOfTrailingZeros(alignment);
    pools = new Pools(memory, data, shift, SMALL_REQUEST_THRESHOLD >> shift);
    freed = new FreedBlocks[SMALL_REQUEST_THRESHOLD >> shift];
    Arrays.setAll(freed, sizeClass -> new FreedBlocks());
    arenas = new Arenas(memory, data, raw, pools);
    allocatedBlocks = data.reserve(Segment.BSS, 8, 8);
  }

  /** Lets a listener hear of every block from now on; it replaces the one before. */
  public void listen(AllocationListener newListener) {
    settle();
    listener = newListener;
  }

  /**
   * Whether the last blocks freed of each size may stay out of their pool for a while: the next
   * requests of that size get them, as they would have from there. Neither addresses nor what is
   * handed out differ; the bytes of free blocks and pools do, until it is turned off again.
   */
  public void putOff(boolean whether) {
    settle();
    puttingOff = whether;
  }

  private void settle() {
    for (FreedBlocks blocks : freed) {
      settle(blocks);
    }
  }

  private void settle(FreedBlocks blocks) {
    for (long block : blocks.drain()) {
      release(block);
    }
  }

  /** Blocks handed out and not given back, small and large ({@code sys.getallocatedblocks()}). */
  public long allocatedBlocks() {
    settle();
    return memory.load64(allocatedBlocks);
  }

  /** Arenas mapped at present. */
  public long arenas() {
    return arenas.mapped();
  }

  @Override
  public long malloc(long size) {
    if (Long.compareUnsigned(size - 1, SMALL_REQUEST_THRESHOLD) < 0) {
      long block = freed[(int) ((size - 1) >> shift)].take();
      if (block != NULL) {
        return block;
      }
    }
    return mallocAnew(size);
  }

  private long mallocAnew(long size) {
    long block = allocate(size);
    if (listener != AllocationListener.NONE && block != NULL) {
      listener.allocated(block, size);
    }
    return block;
  }

  @Override
  public long calloc(long count, long size) {
    long block = size != 0 && count > Long.MAX_VALUE / size ? NULL : allocate(count * size);
    if (block != NULL) {
      memory.fill(block, count * size, 0);
      listener.allocated(block, count * size);
    }
    return block;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A small block stays where it is if it is large enough and at most a quarter of it is given
   * up. A block of the general heap stays there however small it gets.
   */
  @Override
  public long realloc(long address, long size) {
    if (address == NULL) {
      return malloc(size);
    }
    long block =
        isSmall(address) ? resizeSmall(address, size) : raw.realloc(address, Math.max(1, size));
    if (listener != AllocationListener.NONE && block != NULL) {
      listener.reallocated(address, block, size);
    }
    return block;
  }

  private long resizeSmall(long address, long size) {
    long old = pools.blockSize(pools.sizeClass(Pools.poolOf(address)));
    if (size <= old && 4 * size > 3 * old) {
      return address;
    }
    long block = allocate(size);
    if (block != NULL) {
      memory.copy(block, address, Math.min(old, size));
      giveBack(address);
    }
    return block;
  }

  @Override
  public void free(long address) {
    if (puttingOff && isSmall(address)) {
      long pool = Pools.poolOf(address);
      if (freed[pools.sizeClass(pool)].keep(pool, address)) {
        return;
      }
    }
    freeNow(address);
  }

  // Apart from the rest, so that HotSpot can inline that.
  private void freeNow(long address) {
    if (address == NULL) {
      return;
    }
    giveBack(address);
    if (listener != AllocationListener.NONE) {
      listener.freed(address);
    }
  }

  private void giveBack(long address) {
    boolean later = puttingOff && listener == AllocationListener.NONE && isSmall(address);
    if (!later || !putOff(address)) {
      release(address);
    }
  }

  /**
   * False for the last block of a pool, which goes back to its arena then, and for a block that
   * would not be the next to be handed out, because another pool comes first.
   */
  private boolean putOff(long address) {
    long pool = Pools.poolOf(address);
    int sizeClass = pools.sizeClass(pool);
    FreedBlocks blocks = freed[sizeClass];
    if (blocks.areOfAnother(pool) && !pools.isFull(pool)) {
      // Theirs comes first as before.
      return false;
    }
    settle(blocks);
    if (pools.count(pool) > 1 && pools.comesFirst(pool, sizeClass)) {
      blocks.begin(pool, pools.count(pool) - 1);
    }
    return blocks.keep(pool, address);
  }

  private long allocate(long size) {
    long block = NULL;
    if (Long.compareUnsigned(size - 1, SMALL_REQUEST_THRESHOLD) < 0) {
      int sizeClass = (int) ((size - 1) >> shift);
      block = freed[sizeClass].take();
      if (block != NULL) {
        return block;
      }
      block = allocateSmall(sizeClass);
    }
    if (block == NULL) {
      block = raw.malloc(size == 0 ? 1 : size);
    }
    if (block != NULL) {
      memory.add64(allocatedBlocks, 1);
    }
    return block;
  }

  private long allocateSmall(int sizeClass) {
    freed[sizeClass].stop();
    long pool = pools.withRoom(sizeClass);
    if (pool != 0) {
      return pools.takeBlock(pool);
    }
    pool = arenas.takePool();
    return pool == 0 ? NULL : pools.open(pool, sizeClass);
  }

  private void release(long address) {
    memory.add64(allocatedBlocks, -1);
    if (!isSmall(address)) {
      raw.free(address);
      return;
    }
    long pool = Pools.poolOf(address);
    if (pools.giveBack(pool, address)) {
      arenas.giveBackPool(pool);
    }
  }

  /**
   * CPython asks the pool header at the address's page for this; here arenas have a segment to
   * themselves.
   */
  private static boolean isSmall(long address) {
    return Segment.ARENAS.contains(address);
  }
}
