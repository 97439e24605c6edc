package gradus.engine.memory;

import java.util.BitSet;

/**
 * The kernel's mmap and munmap for pymalloc: hands out arenas of 256 KiB from their segment, lowest
 * address first.
 */
final class PageMap {

  static final long ARENA_SIZE = 256 * 1024;

  private final Memory memory;
  private final BitSet taken = new BitSet();

  PageMap(Memory memory) {
    this.memory = memory;
  }

  /** The address of a zeroed arena, or 0 when memory is used up. */
  long map() {
    int slot = taken.nextClearBit(0);
    long offset = slot * ARENA_SIZE;
    boolean used = memory.size(Segment.ARENAS) >= offset + ARENA_SIZE;
    if (!memory.map(Segment.ARENAS, offset + ARENA_SIZE)) {
      return 0;
    }
    taken.set(slot);
    long address = Segment.ARENAS.base() + offset;
    if (used) {
      memory.fill(address, ARENA_SIZE, 0);
    }
    return address;
  }

  void unmap(long address) {
    taken.clear((int) ((address - Segment.ARENAS.base()) / ARENA_SIZE));
  }
}
