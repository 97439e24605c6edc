package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;

/** Bytes objects: a size, a hash and the bytes, with a zero behind them (Objects/bytesobject.c). */
public final class BytesObjects {

  /** The offset of the first byte. */
  public static final int DATA = ObjectStructs.BYTES.size();

  private static final int SIZE = ObjectStructs.BYTES.offset("ob_size");
  private static final int HASH = ObjectStructs.BYTES.offset("ob_shash");

  private final Space py;
  private final Memory memory;
  private final long[] singles = new long[256];
  private long empty;

  BytesObjects(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public boolean is(long object) {
    return py.types.is(object, TypeFlags.BYTES);
  }

  public int size(long bytes) {
    return (int) memory.load64(bytes + SIZE);
  }

  /** The byte at an index, 0 to 255. */
  public int at(long bytes, int index) {
    return memory.load8(bytes + DATA + index);
  }

  /** A copy of the content. */
  public byte[] content(long bytes) {
    return memory.bytes(bytes + DATA, size(bytes));
  }

  /** A bytes object of this content. */
  public long of(byte[] content) {
    if (content.length == 0) {
      empty = empty == 0 ? create(content) : empty;
      return py.own(empty);
    }
    if (content.length == 1) {
      int value = content[0] & 0xff;
      singles[value] = singles[value] == 0 ? create(content) : singles[value];
      return py.own(singles[value]);
    }
    return create(content);
  }

  private long create(byte[] content) {
    long bytes = py.allocate(py.types.bytes, DATA + content.length + 1L);
    memory.store64(bytes + SIZE, content.length);
    memory.store64(bytes + HASH, -1);
    memory.load(bytes + DATA, content);
    return bytes;
  }

  /** The hash, computed once and kept in the object; it is that of a str with the same bytes. */
  public long hash(long bytes) {
    long hash = memory.load64(bytes + HASH);
    if (hash == -1) {
      hash = size(bytes) == 0 ? 0 : SipHash.of(content(bytes));
      hash = hash == -1 ? -2 : hash;
      memory.store64(bytes + HASH, hash);
    }
    return hash;
  }
}
