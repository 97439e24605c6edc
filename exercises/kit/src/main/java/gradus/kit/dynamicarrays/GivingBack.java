package gradus.kit.dynamicarrays;

import gradus.kit.StudentClass;
import java.util.List;

/**
 * Task 4: when an array gives room back, and what that can cost.
 *
 * <p>Your class {@code Shrinking} has a constructor without arguments.
 */
@StudentClass("lessons.dynamicarrays.Shrinking")
public interface GivingBack {
  /**
   * Pops one item after the other until none is left, and notes each change of capacity.
   *
   * @param policy the policy of the array
   * @param size how many items it starts with
   * @param allocated how many slots it starts with
   * @return the changes in the order they happen; empty if the policy gives nothing back
   */
  List<Shrink> popAll(Policy policy, long size, long allocated);

  /**
   * A sequence of appends and pops that copies as many items as any sequence of that length can.
   *
   * @param rule chooses the capacities of an array that is empty at first and owns no slot
   * @param operations the most operations the sequence may have, 0 to 40
   * @return one character an operation, {@code +} to append and {@code -} to pop; it never pops an
   *     empty array
   */
  String worst(CapacityRule rule, int operations);
}
