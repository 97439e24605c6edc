package gradus.engine.process;

import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;

/** C's {@code double a[n]}: the numbers and nothing else. */
public final class CArray implements NumberArray {

  private final Memory memory;
  private final long address;
  private final int length;

  /** The array at an address. */
  public CArray(Memory memory, long address, int length) {
    this.memory = memory;
    this.address = address;
    this.length = length;
  }

  /**
   * A local variable: the array lies in the frame of a call that has just been made, and is gone
   * when it returns.
   *
   * @param name of a variable with {@link StackVariable#doubles}
   */
  public static CArray onStack(Memory memory, CallFrame frame, String name, double... values) {
    return new CArray(memory, frame.addressOf(name), values.length).filled(values);
  }

  /** A block from malloc. */
  public static CArray onHeap(Memory memory, Allocator allocator, double... values) {
    long address = allocator.malloc((long) Double.BYTES * values.length);
    return new CArray(memory, address, values.length).filled(values);
  }

  private CArray filled(double... values) {
    for (int index = 0; index < values.length; index++) {
      set(index, values[index]);
    }
    return this;
  }

  public long address() {
    return address;
  }

  /** {@code a[index] = value}; C checks no bounds, and neither does this. */
  public void set(int index, double value) {
    memory.store64(place(index), Double.doubleToRawLongBits(value));
  }

  private long place(int index) {
    return address + (long) Double.BYTES * index;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public double get(int index) {
    return Double.longBitsToDouble(memory.load64(place(index)));
  }

  @Override
  public void readHeader(AccessListener listener) {}

  @Override
  public void read(int index, AccessListener listener) {
    listener.accessed(place(index), Double.BYTES);
  }

  @Override
  public long footprint() {
    return (long) Double.BYTES * length;
  }
}
