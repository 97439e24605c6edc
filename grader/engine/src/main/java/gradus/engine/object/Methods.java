package gradus.engine.object;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;

/** Bound methods: a function and the object it is called with; dead ones are kept for reuse. */
public final class Methods {

  private static final int FUNCTION = CodeStructs.METHOD.offset("im_func");
  private static final int SELF = CodeStructs.METHOD.offset("im_self");
  private static final int WEAKLIST = CodeStructs.METHOD.offset("im_weakreflist");
  private static final int MAX_FREE = 256;

  private final Space py;
  private final Memory memory;
  private long free;
  private int freeCount;

  Methods(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** Whether the next method needs no new memory, so that no collection can start. */
  boolean hasFree() {
    return free != 0;
  }

  /** A function bound to an object. */
  public long of(long function, long self) {
    long method = free;
    if (method == 0) {
      method = py.allocate(py.types.method, CodeStructs.METHOD.size());
    } else {
      free = memory.load64(method + SELF);
      freeCount--;
      memory.store64(method + WEAKLIST, 0);
      py.refs.initialise(method, py.types.method);
    }
    long[] near = memory.segmentOf(method);
    Memory.put64(near, method + FUNCTION, py.own(function));
    Memory.put64(near, method + SELF, py.own(self));
    py.track(method);
    return method;
  }

  /** The object a method is bound to, borrowed. */
  public long self(long method) {
    return memory.load64(method + SELF);
  }

  /** What a method calls, borrowed. */
  public long function(long method) {
    return memory.load64(method + FUNCTION);
  }

  public long call(long method, long arguments, int count, long names) {
    int all = count + (names == 0 ? 0 : py.tuples.size(names));
    long array = py.stack.push(all + 1);
    try {
      memory.store64(array, memory.load64(method + SELF));
      for (int index = 0; index < all; index++) {
        memory.store64(array + 8L * index + 8, memory.load64(arguments + 8L * index));
      }
      return py.calls.direct(memory.load64(method + FUNCTION), array, count + 1, names);
    } finally {
      py.stack.pop(all + 1);
    }
  }

  void clearFreeList() {
    while (free != 0) {
      long method = free;
      free = memory.load64(method + SELF);
      py.free(method);
    }
    freeCount = 0;
  }

  public void dealloc(long method) {
    py.untrack(method);
    if (memory.load64(method + WEAKLIST) != 0) {
      py.weakRefs.clear(method);
    }
    py.decref(memory.load64(method + FUNCTION));
    py.xdecref(memory.load64(method + SELF));
    if (freeCount < MAX_FREE) {
      memory.store64(method + SELF, free);
      free = method;
      freeCount++;
    } else {
      py.free(method);
    }
  }
}
