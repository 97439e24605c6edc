package gradus.engine.layout;

/** The rules by which CPython's own lists grow: list_resize in Objects/listobject.c. */
public enum ListGrowth implements GrowthPolicy {

  /** 3.6: an eighth more than needed, and 3 or 6. From empty: 4 8 16 25 35 46 58 72 88 106 … */
  CPYTHON_36 {
    @Override
    public long capacity(long size, long allocated, long newSize) {
      return newSize == 0 ? 0 : newSize + (newSize >> 3) + (newSize < 9 ? 3 : 6);
    }
  },

  /**
   * 3.9: an eighth more than needed, and 6, rounded down to a multiple of 4; less after a jump.
   * From empty: 4 8 16 24 32 40 52 64 76 92 …
   */
  CPYTHON_39 {
    @Override
    public long capacity(long size, long allocated, long newSize) {
      if (newSize == 0) {
        return 0;
      }
      long generous = (newSize + (newSize >> 3) + 6) & ~3L;
      // After a jump, as extend makes them, another one is less likely than after a single step.
      boolean jump = newSize - size > generous - newSize;
      return jump ? (newSize + 3) & ~3L : generous;
    }

    @Override
    public long initialCapacity(long length) {
      return length;
    }
  }
}
