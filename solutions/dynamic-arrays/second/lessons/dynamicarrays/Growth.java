package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;

/** Task 1: first whether the block is kept, then the size of a new one, by division alone. */
public final class Growth implements CapacityRule {
  private final Policy policy;

  public Growth(Policy policy) {
    this.policy = policy;
  }

  @Override
  public long capacity(long size, long allocated, long newSize) {
    if (newSize > allocated) {
      return larger(size, allocated, newSize);
    }
    boolean python = policy == Policy.CPYTHON_36 || policy == Policy.CPYTHON_39;
    boolean underHalf = 2 * (newSize + 1) <= allocated;
    return python && underHalf ? forPython(size, newSize) : allocated;
  }

  private long larger(long size, long allocated, long newSize) {
    return switch (policy) {
      case CPYTHON_36, CPYTHON_39 -> forPython(size, newSize);
      case ARRAY_LIST -> Math.max(newSize, allocated == 0 ? 10 : allocated * 3 / 2);
      case DOUBLING -> doubled(Math.max(1, allocated), newSize);
      case BY_SIXTEEN -> allocated + roundedUp(newSize - allocated, 16);
    };
  }

  private long forPython(long size, long newSize) {
    if (newSize == 0) {
      return 0;
    }
    if (policy == Policy.CPYTHON_36) {
      return newSize * 9 / 8 + (newSize < 9 ? 3 : 6);
    }
    long roomy = (newSize * 9 / 8 + 6) / 4 * 4;
    return newSize - size > roomy - newSize ? roundedUp(newSize, 4) : roomy;
  }

  /** The start times the least power of two that makes it large enough. */
  private static long doubled(long start, long needed) {
    long times = (needed + start - 1) / start;
    return start << (Long.SIZE - Long.numberOfLeadingZeros(times - 1));
  }

  private static long roundedUp(long number, long step) {
    return (number + step - 1) / step * step;
  }
}
