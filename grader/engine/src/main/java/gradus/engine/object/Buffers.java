package gradus.engine.object;

import gradus.engine.layout.BufferStructs;
import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import java.util.HashMap;
import java.util.Map;

/**
 * The buffer protocol: objects that let others look at their memory (PyObject_GetBuffer in
 * Objects/abstract.c). A view is a Py_buffer in memory, which whoever asks for it provides.
 */
public final class Buffers {

  public static final int BUF = BufferStructs.VIEW.offset("buf");
  public static final int OBJ = BufferStructs.VIEW.offset("obj");
  public static final int LENGTH = BufferStructs.VIEW.offset("len");
  public static final int ITEM_SIZE = BufferStructs.VIEW.offset("itemsize");
  public static final int READ_ONLY = BufferStructs.VIEW.offset("readonly");
  public static final int DIMENSIONS = BufferStructs.VIEW.offset("ndim");
  public static final int FORMAT = BufferStructs.VIEW.offset("format");
  public static final int SHAPE = BufferStructs.VIEW.offset("shape");
  public static final int STRIDES = BufferStructs.VIEW.offset("strides");
  public static final int SIZE = BufferStructs.VIEW.size();

  /** What a consumer asks for: bytes in a row. */
  public static final int SIMPLE = 0;

  /** That it may write. */
  public static final int WRITABLE = 1;

  /** The items' format. */
  public static final int WITH_FORMAT = 4;

  /** The lengths of the dimensions. */
  public static final int WITH_SHAPE = 8;

  /** The distances between items, which need not be in a row. */
  public static final int WITH_STRIDES = 0x10 | WITH_SHAPE;

  /** Everything an exporter can say. */
  public static final int FULL_READ_ONLY = 0x100 | WITH_STRIDES | WITH_FORMAT;

  private static final int GET = TypeStructs.BUFFER.offset("bf_getbuffer");
  private static final int RELEASE = TypeStructs.BUFFER.offset("bf_releasebuffer");
  private static final int VIEW_WORDS = SIZE / 8;

  private final Space py;
  private final Memory memory;
  private final long bytesFormat;
  private final Map<String, Long> formats = new HashMap<>();

  Buffers(Space py) {
    this.py = py;
    memory = py.memory;
    bytesFormat = py.data.string("B");
  }

  private long slot(long object, int offset) {
    long suite = memory.load64(py.typeOf(object) + Slots.AS_BUFFER);
    return suite == 0 ? 0 : memory.load64(suite + offset);
  }

  long bytesFormat() {
    return bytesFormat;
  }

  /** The address of a format as a C string. */
  public long formatOf(String format) {
    return formats.computeIfAbsent(format, py.data::string);
  }

  /** Whether an object lets others look at its memory. */
  public boolean supports(long object) {
    return slot(object, GET) != 0;
  }

  /** Fills in a view of an object, which has to be released. */
  public void acquire(long object, long view, int flags) {
    long function = slot(object, GET);
    if (function == 0) {
      throw Raise.typeError(
          "a bytes-like object is required, not '%s'".formatted(py.typeName(object)));
    }
    memory.fill(view, SIZE, 0);
    py.code.ternary(function).call(object, view, flags);
  }

  /** Ends a view. */
  public void release(long view) {
    long object = memory.load64(view + OBJ);
    if (object == 0) {
      return;
    }
    long function = slot(object, RELEASE);
    if (function != 0) {
      py.code.binary(function).call(object, view);
    }
    memory.store64(view + OBJ, 0);
    py.decref(object);
  }

  /** Describes bytes in a row (PyBuffer_FillInfo). */
  public void describe(
      long view, long object, long address, long length, boolean readOnly, int flags) {
    if (readOnly && (flags & WRITABLE) != 0) {
      throw Raise.of("BufferError", "Object is not writable.");
    }
    memory.store64(view + OBJ, py.own(object));
    memory.store64(view + BUF, address);
    memory.store64(view + LENGTH, length);
    memory.store64(view + ITEM_SIZE, 1);
    memory.store32(view + READ_ONLY, readOnly ? 1 : 0);
    memory.store32(view + DIMENSIONS, 1);
    memory.store64(view + FORMAT, (flags & WITH_FORMAT) != 0 ? bytesFormat : 0);
    memory.store64(view + SHAPE, (flags & WITH_SHAPE) != 0 ? view + LENGTH : 0);
    boolean strides = (flags & WITH_STRIDES) == WITH_STRIDES;
    memory.store64(view + STRIDES, strides ? view + ITEM_SIZE : 0);
  }

  /** Something done with a view. */
  @FunctionalInterface
  public interface Use {
    long with(long view);
  }

  /** Gets a view of an object for as long as something is done with it. */
  public long using(long object, int flags, Use use) {
    long view = py.stack.push(VIEW_WORDS);
    try {
      acquire(object, view, flags);
      try {
        return use.with(view);
      } finally {
        release(view);
      }
    } finally {
      py.stack.pop(VIEW_WORDS);
    }
  }

  /** A copy of the bytes of any object that has some. */
  public byte[] content(long object) {
    if (py.bytes.is(object)) {
      return py.bytes.content(object);
    }
    byte[][] content = new byte[1][];
    using(
        object,
        FULL_READ_ONLY,
        view -> {
          content[0] = bytesOf(view);
          return 0;
        });
    return content[0];
  }

  /** The bytes a view shows, its items one after the other. */
  public byte[] bytesOf(long view) {
    byte[] content = new byte[(int) memory.load64(view + LENGTH)];
    if (memory.load64(view + STRIDES) == 0) {
      return memory.bytes(memory.load64(view + BUF), content.length);
    }
    if (content.length > 0) {
      gather(view, memory.load64(view + BUF), 0, content, 0);
    }
    return content;
  }

  private int gather(long view, long address, int dimension, byte[] to, int at) {
    int item = (int) memory.load64(view + ITEM_SIZE);
    if (dimension == memory.load32(view + DIMENSIONS)) {
      System.arraycopy(memory.bytes(address, item), 0, to, at, item);
      return at + item;
    }
    long count = memory.load64(memory.load64(view + SHAPE) + 8L * dimension);
    long stride = memory.load64(memory.load64(view + STRIDES) + 8L * dimension);
    int next = at;
    for (long index = 0; index < count; index++) {
      next = gather(view, address + index * stride, dimension + 1, to, next);
    }
    return next;
  }
}
