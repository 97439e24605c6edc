package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.Policy;

/** Task 2: an array that grows, on top of a {@link Block}. */
public final class GrowingArray implements DynamicArray {
  private final Block block;

  public GrowingArray(Policy policy) {
    block = new Block(new Growth(policy));
  }

  @Override
  public void append(long value) {
    int end = block.size();
    block.resize(end + 1);
    block.write(end, value);
  }

  @Override
  public void extend(long[] values) {
    if (values.length == 0) {
      return;
    }
    int end = block.size();
    block.resize(end + values.length);
    block.write(end, values);
  }

  @Override
  public void clear() {
    block.resize(0);
  }

  @Override
  public long get(int index) {
    return block.read(checked(index, "list index out of range"));
  }

  @Override
  public void set(int index, long value) {
    block.write(checked(index, "list assignment index out of range"), value);
  }

  private int checked(int index, String message) {
    int position = index < 0 ? index + block.size() : index;
    if (position < 0 || position >= block.size()) {
      throw new PyError("IndexError", message);
    }
    return position;
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
  public long copies() {
    return block.copies();
  }

  @Override
  public long reallocs() {
    return block.reallocs();
  }

  @Override
  public long[] items() {
    return block.items();
  }
}
