package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.IndexedArray;
import gradus.kit.dynamicarrays.Policy;

/** Task 3: a growing array, whose gaps it opens and closes. */
public final class PythonList implements IndexedArray {
  private final GrowingArray array;

  public PythonList(Policy policy) {
    array = new GrowingArray(policy);
  }

  @Override
  public void append(long value) {
    array.append(value);
  }

  @Override
  public void insert(int index, long value) {
    long fromTheFront = index < 0 ? (long) index + array.size() : index;
    int position = (int) Math.min(Math.max(fromTheFront, 0), array.size());
    array.openGap(position, 1);
    array.set(position, value);
  }

  @Override
  public long pop() {
    requireItems();
    return remove(array.size() - 1);
  }

  @Override
  public long popAt(int index) {
    requireItems();
    return remove(array.position(index, "pop index out of range"));
  }

  private void requireItems() {
    if (array.size() == 0) {
      throw new PyError("IndexError", "pop from empty list");
    }
  }

  private long remove(int position) {
    long value = array.get(position);
    array.closeGap(position, 1);
    return value;
  }

  @Override
  public int size() {
    return array.size();
  }

  @Override
  public int allocated() {
    return array.allocated();
  }

  @Override
  public long[] items() {
    return array.items();
  }
}
