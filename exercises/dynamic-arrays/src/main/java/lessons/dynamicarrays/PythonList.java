package lessons.dynamicarrays;

import gradus.kit.Todo;
import gradus.kit.dynamicarrays.IndexedArray;
import gradus.kit.dynamicarrays.Policy;

/** Task 3: inserting and removing anywhere, with Python's index rules and messages. */
public final class PythonList implements IndexedArray {

  public PythonList(Policy policy) {
    // Start empty, without a slot. Share code with GrowingArray if you like; new files are fine.
    throw new Todo();
  }

  @Override
  public void append(long value) {
    // As in task 2.
    throw new Todo();
  }

  @Override
  public void insert(int index, long value) {
    // Bring the index into range, make room, shift the items behind it by one, write.
    throw new Todo();
  }

  @Override
  public long pop() {
    // Remove the last item.
    throw new Todo();
  }

  @Override
  public long popAt(int index) {
    // Check first, change nothing on an error; then close the gap and resize.
    throw new Todo();
  }

  @Override
  public int size() {
    // Count items.
    throw new Todo();
  }

  @Override
  public int allocated() {
    // Count slots.
    throw new Todo();
  }

  @Override
  public long[] items() {
    // Hand out a copy of the items, without the free slots.
    throw new Todo();
  }
}
