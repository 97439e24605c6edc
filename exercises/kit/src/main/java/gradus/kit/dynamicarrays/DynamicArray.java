package gradus.kit.dynamicarrays;

import gradus.kit.StudentClass;

/**
 * Task 2: an array that grows.
 *
 * <p>Your class {@code GrowingArray} takes its {@link Policy}: {@code new
 * GrowingArray(CPYTHON_36)}. A new array is empty and owns no slot.
 */
@StudentClass("lessons.dynamicarrays.GrowingArray")
public interface DynamicArray {
  /** Adds a value at the end. */
  void append(long value);

  /** Adds all the values at the end, resizing once. No values, no change. */
  void extend(long[] values);

  /** Forgets every item. The capacity becomes what the policy keeps for size 0. */
  void clear();

  /**
   * The item at an index; −1 is the last item.
   *
   * @throws gradus.kit.PyError {@code IndexError: list index out of range}
   */
  long get(int index);

  /**
   * Replaces the item at an index; −1 is the last item.
   *
   * @throws gradus.kit.PyError {@code IndexError: list assignment index out of range}
   */
  void set(int index, long value);

  /** How many items there are. */
  int size();

  /** How many slots the array owns: its capacity. */
  int allocated();

  /** How many items have been copied from an old block into a new one, since the start. */
  long copies();

  /**
   * How many new blocks the array has asked for, since the start. A capacity that becomes 0 frees
   * the block and asks for none.
   */
  long reallocs();

  /** The items in order, in a new array of exactly {@link #size()} elements. */
  long[] items();
}
