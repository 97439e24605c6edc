package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Structs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;

/**
 * Bytearrays: a size and a block of their own, in which the content may start late
 * (Objects/bytearrayobject.c).
 */
public final class ByteArrays {

  private static final int SIZE = Structs.VAR_OBJECT.offset("ob_size");
  private static final int ALLOC = ObjectStructs.BYTEARRAY.offset("ob_alloc");
  private static final int BLOCK = ObjectStructs.BYTEARRAY.offset("ob_bytes");
  private static final int START = ObjectStructs.BYTEARRAY.offset("ob_start");
  private static final int EXPORTS = ObjectStructs.BYTEARRAY.offset("ob_exports");

  private final Space py;
  private final Memory memory;
  private final long type;
  private final long empty;

  ByteArrays(Space py) {
    this.py = py;
    memory = py.memory;
    type = py.types.declare("bytearray", ObjectStructs.BYTEARRAY);
    empty = py.data.string("");
  }

  /** The type {@code bytearray}. */
  public long type() {
    return type;
  }

  public boolean is(long object) {
    return py.typeOf(object) == type || py.typeObjects.isInstance(object, type);
  }

  public int size(long array) {
    return (int) memory.load64(array + SIZE);
  }

  /** How many bytes its block has room for. */
  public long allocated(long array) {
    return memory.load64(array + ALLOC);
  }

  /** The address of the first byte. */
  public long start(long array) {
    long start = memory.load64(array + START);
    return start == 0 ? empty : start;
  }

  /** A copy of the content. */
  public byte[] content(long array) {
    return memory.bytes(start(array), size(array));
  }

  /** A new bytearray of this content. */
  public long of(byte[] content) {
    long array = py.create(type);
    if (content.length > 0) {
      long block = allocate(content.length + 1L);
      memory.store64(array + BLOCK, block);
      memory.store64(array + START, block);
      memory.store64(array + ALLOC, content.length + 1L);
      memory.load(block, content);
      memory.store8(block + content.length, 0);
    }
    memory.store64(array + SIZE, content.length);
    return array;
  }

  private long allocate(long size) {
    long block = py.allocator.malloc(size);
    if (block == Allocator.NULL) {
      throw Raise.memoryError();
    }
    return block;
  }

  public void dealloc(long array) {
    if (memory.load32(array + EXPORTS) > 0) {
      py.exceptions.unraisable(
          Raise.systemError("deallocated bytearray object has exported buffers"), array);
    }
    py.allocator.free(memory.load64(array + BLOCK));
    py.free(array);
  }

  public void export(long array, int change) {
    memory.store32(array + EXPORTS, memory.load32(array + EXPORTS) + change);
  }

  public void requireResizable(long array) {
    if (memory.load32(array + EXPORTS) > 0) {
      throw Raise.of("BufferError", "Existing exports of data: object cannot be re-sized");
    }
  }

  /** Changes the size, and the block where that is too small or much too large. */
  public void resize(long array, long size) {
    if (size == size(array)) {
      return;
    }
    requireResizable(array);
    long alloc = allocated(array);
    long skipped = memory.load64(array + START) - memory.load64(array + BLOCK);
    if (size + skipped + 1 <= alloc) {
      if (size >= alloc / 2) {
        setSize(array, size);
        return;
      }
      alloc = size + 1;
    } else {
      boolean slowly = size <= alloc * 1.125;
      alloc = slowly ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
    }
    move(array, size, alloc, skipped);
    setSize(array, size);
  }

  private void move(long array, long size, long alloc, long skipped) {
    long old = memory.load64(array + BLOCK);
    long block;
    if (skipped > 0) {
      block = allocate(alloc);
      memory.copy(block, old + skipped, Math.min(size, size(array)));
      py.allocator.free(old);
    } else {
      block = py.allocator.realloc(old, alloc);
      if (block == Allocator.NULL) {
        throw Raise.memoryError();
      }
    }
    memory.store64(array + BLOCK, block);
    memory.store64(array + START, block);
    memory.store64(array + ALLOC, alloc);
  }

  private void setSize(long array, long size) {
    memory.store64(array + SIZE, size);
    memory.store8(memory.load64(array + START) + size, 0);
  }

  /** Puts a byte at the end. */
  public void append(long array, int value) {
    long size = size(array);
    resize(array, size + 1);
    memory.store8(start(array) + size, value);
  }

  /** The same as an iteration does it, which fills the block before it asks for more. */
  public void appendNext(long array, int value) {
    long size = size(array);
    if (size + 1 < allocated(array)) {
      memory.store64(array + SIZE, size + 1);
      memory.store8(start(array) + size + 1, 0);
    } else {
      resize(array, size + 1);
    }
    memory.store8(start(array) + size, value);
  }

  /** {@code array[from:to] = content}. */
  public void splice(long array, long from, long to, byte[] content) {
    long growth = content.length - (to - from);
    long size = size(array);
    if (growth < 0) {
      requireResizable(array);
      if (from == 0) {
        memory.store64(array + START, memory.load64(array + START) - growth);
      } else {
        memory.copy(start(array) + from + content.length, start(array) + to, size - to);
      }
      resize(array, size + growth);
    } else if (growth > 0) {
      resize(array, size + growth);
      memory.copy(start(array) + to + growth, start(array) + to, size - to);
    }
    if (content.length > 0) {
      memory.load(start(array) + from, content);
    }
  }
}
