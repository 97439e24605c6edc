package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.IndexedArray;
import gradus.kit.dynamicarrays.Policy;
import java.util.Arrays;

public final class PythonList implements IndexedArray {
  private final Growth growth;
  private long[] data = new long[0];
  private int size;

  public PythonList(Policy policy) {
    growth = new Growth(policy);
  }

  private void resize(int newSize) {
    data = Arrays.copyOf(data, (int) growth.capacity(size, data.length, newSize));
    size = newSize;
  }

  @Override
  public void append(long value) {
    resize(size + 1);
    data[size - 1] = value;
  }

  @Override
  public void insert(int index, long value) {
    resize(size + 1);
    if (index < 0) {
      index = Math.max(0, index + size);
    }
    index = Math.min(index, size - 1);
    for (int i = size - 1; i > index; i--) {
      data[i] = data[i - 1];
    }
    data[index] = value;
  }

  @Override
  public long pop() {
    return popAt(-1);
  }

  @Override
  public long popAt(int index) {
    if (size == 0) {
      throw new PyError("IndexError", "pop from empty list");
    }
    if (index < 0) {
      index += size;
    }
    if (index < 0 || index >= size) {
      throw new PyError("IndexError", "pop index out of range");
    }
    long value = data[index];
    for (int i = index; i < size - 1; i++) {
      data[i] = data[i + 1];
    }
    resize(size - 1);
    return value;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int allocated() {
    return data.length;
  }

  @Override
  public long[] items() {
    return Arrays.copyOf(data, size);
  }
}
