package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;

/** Floats as bytes: a double; up to 100 dead ones are kept (Objects/floatobject.c). */
public final class Floats {

  private static final int VALUE = ObjectStructs.FLOAT.offset("ob_fval");
  private static final int MAX_FREE = 100;

  private final Space py;
  private final Memory memory;
  private final long type;
  private long free;
  private int freeCount;

  Floats(Space py) {
    this.py = py;
    memory = py.memory;
    type = py.types.floating;
    py.refs.floatsEnd(type, this::dealloc);
  }

  /** A float of this value. */
  public long of(double value) {
    long object = free;
    if (object == 0) {
      object = py.allocate(type, ObjectStructs.FLOAT.size());
      store(object, value);
      return object;
    }
    free = memory.load64(object + References.TYPE);
    freeCount--;
    long[] bytes = memory.segmentOf(object);
    Memory.put64(bytes, object + References.COUNT, 1);
    Memory.put64(bytes, object + References.TYPE, type);
    Memory.put64(bytes, object + VALUE, Double.doubleToRawLongBits(value));
    return object;
  }

  /** The value of a float or of an object of a type derived from float. */
  public double value(long object) {
    return Double.longBitsToDouble(memory.load64(object + VALUE));
  }

  public void store(long object, double value) {
    memory.store64(object + VALUE, Double.doubleToRawLongBits(value));
  }

  /** Whether an object is a float or of a type derived from it. */
  public boolean is(long object) {
    return isExact(object) || py.typeObjects.isSubtype(py.typeOf(object), type);
  }

  /** Whether an object is exactly a float. */
  public boolean isExact(long object) {
    return memory.load64(object + References.TYPE) == type;
  }

  void clearFreeList() {
    while (free != 0) {
      long object = free;
      free = memory.load64(object + References.TYPE);
      py.allocator.free(object);
    }
    freeCount = 0;
  }

  /** Dead floats are linked through their type field. */
  public void dealloc(long object) {
    if (!isExact(object) || freeCount >= MAX_FREE) {
      py.free(object);
      return;
    }
    memory.store64(object + References.TYPE, free);
    free = object;
    freeCount++;
  }
}
