package gradus.engine.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Little-endian bytes in an array of words, indexed by the low half of an address.
 *
 * <p>A simulated process reads and writes words above all, and HotSpot makes far less of an array
 * access than of a view of a byte array, so that it compiles many more of them together. The index
 * is rotated, not shifted: what is not aligned lands outside the array like what is not mapped, and
 * one bounds check finds both.
 */
final class Words {

  private static final VarHandle BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  /** A word in which some bytes are others. */
  private static long changed(long word, long mask, long address, long value) {
    // A shift goes by the lowest six bits of its distance.
    long distance = address << 3;
    return (word & ~(mask << distance)) | ((value & mask) << distance);
  }

  // The index of a word is an address rotated, written out: HotSpot inlines calls only so deep.

  static int load8(long[] words, long address) {
    return (int) (words[(int) address >>> 3] >>> (address << 3)) & 0xff;
  }

  static int load16(long[] words, long address) {
    int low = (int) address;
    return (int) (words[((low >>> 1) | (low << 31)) >>> 2] >>> (address << 3)) & 0xffff;
  }

  static int load32(long[] words, long address) {
    int low = (int) address;
    return (int) (words[((low >>> 2) | (low << 30)) >>> 1] >>> (address << 3));
  }

  static long load64(long[] words, long address) {
    int low = (int) address;
    return words[(low >>> 3) | (low << 29)];
  }

  static void store8(long[] words, long address, int value) {
    int index = (int) address >>> 3;
    words[index] = changed(words[index], 0xff, address, value);
  }

  static void store16(long[] words, long address, int value) {
    int low = (int) address;
    int index = ((low >>> 1) | (low << 31)) >>> 2;
    words[index] = changed(words[index], 0xffff, address, value);
  }

  static void store32(long[] words, long address, int value) {
    int low = (int) address;
    int index = ((low >>> 2) | (low << 30)) >>> 1;
    words[index] = changed(words[index], 0xffff_ffffL, address, value);
  }

  static void store64(long[] words, long address, long value) {
    int low = (int) address;
    words[(low >>> 3) | (low << 29)] = value;
  }

  static long add64(long[] words, long address, long summand) {
    int low = (int) address;
    return words[(low >>> 3) | (low << 29)] += summand;
  }

  /** Copies bytes out of the words; all of them are there. */
  static void read(long[] words, int from, byte[] to) {
    int at = 0;
    while (at < to.length && ((from + at) & 7) != 0) {
      to[at] = (byte) load8(words, from + at);
      at++;
    }
    for (; at <= to.length - 8; at += 8) {
      BYTES.set(to, at, words[(from + at) >>> 3]);
    }
    for (; at < to.length; at++) {
      to[at] = (byte) load8(words, from + at);
    }
  }

  /** Copies bytes into the words; there is room for all of them. */
  static void write(long[] words, int to, byte[] from) {
    int at = 0;
    while (at < from.length && ((to + at) & 7) != 0) {
      store8(words, to + at, from[at]);
      at++;
    }
    for (; at <= from.length - 8; at += 8) {
      words[(to + at) >>> 3] = (long) BYTES.get(from, at);
    }
    for (; at < from.length; at++) {
      store8(words, to + at, from[at]);
    }
  }

  /** Sets bytes of the words; all of them are there. */
  static void fill(long[] words, int to, int size, int value) {
    int at = 0;
    while (at < size && ((to + at) & 7) != 0) {
      store8(words, to + at, value);
      at++;
    }
    int whole = (size - at) & ~7;
    int first = (to + at) >>> 3;
    Arrays.fill(words, first, first + (whole >>> 3), (value & 0xff) * 0x0101_0101_0101_0101L);
    for (at += whole; at < size; at++) {
      store8(words, to + at, value);
    }
  }

  /** Copies bytes between words, which may be the same and overlap; all of them are there. */
  static void copy(long[] source, int from, long[] target, int to, int size) {
    if (size > 0 && ((from | to) & 7) != 0) {
      copyUnaligned(source, from, target, to, size);
      return;
    }
    int whole = size & ~7;
    // What lies behind the whole words may be overwritten by them.
    long rest = size > whole ? source[(from + whole) >>> 3] : 0;
    System.arraycopy(source, from >>> 3, target, to >>> 3, size >>> 3);
    for (int at = whole; at < size; at++) {
      store8(target, to + at, (int) (rest >>> (at << 3)));
    }
  }

  private static void copyUnaligned(long[] source, int from, long[] target, int to, int size) {
    if (source == target && Math.abs((long) from - to) < size) {
      byte[] bytes = new byte[size];
      read(source, from, bytes);
      write(target, to, bytes);
      return;
    }
    int first = Math.min(size, 8 - (to & 7));
    put(target, to, first, some(source, from, first));
    int at = first;
    for (; at <= size - 8; at += 8) {
      target[(to + at) >>> 3] = some(source, from + at, 8);
    }
    if (at < size) {
      put(target, to + at, size - at, some(source, from + at, size - at));
    }
  }

  /** One to eight bytes from anywhere; what is above them is of no meaning. */
  private static long some(long[] words, int address, int count) {
    int index = address >>> 3;
    int shift = address << 3;
    long low = words[index] >>> shift;
    return (address & 7) + count <= 8 ? low : low | (words[index + 1] << -shift);
  }

  /** Sets one to eight bytes of a word. */
  private static void put(long[] words, int address, int count, long value) {
    int index = address >>> 3;
    words[index] = changed(words[index], -1L >>> -(count << 3), address, value);
  }
}
