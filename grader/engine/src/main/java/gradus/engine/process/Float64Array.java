package gradus.engine.process;

import gradus.engine.memory.Memory;

/** Julia's {@code Float64[…]}: one header, then the values side by side. */
public final class Float64Array extends JuliaArray {

  private Float64Array(Memory memory, long array) {
    super(memory, array);
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

  /** Overwrites a value in place. */
  public void set(int index, double value) {
    memory.store64(place(index), Double.doubleToRawLongBits(value));
  }

  @Override
  public double get(int index) {
    return Double.longBitsToDouble(memory.load64(place(index)));
  }

  @Override
  public void read(int index, AccessListener listener) {
    listener.accessed(place(index), Double.BYTES);
  }

  @Override
  public long footprint() {
    return ownFootprint();
  }
}
