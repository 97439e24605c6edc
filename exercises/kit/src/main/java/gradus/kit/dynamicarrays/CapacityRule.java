package gradus.kit.dynamicarrays;

import gradus.kit.StudentClass;

/**
 * Task 1: how many slots an array should own.
 *
 * <p>Your class {@code Growth} takes the {@link Policy} it follows: {@code new Growth(CPYTHON_36)}.
 */
@FunctionalInterface
@StudentClass("lessons.dynamicarrays.Growth")
public interface CapacityRule {
  /**
   * The capacity after the number of items has changed.
   *
   * @param size how many items the array holds before, 0 or more
   * @param allocated how many slots it owns before, never less than {@code size}
   * @param newSize how many items it is about to hold, 0 or more
   * @return how many slots it owns then, never less than {@code newSize}; the answer equals {@code
   *     allocated} when no new block is needed
   */
  long capacity(long size, long allocated, long newSize);
}
