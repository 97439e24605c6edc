package gradus.suites.dynamicarrays;

import gradus.engine.layout.GrowthPolicy;

/** The policies of the lesson that are not CPython's; none of them gives anything back. */
enum JavaGrowth implements GrowthPolicy {

  /** {@code java.util.ArrayList}: grow and newLength of JDK 17. From empty: 10 15 22 33 49 73 … */
  ARRAY_LIST {
    @Override
    public long capacity(long size, long allocated, long newSize) {
      return allocated == 0
          ? Math.max(10, newSize)
          : Math.max(allocated + (allocated >> 1), newSize);
    }
  },

  /** Twice as much as often as it takes. From empty: 1 2 4 8 16 … */
  DOUBLING {
    @Override
    public long capacity(long size, long allocated, long newSize) {
      long capacity = Math.max(1, allocated);
      while (capacity < newSize) {
        capacity *= 2;
      }
      return capacity;
    }
  },

  /** Sixteen more as often as it takes. From empty: 16 32 48 64 … */
  BY_SIXTEEN {
    @Override
    public long capacity(long size, long allocated, long newSize) {
      return allocated + 16 * Math.floorDiv(newSize - allocated + 15, 16);
    }
  };

  @Override
  public boolean keeps(long allocated, long newSize) {
    return newSize <= allocated;
  }
}
