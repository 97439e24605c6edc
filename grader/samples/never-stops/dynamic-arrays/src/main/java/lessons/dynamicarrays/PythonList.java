package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.IndexedArray;
import gradus.kit.dynamicarrays.Policy;

/** Task 3: insert and pop with Python's index rules, on top of a {@link Block}. */
public final class PythonList implements IndexedArray {
  private final Block block;

  public PythonList(Policy policy) {
    block = new Block(new Growth(policy));
  }

  @Override
  public void append(long value) {
    insert(block.size(), value);
  }

  @Override
  public void insert(int index, long value) {
    int size = block.size();
    int position = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
    block.resize(size + 1);
    block.shift(position, position + 1, size - position);
    block.write(position, value);
  }

  @Override
  public long pop() {
    return popAt(-1);
  }

  @Override
  public long popAt(int index) {
    int size = block.size();
    if (size == 0) {
      throw new PyError("IndexError", "pop from empty list");
    }
    int position = index < 0 ? index + size : index;
    if (position < 0 || position >= size) {
      throw new PyError("IndexError", "pop index out of range");
    }
    long value = block.read(position);
    block.shift(position + 1, position, size - position - 1);
    block.resize(size - 1);
    return value;
  }

  @Override
  public int size() {
    return block.size();
  }

  @Override
  public int allocated() {
    return block.allocated();
  }

  @Override
  public long[] items() {
    return block.items();
  }
}
