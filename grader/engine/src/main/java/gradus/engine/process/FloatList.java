package gradus.engine.process;

import gradus.engine.layout.ObjectLayout;
import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Structs;
import gradus.engine.memory.Memory;
import java.util.HashSet;
import java.util.Set;

/** A Python list whose items are floats, looked at from outside. */
public final class FloatList implements NumberArray {

  private static final int SIZE = Structs.LIST.offset("ob_size");
  private static final int ITEMS = Structs.LIST.offset("ob_item");
  private static final int ALLOCATED = Structs.LIST.offset("allocated");
  private static final int TYPE = ObjectStructs.FLOAT.offset("ob_type");
  private static final int VALUE = ObjectStructs.FLOAT.offset("ob_fval");

  private final Memory memory;
  private final ObjectLayout layout;
  private final long list;

  /** The list at an address; every item is a float. */
  public FloatList(Memory memory, ObjectLayout layout, long list) {
    this.memory = memory;
    this.layout = layout;
    this.list = list;
  }

  private long slot(int index) {
    return memory.load64(list + ITEMS) + (long) Long.BYTES * index;
  }

  @Override
  public int length() {
    return (int) memory.load64(list + SIZE);
  }

  @Override
  public double get(int index) {
    return Double.longBitsToDouble(memory.load64(memory.load64(slot(index)) + VALUE));
  }

  @Override
  public void readHeader(AccessListener listener) {
    listener.accessed(list + SIZE, Long.BYTES);
    listener.accessed(list + ITEMS, Long.BYTES);
  }

  /** The pointer, the type to know what it points to, the value. */
  @Override
  public void read(int index, AccessListener listener) {
    listener.accessed(slot(index), Long.BYTES);
    long item = memory.load64(slot(index));
    listener.accessed(item + TYPE, Long.BYTES);
    listener.accessed(item + VALUE, Double.BYTES);
  }

  /** Counts the slots that there is room for, and the collector's header of the list. */
  @Override
  public long footprint() {
    Set<Long> items = new HashSet<>();
    for (int index = 0; index < length(); index++) {
      items.add(memory.load64(slot(index)));
    }
    long slots = Long.BYTES * memory.load64(list + ALLOCATED);
    long header = (long) layout.gcHead().size() + Structs.LIST.size();
    return header + slots + (long) ObjectStructs.FLOAT.size() * items.size();
  }
}
