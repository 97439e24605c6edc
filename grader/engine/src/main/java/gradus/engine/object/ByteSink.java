package gradus.engine.object;

import java.util.Arrays;

/** Bytes that grow at their end. */
final class ByteSink {

  private static final int FIRST = 32;

  private byte[] bytes = new byte[FIRST];
  private int size;

  void write(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  void writeAll(byte[] values) {
    for (byte value : values) {
      write(value);
    }
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }
}
