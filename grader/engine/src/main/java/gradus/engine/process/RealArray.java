package gradus.engine.process;

import gradus.engine.layout.JuliaStructs;
import gradus.engine.memory.Memory;
import java.util.HashSet;
import java.util.Set;

/**
 * Julia's {@code Real[…]}: a number may be of any real type, so the array holds pointers to boxes
 * that say which.
 *
 * <pre>
 *   array ─→ pointer ─→ value     Float64 or Int64, its tag 8 bytes before it
 *            pointer ─→ value
 * </pre>
 */
public final class RealArray implements NumberArray {

  private final JuliaHeap heap;
  private final Memory memory;
  private final long array;

  private RealArray(JuliaHeap heap, long array) {
    this.heap = heap;
    this.array = array;
    memory = heap.memory();
  }

  /** An array of boxes in the order of the numbers: a Long is an Int64, all else a Float64. */
  public static RealArray of(JuliaHeap heap, Number... numbers) {
    long items = heap.items(numbers.length);
    RealArray array = new RealArray(heap, heap.array(heap.realVector(), items, numbers.length));
    for (int index = 0; index < numbers.length; index++) {
      array.set(index, numbers[index]);
    }
    return array;
  }

  /** The address of its {@code jl_array_t}. */
  public long address() {
    return array;
  }

  /** The address of the box at an index. */
  public long box(int index) {
    return memory.load64(slot(index));
  }

  /** Puts a number there in a box of its own: other arrays that share the old one keep it. */
  public void set(int index, Number number) {
    memory.store64(slot(index), heap.box(number));
  }

  /** Lets two places share a box. */
  public void share(int index, int from) {
    memory.store64(slot(index), box(from));
  }

  private long slot(int index) {
    return memory.load64(array) + (long) Long.BYTES * index;
  }

  @Override
  public int length() {
    return (int) memory.load64(array + JuliaStructs.ARRAY.offset("length"));
  }

  @Override
  public double get(int index) {
    long bits = memory.load64(box(index));
    boolean whole = memory.load64(box(index) - JuliaStructs.TAG) == heap.int64();
    return whole ? bits : Double.longBitsToDouble(bits);
  }

  @Override
  public void readHeader(AccessListener listener) {
    listener.accessed(array + JuliaStructs.ARRAY.offset("data"), Long.BYTES);
    listener.accessed(array + JuliaStructs.ARRAY.offset("length"), Long.BYTES);
  }

  /** The pointer, the tag to know what it points to, the value. */
  @Override
  public void read(int index, AccessListener listener) {
    listener.accessed(slot(index), Long.BYTES);
    listener.accessed(box(index) - JuliaStructs.TAG, JuliaStructs.TAG);
    listener.accessed(box(index), Long.BYTES);
  }

  @Override
  public long footprint() {
    Set<Long> boxes = new HashSet<>();
    for (int index = 0; index < length(); index++) {
      boxes.add(box(index));
    }
    long box = (long) JuliaStructs.TAG + JuliaStructs.BOX.size();
    long header = (long) JuliaStructs.TAG + JuliaStructs.ARRAY.size();
    return header + (long) Long.BYTES * length() + box * boxes.size();
  }
}
