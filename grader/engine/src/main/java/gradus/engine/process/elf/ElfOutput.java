package gradus.engine.process.elf;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes being written with a file's byte order and address width. */
final class ElfOutput {

  private final ElfFormat format;
  private byte[] written = new byte[256];
  private int size;

  ElfOutput(ElfFormat format) {
    this.format = format;
  }

  void unsignedByte(int value) {
    bytes(new byte[] {(byte) value});
  }

  void half(int value) {
    bytes(ByteBuffer.allocate(2).order(format.order()).putShort((short) value).array());
  }

  void word(int value) {
    bytes(ByteBuffer.allocate(4).order(format.order()).putInt(value).array());
  }

  /** A number as wide as an address. */
  void address(long value) {
    if (format.wide()) {
      bytes(ByteBuffer.allocate(8).order(format.order()).putLong(value).array());
    } else {
      word((int) value);
    }
  }

  void bytes(byte[] bytes) {
    if (bytes.length > written.length - size) {
      written = Arrays.copyOf(written, Math.max(2 * written.length, size + bytes.length));
    }
    System.arraycopy(bytes, 0, written, size, bytes.length);
    size += bytes.length;
  }

  /** Writes zero bytes up to an offset. */
  void padTo(long offset) {
    bytes(new byte[(int) (offset - size)]);
  }

  byte[] toBytes() {
    return Arrays.copyOf(written, size);
  }

  int size() {
    return size;
  }
}
