package gradus.engine.process;

import gradus.engine.layout.JuliaStructs;
import gradus.engine.memory.Memory;

/** Julia's {@code Float64[…]}: one header, then the values side by side. */
public final class Float64Array implements NumberArray {

  private final Memory memory;
  private final long array;

  private Float64Array(Memory memory, long array) {
    this.memory = memory;
    this.array = array;
  }

  /** An array of these values. */
  public static Float64Array of(JuliaHeap heap, double... values) {
    long items = heap.items(values.length);
    Float64Array array =
        new Float64Array(heap.memory(), heap.array(heap.float64Vector(), items, values.length));
    for (int index = 0; index < values.length; index++) {
      array.set(index, values[index]);
    }
    return array;
  }

  /** The address of its {@code jl_array_t}. */
  public long address() {
    return array;
  }

  /** Overwrites a value in place. */
  public void set(int index, double value) {
    memory.store64(place(index), Double.doubleToRawLongBits(value));
  }

  private long place(int index) {
    return memory.load64(array) + (long) Double.BYTES * index;
  }

  @Override
  public int length() {
    return (int) memory.load64(array + JuliaStructs.ARRAY.offset("length"));
  }

  @Override
  public double get(int index) {
    return Double.longBitsToDouble(memory.load64(place(index)));
  }

  @Override
  public void readHeader(AccessListener listener) {
    listener.accessed(array + JuliaStructs.ARRAY.offset("data"), Long.BYTES);
    listener.accessed(array + JuliaStructs.ARRAY.offset("length"), Long.BYTES);
  }

  @Override
  public void read(int index, AccessListener listener) {
    listener.accessed(place(index), Double.BYTES);
  }

  @Override
  public long footprint() {
    return JuliaStructs.TAG + JuliaStructs.ARRAY.size() + (long) Double.BYTES * length();
  }
}
