package gradus.kit.dynamicarrays;

import gradus.kit.StudentClass;

/**
 * Task 6, second half: a rule of your own, between the policies you have built.
 *
 * <p>Your class {@code MyRule} has a constructor without arguments. The checks run workloads with
 * it and do the counting themselves.
 */
@FunctionalInterface
@StudentClass("lessons.dynamicarrays.MyRule")
public interface OwnRule {
  /**
   * The capacity after the number of items has changed; see {@link CapacityRule#capacity}.
   *
   * @return how many slots the array owns then, never less than {@code newSize}
   */
  long capacity(long size, long allocated, long newSize);
}
