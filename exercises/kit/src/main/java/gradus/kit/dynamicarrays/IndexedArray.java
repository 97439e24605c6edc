package gradus.kit.dynamicarrays;

import gradus.kit.StudentClass;

/**
 * Task 3: inserting and removing anywhere, with Python's index rules.
 *
 * <p>Your class {@code PythonList} takes its {@link Policy}: {@code new PythonList(CPYTHON_36)}. A
 * new array is empty and owns no slot.
 */
@StudentClass("lessons.dynamicarrays.PythonList")
public interface IndexedArray {
  /** Adds a value at the end. */
  void append(long value);

  /**
   * Puts a value before the item at an index. A negative index counts from the end; one that is out
   * of range means the nearest end. Never an error.
   */
  void insert(int index, long value);

  /**
   * Removes the last item and returns it.
   *
   * @throws gradus.kit.PyError {@code IndexError: pop from empty list}
   */
  long pop();

  /**
   * Removes the item at an index and returns it; −1 is the last item.
   *
   * @throws gradus.kit.PyError {@code IndexError: pop from empty list}, or {@code IndexError: pop
   *     index out of range}
   */
  long popAt(int index);

  /** How many items there are. */
  int size();

  /** How many slots the array owns: its capacity. */
  int allocated();

  /** The items in order, in a new array of exactly {@link #size()} elements. */
  long[] items();
}
