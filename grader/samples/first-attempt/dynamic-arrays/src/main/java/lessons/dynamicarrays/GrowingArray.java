package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.Policy;
import java.util.Arrays;

public final class GrowingArray implements DynamicArray {
  private final Growth growth;
  private long[] data = new long[0];
  private int size;
  private long copies;
  private long reallocs;

  public GrowingArray(Policy policy) {
    growth = new Growth(policy);
  }

  private void resize(int newSize) {
    int capacity = (int) growth.capacity(size, data.length, newSize);
    if (capacity != data.length) {
      if (capacity > 0) {
        copies += data.length;
        reallocs++;
      }
      data = Arrays.copyOf(data, capacity);
    }
    size = newSize;
  }

  @Override
  public void append(long value) {
    resize(size + 1);
    data[size - 1] = value;
  }

  @Override
  public void extend(long[] values) {
    int old = size;
    if (values.length > 0) {
      resize(size + values.length);
      System.arraycopy(values, 0, data, old, values.length);
    }
  }

  @Override
  public void clear() {
    resize(0);
  }

  @Override
  public long get(int index) {
    if (index < 0) {
      index += size;
    }
    if (index < 0 || index >= size) {
      throw new PyError("IndexError", "list index out of range");
    }
    return data[index];
  }

  @Override
  public void set(int index, long value) {
    if (index < 0) {
      index += size;
    }
    if (index < 0 || index >= size) {
      throw new PyError("IndexError", "list assignment index out of range");
    }
    data[index] = value;
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
  public long copies() {
    return copies;
  }

  @Override
  public long reallocs() {
    return reallocs;
  }

  @Override
  public long[] items() {
    return Arrays.copyOf(data, size);
  }
}
