package gradus.engine.object;

import gradus.engine.layout.BufferStructs;
import gradus.engine.layout.Structs;
import gradus.engine.memory.Memory;

/**
 * Memoryviews: windows on the memory of another object (Objects/memoryobject.c).
 *
 * <pre>
 * memoryview ──▶ managed buffer ──▶ exporter
 *  own Py_buffer   Py_buffer the exporter filled in; ends when the last view of it does
 * </pre>
 */
public final class MemoryViews {

  public static final int MANAGED = BufferStructs.MEMORY_VIEW.offset("mbuf");
  public static final int HASH = BufferStructs.MEMORY_VIEW.offset("hash");
  static final int FLAGS = BufferStructs.MEMORY_VIEW.offset("flags");
  public static final int EXPORTS = BufferStructs.MEMORY_VIEW.offset("exports");
  public static final int WEAKLIST = BufferStructs.MEMORY_VIEW.offset("weakreflist");
  private static final int VIEW = BufferStructs.MEMORY_VIEW.offset("buf");
  private static final int ARRAYS = BufferStructs.MEMORY_VIEW.size();
  private static final int SIZE = Structs.VAR_OBJECT.offset("ob_size");

  private static final int MASTER = BufferStructs.MANAGED_BUFFER.offset("buf");
  private static final int MANAGED_FLAGS = BufferStructs.MANAGED_BUFFER.offset("flags");
  private static final int MANAGED_EXPORTS = BufferStructs.MANAGED_BUFFER.offset("exports");

  private static final int RELEASED = 1;
  private static final int C_ORDER = 2;
  private static final int FORTRAN_ORDER = 4;
  private static final int SCALAR = 8;

  private final Space py;
  private final Memory memory;
  private final long type;
  private final long managedType;

  MemoryViews(Space py) {
    this.py = py;
    memory = py.memory;
    type = py.types.declare("memoryview", BufferStructs.MEMORY_VIEW);
    managedType = py.types.declare("managedbuffer", BufferStructs.MANAGED_BUFFER);
  }

  /** The type {@code memoryview}. */
  public long type() {
    return type;
  }

  public long managedType() {
    return managedType;
  }

  public boolean is(long object) {
    return py.typeOf(object) == type;
  }

  /** {@code memoryview(object)}. */
  public long of(long object) {
    if (is(object)) {
      requireAlive(object);
      return make(memory.load64(object + MANAGED), view(object));
    }
    if (!py.buffers.supports(object)) {
      throw Raise.typeError(
          "memoryview: a bytes-like object is required, not '%s'".formatted(py.typeName(object)));
    }
    long managed = py.create(managedType);
    try {
      py.buffers.acquire(object, managed + MASTER, Buffers.FULL_READ_ONLY);
      return make(managed, managed + MASTER);
    } finally {
      py.decref(managed);
    }
  }

  /** A view of the same managed buffer, described as another view is. */
  public long make(long managed, long source) {
    int dimensions = memory.load32(source + Buffers.DIMENSIONS);
    long object = allocate(managed, dimensions);
    long view = view(object);
    memory.copy(view, source, Buffers.SIZE);
    long shape = memory.load64(source + Buffers.SHAPE);
    long strides = memory.load64(source + Buffers.STRIDES);
    if (memory.load64(view + Buffers.FORMAT) == 0) {
      memory.store64(view + Buffers.FORMAT, py.buffers.bytesFormat());
    }
    pointToArrays(object, dimensions);
    long length = memory.load64(source + Buffers.LENGTH);
    for (int at = 0; at < dimensions; at++) {
      long items = length / Math.max(1, memory.load64(source + Buffers.ITEM_SIZE));
      setShape(object, at, shape == 0 ? items : memory.load64(shape + 8L * at));
    }
    if (strides == 0) {
      setStrides(object, dimensions);
    } else if (dimensions > 0) {
      memory.copy(memory.load64(view + Buffers.STRIDES), strides, 8L * dimensions);
    }
    setFlags(object);
    return object;
  }

  private long allocate(long managed, int dimensions) {
    long object = py.allocate(type, ARRAYS + 24L * dimensions);
    memory.store64(object + SIZE, 3L * dimensions);
    memory.store64(object + HASH, -1);
    memory.store64(object + MANAGED, py.own(managed));
    memory.store64(managed + MANAGED_EXPORTS, memory.load64(managed + MANAGED_EXPORTS) + 1);
    py.track(object);
    return object;
  }

  /** Makes a view's shape and strides lie behind it. */
  void pointToArrays(long object, int dimensions) {
    long view = view(object);
    memory.store32(view + Buffers.DIMENSIONS, dimensions);
    memory.store64(view + Buffers.SHAPE, object + ARRAYS);
    memory.store64(view + Buffers.STRIDES, object + ARRAYS + 8L * dimensions);
  }

  /** Room for a view of another number of dimensions over the same buffer; it takes its place. */
  public long withDimensions(long source, int dimensions) {
    long object = allocate(memory.load64(source + MANAGED), dimensions);
    memory.copy(view(object), view(source), Buffers.SIZE);
    pointToArrays(object, dimensions);
    return object;
  }

  public void setShape(long object, int dimension, long length) {
    memory.store64(memory.load64(view(object) + Buffers.SHAPE) + 8L * dimension, length);
  }

  /** Strides of items that lie one after the other. */
  public void setStrides(long object, int dimensions) {
    long view = view(object);
    long stride = memory.load64(view + Buffers.ITEM_SIZE);
    for (int at = dimensions - 1; at >= 0; at--) {
      memory.store64(memory.load64(view + Buffers.STRIDES) + 8L * at, stride);
      stride *= memory.load64(memory.load64(view + Buffers.SHAPE) + 8L * at);
    }
  }

  /** Notes how the items lie. */
  public void setFlags(long object) {
    long view = view(object);
    int dimensions = memory.load32(view + Buffers.DIMENSIONS);
    int flags = dimensions == 0 ? SCALAR | C_ORDER | FORTRAN_ORDER : 0;
    flags |= inOrder(object, dimensions, true) ? C_ORDER : 0;
    flags |= inOrder(object, dimensions, false) ? FORTRAN_ORDER : 0;
    memory.store32(object + FLAGS, flags);
  }

  private boolean inOrder(long object, int dimensions, boolean lastFirst) {
    long expected = memory.load64(view(object) + Buffers.ITEM_SIZE);
    for (int step = 0; step < dimensions; step++) {
      int at = lastFirst ? dimensions - 1 - step : step;
      if (shape(object, at) > 1 && stride(object, at) != expected) {
        return false;
      }
      expected *= shape(object, at);
    }
    return true;
  }

  /** The address of a memoryview's own Py_buffer. */
  public long view(long object) {
    return object + VIEW;
  }

  public long shape(long object, int dimension) {
    return memory.load64(memory.load64(view(object) + Buffers.SHAPE) + 8L * dimension);
  }

  public long stride(long object, int dimension) {
    return memory.load64(memory.load64(view(object) + Buffers.STRIDES) + 8L * dimension);
  }

  public int dimensions(long object) {
    return memory.load32(view(object) + Buffers.DIMENSIONS);
  }

  /** Whether the items lie one after the other, the last index running fastest. */
  public boolean isContiguous(long object) {
    return (memory.load32(object + FLAGS) & C_ORDER) != 0;
  }

  public boolean isFortranContiguous(long object) {
    return (memory.load32(object + FLAGS) & FORTRAN_ORDER) != 0;
  }

  public boolean isReleased(long object) {
    return (memory.load32(object + FLAGS) & RELEASED) != 0
        || (memory.load32(memory.load64(object + MANAGED) + MANAGED_FLAGS) & RELEASED) != 0;
  }

  public void requireAlive(long object) {
    if (isReleased(object)) {
      throw Raise.valueError("operation forbidden on released memoryview object");
    }
  }

  /** Ends a view; the exporter hears of it when it was the last one. */
  public void release(long object) {
    if ((memory.load32(object + FLAGS) & RELEASED) != 0) {
      return;
    }
    if (memory.load64(object + EXPORTS) > 0) {
      long exports = memory.load64(object + EXPORTS);
      throw Raise.of(
          "BufferError",
          "memoryview has %d exported buffer%s".formatted(exports, exports == 1 ? "" : "s"));
    }
    memory.store32(object + FLAGS, memory.load32(object + FLAGS) | RELEASED);
    long managed = memory.load64(object + MANAGED);
    long left = memory.load64(managed + MANAGED_EXPORTS) - 1;
    memory.store64(managed + MANAGED_EXPORTS, left);
    if (left == 0) {
      releaseManaged(managed);
    }
  }

  /** Lets go of the exporter. */
  public void releaseManaged(long managed) {
    if ((memory.load32(managed + MANAGED_FLAGS) & RELEASED) == 0) {
      memory.store32(managed + MANAGED_FLAGS, memory.load32(managed + MANAGED_FLAGS) | RELEASED);
      py.buffers.release(managed + MASTER);
    }
  }

  public void dealloc(long object) {
    memory.store64(object + EXPORTS, 0);
    py.untrack(object);
    release(object);
    py.weakRefs.clear(object);
    py.xdecref(memory.load64(object + MANAGED));
    py.free(object);
  }

  /** Ends a view that is part of a cycle, unless something looks at memory through it. */
  public void clear(long object) {
    if (memory.load64(object + EXPORTS) == 0) {
      release(object);
      py.clear(object + MANAGED);
    }
  }

  public void deallocManaged(long managed) {
    py.untrack(managed);
    releaseManaged(managed);
    py.free(managed);
  }

  /** What a managed buffer holds. */
  public long exporter(long managed) {
    return memory.load64(managed + MASTER + Buffers.OBJ);
  }
}
