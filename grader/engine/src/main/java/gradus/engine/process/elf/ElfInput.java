package gradus.engine.process.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file, read with the file's own byte order and never beyond their end. */
final class ElfInput {

  private final byte[] bytes;
  private ByteBuffer numbers;
  private boolean wide;
  private int position;
  private String what = "the ELF header";

  ElfInput(byte[] bytes) {
    this.bytes = bytes;
    numbers = ByteBuffer.wrap(bytes);
  }

  void format(ElfFormat format) {
    numbers = ByteBuffer.wrap(bytes).order(format.order());
    wide = format.wide();
  }

  /** Goes on reading at an offset; errors will say what is being read there. */
  void seek(String newWhat, long offset, long size) {
    require(newWhat, offset, size);
    what = newWhat;
    position = (int) offset;
  }

  /** Throws unless the range lies in the file. */
  void require(String part, long offset, long size) {
    boolean inside =
        Long.compareUnsigned(offset, bytes.length) <= 0
            && Long.compareUnsigned(size, bytes.length - offset) <= 0;
    if (!inside) {
      throw new ElfFormatException(
          "%s should take %s bytes at offset %s, but the file has only %d bytes"
              .formatted(
                  part, Long.toUnsignedString(size), Long.toUnsignedString(offset), bytes.length));
    }
  }

  int unsignedByte() {
    return bytes[advance(1)] & 0xff;
  }

  int half() {
    return numbers.getShort(advance(2)) & 0xffff;
  }

  int word() {
    return numbers.getInt(advance(4));
  }

  /** A number as wide as an address. */
  long address() {
    return wide ? numbers.getLong(advance(8)) : word() & 0xffff_ffffL;
  }

  private int advance(int size) {
    require(what, position, size);
    int here = position;
    position += size;
    return here;
  }

  /** The zero-terminated string at an offset of a table that lies in the file. */
  String string(String part, ElfSection table, long index) {
    long end = table.offset() + table.size();
    if (Long.compareUnsigned(index, table.size()) >= 0) {
      throw new ElfFormatException(
          "%s has its name at %s in a table of %d bytes"
              .formatted(part, Long.toUnsignedString(index), table.size()));
    }
    int start = (int) (table.offset() + index);
    int stop = start;
    while (stop < end && bytes[stop] != 0) {
      stop++;
    }
    if (stop == end) {
      throw new ElfFormatException("the name of %s has no end".formatted(part));
    }
    return new String(bytes, start, stop - start, StandardCharsets.UTF_8);
  }

  boolean startsWith(byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  int size() {
    return bytes.length;
  }

  static ByteOrder order(int data) {
    return switch (data) {
      case 1 -> ByteOrder.LITTLE_ENDIAN;
      case 2 -> ByteOrder.BIG_ENDIAN;
      default ->
          throw new ElfFormatException(
              "byte 5 of the file says byte order %d; there are 1, little, and 2, big"
                  .formatted(data));
    };
  }
}
