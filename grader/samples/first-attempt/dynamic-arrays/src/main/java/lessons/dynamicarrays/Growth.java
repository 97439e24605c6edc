package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;

public final class Growth implements CapacityRule {
  private final Policy policy;

  public Growth(Policy policy) {
    this.policy = policy;
  }

  @Override
  public long capacity(long size, long allocated, long newSize) {
    switch (policy) {
      case CPYTHON_36:
        if (fits(allocated, newSize)) {
          return allocated;
        }
        return newSize == 0 ? 0 : newSize + newSize / 8 + (newSize < 9 ? 3 : 6);
      case CPYTHON_39:
        if (fits(allocated, newSize)) {
          return allocated;
        }
        // rounded down to a multiple of 4
        return newSize == 0 ? 0 : (newSize + newSize / 8 + 6) / 4 * 4;
      case ARRAY_LIST:
        if (newSize <= allocated) {
          return allocated;
        }
        return Math.max(newSize, allocated == 0 ? 10 : allocated + allocated / 2);
      case DOUBLING:
        long capacity = allocated;
        while (capacity < newSize) {
          capacity = capacity == 0 ? 1 : capacity * 2;
        }
        return capacity;
      default:
        long slots = allocated;
        while (slots < newSize) {
          slots += 16;
        }
        return slots;
    }
  }

  private boolean fits(long allocated, long newSize) {
    return newSize <= allocated && newSize >= allocated / 2;
  }
}
