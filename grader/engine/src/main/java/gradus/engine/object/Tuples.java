package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Structs;
import gradus.engine.memory.Memory;

/** Tuples as bytes: a size and as many pointers (Objects/tupleobject.c). */
public final class Tuples {

  public static final int SIZE = Structs.VAR_OBJECT.offset("ob_size");

  /** The offset of the first item. */
  public static final int ITEMS = ObjectStructs.TUPLE.size();

  private static final int FREE_SIZES = 20;
  private static final int MAX_FREE = 2000;

  private final Space py;
  private final Memory memory;
  private final long[] free = new long[FREE_SIZES];
  private final int[] freeCount = new int[FREE_SIZES];
  private long empty;

  Tuples(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public boolean is(long object) {
    return py.types.is(object, TypeFlags.TUPLE);
  }

  public int size(long tuple) {
    return (int) memory.load64(tuple + SIZE);
  }

  /** An item, borrowed; the index must be in range. */
  public long get(long tuple, int index) {
    return memory.load64(tuple + ITEMS + 8L * index);
  }

  /** Sets an item of a new tuple; the reference is taken over. */
  public void set(long tuple, int index, long item) {
    memory.store64(tuple + ITEMS + 8L * index, item);
  }

  /** The empty tuple. */
  public long empty() {
    if (empty == 0) {
      empty = py.create(py.types.tuple);
    }
    return py.own(empty);
  }

  /**
   * Gives a tuple that only one iterator holds its next items, or makes another if somebody keeps
   * it; the items' references are taken over.
   */
  public long renew(long tuple, long... items) {
    if (py.refs.count(tuple) != 1) {
      long made = create(items.length);
      for (int index = 0; index < items.length; index++) {
        set(made, index, items[index]);
      }
      return made;
    }
    py.incref(tuple);
    for (int index = 0; index < items.length; index++) {
      long old = get(tuple, index);
      set(tuple, index, items[index]);
      py.decref(old);
    }
    return tuple;
  }

  /** A tuple of so many items, all NULL until they are set. */
  public long create(int size) {
    long tuple = unset(size);
    memory.clear(tuple + ITEMS, 8L * size);
    return tuple;
  }

  /** A tuple of so many items, which are to be set before anything else happens. */
  public long unset(int size) {
    if (size == 0) {
      return empty();
    }
    long tuple;
    if (size < FREE_SIZES && free[size] != 0) {
      tuple = free[size];
      free[size] = memory.load64(tuple + ITEMS);
      freeCount[size]--;
      py.refs.initialise(tuple, py.types.tuple);
    } else {
      tuple = py.allocate(py.types.tuple, ITEMS + 8L * size);
      memory.store64(tuple + SIZE, size);
    }
    py.track(tuple);
    return tuple;
  }

  /** A tuple of these items, of which it takes references of its own. */
  public long of(long... items) {
    long tuple = create(items.length);
    for (int index = 0; index < items.length; index++) {
      set(tuple, index, py.own(items[index]));
    }
    return tuple;
  }

  /** A tuple of the pointers in an array in memory, of which it takes references of its own. */
  public long ofArray(long array, int count) {
    long tuple = unset(count);
    for (int index = 0; index < count; index++) {
      set(tuple, index, py.own(memory.load64(array + 8L * index)));
    }
    return tuple;
  }

  /** The items from one index to before another. */
  public long slice(long tuple, int from, int to) {
    boolean whole = from == 0 && to == size(tuple) && py.typeOf(tuple) == py.types.tuple;
    return whole ? py.own(tuple) : ofArray(tuple + ITEMS + 8L * from, Math.max(0, to - from));
  }

  public void dealloc(long tuple) {
    py.untrack(tuple);
    boolean exact = py.typeOf(tuple) == py.types.tuple;
    if (!py.trashcan().enter(tuple)) {
      return;
    }
    int size = size(tuple);
    for (int index = size - 1; index >= 0; index--) {
      py.xdecref(get(tuple, index));
    }
    boolean keep = size > 0 && size < FREE_SIZES && freeCount[size] < MAX_FREE;
    if (keep && exact) {
      memory.store64(tuple + ITEMS, free[size]);
      free[size] = tuple;
      freeCount[size]++;
    } else {
      py.free(tuple);
    }
    py.trashcan().leave();
  }

  void clearFreeLists() {
    for (int size = 1; size < FREE_SIZES; size++) {
      while (free[size] != 0) {
        long tuple = free[size];
        free[size] = memory.load64(tuple + ITEMS);
        py.free(tuple);
      }
      freeCount[size] = 0;
    }
  }
}
