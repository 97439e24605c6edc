package gradus.engine.lib.io;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.BytesObjects;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * The content of a BytesIO: a bytes object, perhaps with room to spare, of which nobody else knows
 * while it is written to.
 */
final class ByteStore {

  static final int BUFFER = LibraryStructs.BYTES_IO.offset("buf");
  static final int EXPORTS = LibraryStructs.BYTES_IO.offset("exports");
  private static final int POSITION = LibraryStructs.BYTES_IO.offset("pos");
  private static final int LENGTH = LibraryStructs.BYTES_IO.offset("string_size");

  private final Space py;
  private final Memory memory;

  ByteStore(Space py) {
    this.py = py;
    memory = py.memory;
  }

  long create(long type) {
    long stream = py.create(type);
    restart(stream);
    return stream;
  }

  /** Empties a stream and opens it. */
  void restart(long stream) {
    py.replace(stream + BUFFER, py.bytes.of(new byte[0]));
    memory.store64(stream + LENGTH, 0);
    memory.store64(stream + POSITION, 0);
  }

  /** Takes a bytes object for the content, until something is written. */
  void share(long stream, long bytes) {
    py.replace(stream + BUFFER, py.own(bytes));
    memory.store64(stream + LENGTH, py.bytes.size(bytes));
    memory.store64(stream + POSITION, py.bytes.size(bytes));
  }

  void close(long stream) {
    py.clear(stream + BUFFER);
  }

  boolean isClosed(long stream) {
    return memory.load64(stream + BUFFER) == 0;
  }

  /** The stream itself, if it can be used. */
  long open(long stream) {
    if (isClosed(stream)) {
      throw StreamBase.closed();
    }
    return stream;
  }

  /** While memory views look at the content, it must stay where it is. */
  void requireNoExports(long stream) {
    if (memory.load64(stream + EXPORTS) > 0) {
      throw Raise.of("BufferError", "Existing exports of data: object cannot be re-sized");
    }
  }

  long position(long stream) {
    return memory.load64(stream + POSITION);
  }

  void setPosition(long stream, long position) {
    memory.store64(stream + POSITION, position);
  }

  long length(long stream) {
    return memory.load64(stream + LENGTH);
  }

  /** The whole content; the stream's own object if nothing of it is to spare. */
  long value(long stream) {
    long buffer = memory.load64(stream + BUFFER);
    return py.bytes.size(buffer) == length(stream)
        ? py.own(buffer)
        : slice(stream, 0, length(stream));
  }

  private long slice(long stream, long from, long to) {
    long data = memory.load64(stream + BUFFER) + BytesObjects.DATA;
    return py.bytes.of(memory.bytes(data + from, to - from));
  }

  /** At most so many bytes from the position on, all for -1. */
  long take(long stream, long amount) {
    long left = Math.max(0, length(stream) - position(stream));
    long taken = amount < 0 ? left : Math.min(left, amount);
    long bytes =
        taken == 0
            ? py.bytes.of(new byte[0])
            : slice(stream, position(stream), position(stream) + taken);
    setPosition(stream, position(stream) + taken);
    return bytes;
  }

  /** The rest of a line, at most so many bytes of it if there is a limit. */
  long line(long stream, long limit) {
    long data = memory.load64(stream + BUFFER) + BytesObjects.DATA;
    long at = position(stream);
    while (at < length(stream)) {
      if (memory.load8(data + at++) == '\n') {
        break;
      }
    }
    long found = at - position(stream);
    return take(stream, limit < 0 ? found : Math.min(limit, found));
  }

  /** Overwrites from the position on; a gap behind the content becomes zeros. */
  void write(long stream, byte[] content) {
    if (content.length == 0) {
      return;
    }
    long position = position(stream);
    long length = length(stream);
    long end = position + content.length;
    makeOwn(stream, Math.max(end, length));
    long data = memory.load64(stream + BUFFER) + BytesObjects.DATA;
    if (position > length) {
      memory.fill(data + length, position - length, 0);
    }
    memory.load(data + position, content);
    memory.store64(stream + LENGTH, Math.max(end, length));
    setPosition(stream, end);
  }

  void truncate(long stream, long length) {
    if (length < length(stream)) {
      memory.store64(stream + LENGTH, length);
      py.replace(stream + BUFFER, slice(stream, 0, length));
    }
  }

  /** Makes the bytes object large enough, and the stream its only owner. */
  void makeOwn(long stream, long size) {
    long buffer = memory.load64(stream + BUFFER);
    long room = py.bytes.size(buffer);
    if (size <= room && py.refs.count(buffer) == 1) {
      return;
    }
    boolean slowly = size > room && size <= room * 9 / 8;
    long wanted = size <= room ? room : slowly ? size + (size >> 3) + (size < 9 ? 3 : 6) : size;
    // One and no bytes are objects that everybody shares.
    byte[] content = new byte[(int) Math.max(wanted, 2)];
    byte[] old = memory.bytes(buffer + BytesObjects.DATA, length(stream));
    System.arraycopy(old, 0, content, 0, old.length);
    py.replace(stream + BUFFER, py.bytes.of(content));
  }
}
