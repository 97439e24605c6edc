package lessons.dynamicarrays;

import gradus.kit.Todo;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.Policy;

/** Task 2: an array of longs that grows, and counts what growing costs. */
public final class GrowingArray implements DynamicArray {

  public GrowingArray(Policy policy) {
    // Start empty, without a slot. Your Growth from task 1 chooses every capacity.
    throw new Todo();
  }

  @Override
  public void append(long value) {
    // Make room for one more item, then write it.
    throw new Todo();
  }

  @Override
  public void extend(long[] values) {
    // Make room for all of them at once, then write them.
    throw new Todo();
  }

  @Override
  public void clear() {
    // Forget the items; ask the rule what capacity size 0 leaves.
    throw new Todo();
  }

  @Override
  public long get(int index) {
    // Check the index against the size, never against the capacity.
    throw new Todo();
  }

  @Override
  public void set(int index, long value) {
    // As get, with the message of an assignment.
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
  public long copies() {
    // Add up, over all new blocks, the items that moved into them.
    throw new Todo();
  }

  @Override
  public long reallocs() {
    // Count the new blocks.
    throw new Todo();
  }

  @Override
  public long[] items() {
    // Hand out a copy of the items, without the free slots.
    throw new Todo();
  }
}
