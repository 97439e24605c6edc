package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.OwnRule;

/**
 * Task 6: a quarter to spare, given back below half.
 *
 * <p>A block for {@code n} items has room for {@code n/4 + 4} more. It takes at least that many
 * appends to fill it, and they pay for copying {@code 5n/4 + 4} items: at most five each. It takes
 * more than {@code 3n/8} pops to leave it under half full, and they pay for copying {@code 5n/8}.
 */
public final class MyRule implements OwnRule {

  @Override
  public long capacity(long size, long allocated, long newSize) {
    boolean fits = newSize <= allocated;
    boolean halfFull = newSize >= allocated >> 1;
    if (fits && halfFull) {
      return allocated;
    }
    return newSize == 0 ? 0 : newSize + (newSize >> 2) + 4;
  }
}
