package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.Policy;

/** Task 2: one class for everything an array does; {@link PythonList} borrows from it. */
public final class GrowingArray implements DynamicArray {
  private final Growth growth;
  private long[] block = new long[0];
  private int used;
  private long moved;
  private long blocks;

  public GrowingArray(Policy policy) {
    growth = new Growth(policy);
  }

  @Override
  public void append(long value) {
    openGap(used, 1);
    block[used - 1] = value;
  }

  @Override
  public void extend(long[] values) {
    int at = used;
    if (values.length > 0) {
      openGap(at, values.length);
    }
    for (long value : values) {
      block[at++] = value;
    }
  }

  @Override
  public void clear() {
    closeGap(0, used);
  }

  /** Makes room for some items before the one at an index; what the room holds is undefined. */
  void openGap(int index, int items) {
    int capacity = (int) growth.capacity(used, block.length, used + items);
    long[] target = capacity == block.length ? block : new long[capacity];
    for (int i = used - 1; i >= index; i--) {
      target[i + items] = block[i];
    }
    use(target, index, used, used + items);
  }

  /** Takes some items out, from the one at an index on. */
  void closeGap(int index, int items) {
    int capacity = (int) growth.capacity(used, block.length, used - items);
    long[] target = capacity == block.length ? block : new long[capacity];
    for (int i = index; i < used - items; i++) {
      target[i] = block[i + items];
    }
    use(target, index, used - items, used - items);
  }

  /** Brings the items before an index along, and counts if there is a new block. */
  private void use(long[] target, int index, int kept, int newUsed) {
    if (target != block) {
      for (int i = 0; i < index; i++) {
        target[i] = block[i];
      }
      moved += kept;
      blocks += target.length > 0 ? 1 : 0;
    }
    block = target;
    used = newUsed;
  }

  @Override
  public long get(int index) {
    return block[position(index, "list index out of range")];
  }

  @Override
  public void set(int index, long value) {
    block[position(index, "list assignment index out of range")] = value;
  }

  /** The slot an index of Python's means; an IndexError with this message if there is none. */
  int position(int index, String message) {
    boolean inRange = -used <= index && index < used;
    if (!inRange) {
      throw new PyError("IndexError", message);
    }
    return Math.floorMod(index, used);
  }

  @Override
  public int size() {
    return used;
  }

  @Override
  public int allocated() {
    return block.length;
  }

  @Override
  public long copies() {
    return moved;
  }

  @Override
  public long reallocs() {
    return blocks;
  }

  @Override
  public long[] items() {
    long[] items = new long[used];
    for (int i = 0; i < used; i++) {
      items[i] = block[i];
    }
    return items;
  }
}
