package gradus.engine.object;

import gradus.engine.memory.Memory;
import java.math.BigInteger;

/** An int's digits of 30 bits as the bytes of a number and back, in one pass over the bits. */
final class DigitBits {

  private static final int BITS = 30;
  private static final long MASK = (1L << BITS) - 1;
  private static final int SIZE = 4;

  private DigitBits() {}

  /** The number whose digits start at an address, the lowest first. */
  static BigInteger read(Memory memory, long address, int digits) {
    byte[] bytes = new byte[(int) (((long) digits * BITS + 7) / 8)];
    int at = bytes.length;
    long pending = 0;
    int bits = 0;
    for (int index = 0; index < digits; index++) {
      pending |= (memory.load32(address + (long) index * SIZE) & MASK) << bits;
      for (bits += BITS; bits >= 8; bits -= 8) {
        bytes[--at] = (byte) pending;
        pending >>>= 8;
      }
    }
    if (at > 0) {
      bytes[--at] = (byte) pending;
    }
    return new BigInteger(1, bytes);
  }

  /** Writes the digits of a number that is not negative. */
  static void write(Memory memory, long address, int digits, BigInteger magnitude) {
    byte[] bytes = magnitude.toByteArray();
    int at = bytes.length;
    long pending = 0;
    int bits = 0;
    for (int index = 0; index < digits; index++) {
      for (; bits < BITS && at > 0; bits += 8) {
        pending |= (bytes[--at] & 0xffL) << bits;
      }
      memory.store32(address + (long) index * SIZE, (int) (pending & MASK));
      pending >>>= BITS;
      bits -= BITS;
    }
  }
}
