package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import java.util.Arrays;

/**
 * The slots behind an array, and the items in the first of them. Both arrays of this lesson change
 * their size here and nowhere else, so the rule is asked and the costs are counted in one place.
 */
final class Block {
  private final CapacityRule rule;
  private long[] slots = {};
  private int size;
  private long copies;
  private long reallocs;

  Block(CapacityRule rule) {
    this.rule = rule;
  }

  /** Sets the size; new items are whatever their slots hold. */
  void resize(int newSize) {
    int capacity = Math.toIntExact(rule.capacity(size, slots.length, newSize));
    if (capacity != slots.length) {
      move(capacity, Math.min(size, newSize));
    }
    size = newSize;
  }

  private void move(int capacity, int items) {
    if (capacity > 0) {
      reallocs++;
      copies += items;
    }
    long[] fresh = new long[capacity];
    System.arraycopy(slots, 0, fresh, 0, items);
    slots = fresh;
  }

  /** Shifts the items from one index on, so that they begin at another. */
  void shift(int from, int to, int items) {
    System.arraycopy(slots, from, slots, to, items);
  }

  void write(int index, long value) {
    slots[index] = value;
  }

  void write(int index, long[] values) {
    System.arraycopy(values, 0, slots, index, values.length);
  }

  long read(int index) {
    return slots[index];
  }

  long[] items() {
    return Arrays.copyOf(slots, size);
  }

  int size() {
    return size;
  }

  int allocated() {
    return slots.length;
  }

  long copies() {
    return copies;
  }

  long reallocs() {
    return reallocs;
  }
}
