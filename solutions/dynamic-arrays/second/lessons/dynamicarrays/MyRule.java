package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.OwnRule;

/**
 * Task 6: a fifth to spare and eight slots more; given back only when the second promise would
 * break otherwise.
 */
public final class MyRule implements OwnRule {

  @Override
  public long capacity(long size, long allocated, long newSize) {
    boolean tooSmall = allocated < newSize;
    boolean tooLarge = allocated - newSize > newSize + 16;
    return tooSmall || tooLarge ? newSize + newSize / 5 + 8 : allocated;
  }
}
