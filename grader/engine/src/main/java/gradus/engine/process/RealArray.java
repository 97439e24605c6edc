package gradus.engine.process;

import gradus.engine.layout.JuliaStructs;
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
public final class RealArray extends JuliaArray {

  private final JuliaHeap heap;

  private RealArray(JuliaHeap heap, long array) {
    super(heap.memory(), array);
    this.heap = heap;
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

  /** The address of the box at an index. */
  public long box(int index) {
    return memory.load64(place(index));
  }

  /** Puts a number there in a box of its own: other arrays that share the old one keep it. */
  public void set(int index, Number number) {
    memory.store64(place(index), heap.box(number));
  }

  /** Lets two places share a box. */
  public void share(int index, int from) {
    memory.store64(place(index), box(from));
  }

  @Override
  public double get(int index) {
    long bits = memory.load64(box(index));
    boolean whole = memory.load64(box(index) - JuliaStructs.TAG) == heap.int64();
    return whole ? bits : Double.longBitsToDouble(bits);
  }

  /** The pointer, the tag to know what it points to, the value. */
  @Override
  public void read(int index, AccessListener listener) {
    listener.accessed(place(index), Long.BYTES);
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
    return ownFootprint() + box * boxes.size();
  }
}
