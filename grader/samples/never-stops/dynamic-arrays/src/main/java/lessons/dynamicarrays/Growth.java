package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;

/** Task 1: a policy is a function from the array's state to a capacity; choose it once. */
public final class Growth implements CapacityRule {
  private static final long FIRST_OF_ARRAY_LIST = 10;
  private static final long STEP = 16;

  private final CapacityRule rule;

  public Growth(Policy policy) {
    rule =
        switch (policy) {
          case CPYTHON_36 -> Growth::cpython36;
          case CPYTHON_39 -> Growth::cpython39;
          case ARRAY_LIST -> Growth::arrayList;
          case DOUBLING -> Growth::doubling;
          case BY_SIXTEEN -> Growth::bySixteen;
        };
  }

  @Override
  public long capacity(long size, long allocated, long newSize) {
    return rule.capacity(size, allocated, newSize);
  }

  private static long cpython36(long size, long allocated, long newSize) {
    if (cpythonKeeps(allocated, newSize)) {
      return allocated;
    }
    if (newSize == 0) {
      return 0;
    }
    return newSize + (newSize >> 3) + (newSize < 9 ? 3 : 6);
  }

  private static long cpython39(long size, long allocated, long newSize) {
    if (cpythonKeeps(allocated, newSize)) {
      return allocated;
    }
    if (newSize == 0) {
      return 0;
    }
    long generous = (newSize + (newSize >> 3) + 6) & ~3L;
    // A jump past the middle of the spare room would leave little of it: take only what is needed.
    boolean jump = newSize - size > generous - newSize;
    return jump ? (newSize + 3) & ~3L : generous;
  }

  /** Python's lists keep their block while it is large enough and at least half full. */
  private static boolean cpythonKeeps(long allocated, long newSize) {
    return newSize <= allocated && newSize >= allocated >> 1;
  }

  private static long arrayList(long size, long allocated, long newSize) {
    if (newSize <= allocated) {
      return allocated;
    }
    long wanted = allocated == 0 ? FIRST_OF_ARRAY_LIST : allocated + (allocated >> 1);
    return Math.max(wanted, newSize);
  }

  private static long doubling(long size, long allocated, long newSize) {
    int capacity = (int) allocated;
    while (capacity < newSize) {
      capacity = Math.max(1, 2 * capacity);
    }
    return capacity;
  }

  private static long bySixteen(long size, long allocated, long newSize) {
    long missing = Math.max(0, newSize - allocated);
    long steps = (missing + STEP - 1) / STEP;
    return allocated + steps * STEP;
  }
}
