package gradus.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the words of objects out of their raw bytes, for comparison with what ctypes read in a real
 * CPython.
 */
final class Symbols {

  private Symbols() {}

  /** The 64-bit word at an offset of an object's bytes. */
  static long word(byte[] bytes, int offset) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
  }

  /** Bytes from an offset on in hexadecimal, or "-" if there are none. */
  static String hex(byte[] bytes, int from) {
    StringBuilder text = new StringBuilder();
    for (int index = from; index < bytes.length; index++) {
      text.append("%02x".formatted(bytes[index]));
    }
    return text.isEmpty() ? "-" : text.toString();
  }
}
