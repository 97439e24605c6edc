package lessons.dynamicarrays;

import gradus.kit.Todo;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;

/** Task 1: how many slots an array should own, under each of the five policies. */
public final class Growth implements CapacityRule {

  public Growth(Policy policy) {
    // Remember which rule to follow. You may well turn the policy into an object that knows its
    // rule.
    throw new Todo();
  }

  @Override
  public long capacity(long size, long allocated, long newSize) {
    // Decide whether the array keeps its block; if it does not, how large the new one is.
    throw new Todo();
  }
}
