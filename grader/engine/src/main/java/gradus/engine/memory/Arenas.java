package gradus.engine.memory;

/**
 * The arenas of pymalloc: 256 KiB each, cut into pools, and the array of structs that describes
 * them.
 *
 * <pre>
 *   arena_object   +0  address        0: no arena
 *                  +8  pool_address   the next pool never carved off yet
 *                 +16  nfreepools     free pools, carved off or not
 *                 +20  ntotalpools
 *                 +24  freepools      list of pools that were used and are empty
 *                 +32  nextarena      usable arenas: doubly linked, fullest first
 *                 +40  prevarena      arena objects without an arena: singly linked
 * </pre>
 *
 * <p>Taking pools from the fullest arena first lets the emptiest become empty and go back to the
 * system.
 */
final class Arenas {

  private static final int POOL_ADDRESS = 8;
  private static final int FREE_POOLS = 16;
  private static final int TOTAL_POOLS = 20;
  private static final int FREE_POOL_LIST = 24;
  private static final int NEXT = 32;
  private static final int PREVIOUS = 40;
  private static final int SIZE = 48;
  private static final int FIRST_COUNT = 16;

  private final Memory memory;
  private final Allocator raw;
  private final Pools pools;
  private final PageMap pages;

  private final long arenasPointer;
  private final long count;
  private final long usable;
  private final long unused;
  private final long mappedNow;

  Arenas(Memory memory, StaticData data, Allocator raw, Pools pools) {
    this.memory = memory;
    this.raw = raw;
    this.pools = pools;
    pages = new PageMap(memory);
    arenasPointer = data.reserve(Segment.BSS, 8, 8);
    count = data.reserve(Segment.BSS, 8, 8);
    usable = data.reserve(Segment.BSS, 8, 8);
    unused = data.reserve(Segment.BSS, 8, 8);
    mappedNow = data.reserve(Segment.BSS, 8, 8);
  }

  /** How many arenas are mapped. */
  long mapped() {
    return memory.load64(mappedNow);
  }

  /** A free pool from the fullest arena that has one, or 0 when memory is used up. */
  long takePool() {
    long arena = memory.load64(usable);
    if (arena == 0) {
      arena = newArena();
      if (arena == 0) {
        return 0;
      }
      makeUsable(arena);
    }
    long pool = memory.load64(arena + FREE_POOL_LIST);
    if (pool != 0) {
      memory.store64(arena + FREE_POOL_LIST, pools.next(pool));
    } else {
      pool = carve(arena);
    }
    if (addFreePools(arena, -1) == 0) {
      removeFirstUsable(arena);
    }
    return pool;
  }

  private long carve(long arena) {
    long pool = memory.load64(arena + POOL_ADDRESS);
    memory.store64(arena + POOL_ADDRESS, pool + Pools.POOL_SIZE);
    pools.create(pool, (int) ((arena - memory.load64(arenasPointer)) / SIZE));
    return pool;
  }

  /** Takes an empty pool back; an arena of which every pool is free is unmapped. */
  void giveBackPool(long pool) {
    long arena = memory.load64(arenasPointer) + (long) SIZE * pools.arenaIndex(pool);
    pools.setNext(pool, memory.load64(arena + FREE_POOL_LIST));
    memory.store64(arena + FREE_POOL_LIST, pool);
    int free = addFreePools(arena, 1);
    if (free == memory.load32(arena + TOTAL_POOLS)) {
      unlink(arena);
      unmap(arena);
    } else if (free == 1) {
      makeUsable(arena);
    } else {
      moveBehindFuller(arena, free);
    }
  }

  private int addFreePools(long arena, int change) {
    int free = memory.load32(arena + FREE_POOLS) + change;
    memory.store32(arena + FREE_POOLS, free);
    return free;
  }

  private long newArena() {
    if (memory.load64(unused) == 0 && !growArray()) {
      return 0;
    }
    long address = pages.map();
    if (address == 0) {
      return 0;
    }
    long arena = memory.load64(unused);
    memory.store64(unused, memory.load64(arena + NEXT));
    memory.store64(arena, address);
    memory.store64(arena + POOL_ADDRESS, address);
    memory.store64(arena + FREE_POOL_LIST, 0);
    int total = (int) (PageMap.ARENA_SIZE / Pools.POOL_SIZE);
    memory.store32(arena + FREE_POOLS, total);
    memory.store32(arena + TOTAL_POOLS, total);
    memory.store64(mappedNow, mapped() + 1);
    return arena;
  }

  /** Doubles the array. It may move: nothing points into it now, since all arenas are full. */
  private boolean growArray() {
    long old = memory.load64(count);
    long larger = old == 0 ? FIRST_COUNT : 2 * old;
    long array = raw.realloc(memory.load64(arenasPointer), larger * SIZE);
    if (array == 0) {
      return false;
    }
    memory.store64(arenasPointer, array);
    memory.store64(count, larger);
    for (long index = old; index < larger; index++) {
      long arena = array + index * SIZE;
      memory.store64(arena, 0);
      memory.store64(arena + NEXT, index + 1 < larger ? arena + SIZE : 0);
    }
    memory.store64(unused, array + old * SIZE);
    return true;
  }

  private void unmap(long arena) {
    pages.unmap(memory.load64(arena));
    memory.store64(arena, 0);
    memory.store64(arena + NEXT, memory.load64(unused));
    memory.store64(unused, arena);
    memory.store64(mappedNow, mapped() - 1);
  }

  /** Puts an arena at the front of the usable ones. */
  private void makeUsable(long arena) {
    insert(arena, 0, memory.load64(usable));
  }

  private void removeFirstUsable(long arena) {
    long next = memory.load64(arena + NEXT);
    memory.store64(usable, next);
    if (next != 0) {
      memory.store64(next + PREVIOUS, 0);
    }
  }

  /** Keeps the usable arenas sorted by free pools after one of them got a pool back. */
  private void moveBehindFuller(long arena, int free) {
    long next = memory.load64(arena + NEXT);
    if (next == 0 || free <= memory.load32(next + FREE_POOLS)) {
      return;
    }
    unlink(arena);
    long previous = next;
    next = memory.load64(next + NEXT);
    while (next != 0 && free > memory.load32(next + FREE_POOLS)) {
      previous = next;
      next = memory.load64(next + NEXT);
    }
    insert(arena, previous, next);
  }

  private void unlink(long arena) {
    link(memory.load64(arena + PREVIOUS), memory.load64(arena + NEXT));
  }

  private void insert(long arena, long previous, long next) {
    link(previous, arena);
    link(arena, next);
  }

  /**
   * Makes two usable arenas neighbours; no previous one stands for the list's start, no next one
   * for its end.
   */
  private void link(long previous, long next) {
    memory.store64(previous == 0 ? usable : previous + NEXT, next);
    if (next != 0) {
      memory.store64(next + PREVIOUS, previous);
    }
  }
}
