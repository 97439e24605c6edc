package gradus.engine.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A 64-bit little-endian address space.
 *
 * <p>Each {@link Segment} is a byte array, found by the high half of an address and indexed by the
 * low half; the array's own bounds check is the page fault. Everything the simulated process knows
 * is in these bytes, so a copy of them is a copy of the process.
 */
public final class Memory {

  /** Bytes of a page: segments grow by whole pages. */
  public static final int PAGE_SIZE = 4096;

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final byte[] UNMAPPED = {};
  private static final int SEGMENT_NUMBERS = 8;
  private static final long LARGEST_SEGMENT = 0x7fff_0000L;

  // Two tables instead of a flag to test: a read-only segment is simply not mapped for stores.
  private final byte[][] readable = new byte[SEGMENT_NUMBERS][];
  private final byte[][] writable = new byte[SEGMENT_NUMBERS][];
  private final long limit;
  private long mapped;

  /**
   * An address space in which nothing is mapped.
   *
   * @param limit the most bytes that may ever be mapped at a time
   */
  public Memory(long limit) {
    this.limit = limit;
    Arrays.fill(readable, UNMAPPED);
    Arrays.fill(writable, UNMAPPED);
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  public int load8(long address) {
    try {
      return readable[(int) (address >>> 32)][(int) address] & 0xff;
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 1, address);
    }
  }

  public int load16(long address) {
    try {
      return (short) SHORTS.get(readable[(int) (address >>> 32)], (int) address) & 0xffff;
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 2, address);
    }
  }

  public int load32(long address) {
    try {
      return (int) INTS.get(readable[(int) (address >>> 32)], (int) address);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 4, address);
    }
  }

  public long load64(long address) {
    try {
      return (long) LONGS.get(readable[(int) (address >>> 32)], (int) address);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 8, address);
    }
  }

  public void store8(long address, int value) {
    try {
      writable[(int) (address >>> 32)][(int) address] = (byte) value;
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 1, address);
    }
  }

  public void store16(long address, int value) {
    try {
      SHORTS.set(writable[(int) (address >>> 32)], (int) address, (short) value);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 2, address);
    }
  }

  public void store32(long address, int value) {
    try {
      INTS.set(writable[(int) (address >>> 32)], (int) address, value);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 4, address);
    }
  }

  public void store64(long address, long value) {
    try {
      LONGS.set(writable[(int) (address >>> 32)], (int) address, value);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 8, address);
    }
  }

  /** Copies bytes as memmove does: the two ranges may overlap. */
  public void copy(long to, long from, long size) {
    byte[] source = segment(readable, from, size, "read");
    byte[] target = segment(writable, to, size, "write");
    System.arraycopy(source, (int) from, target, (int) to, (int) size);
  }

  /** Sets every byte of a range, as memset does. */
  public void fill(long address, long size, int value) {
    byte[] target = segment(writable, address, size, "write");
    Arrays.fill(target, (int) address, (int) (address + size), (byte) value);
  }

  /** A copy of the bytes of a range. */
  public byte[] bytes(long address, long size) {
    byte[] source = segment(readable, address, size, "read");
    return Arrays.copyOfRange(source, (int) address, (int) (address + size));
  }

  /**
   * Writes bytes, also to a segment the simulated process itself cannot write: this is the program
   * loader.
   */
  public void load(long address, byte[] bytes) {
    byte[] target = segment(readable, address, bytes.length, "write");
    System.arraycopy(bytes, 0, target, (int) address, bytes.length);
  }

  /** The UTF-8 string that starts at an address and ends before the first zero byte. */
  public String string(long address) {
    long end = address;
    while (load8(end) != 0) {
      end++;
    }
    return new String(bytes(address, end - address), StandardCharsets.UTF_8);
  }

  private static byte[] segment(byte[][] table, long address, long size, String access) {
    int number = (int) (address >>> 32);
    byte[] bytes = number >= 0 && number < table.length ? table[number] : UNMAPPED;
    long index = address & 0xffff_ffffL;
    if (size < 0 || index + size > bytes.length) {
      throw new SegmentationFault(access, size, address);
    }
    return bytes;
  }

  /** How many bytes of a segment are mapped, from its base on. */
  public long size(Segment segment) {
    return readable[segment.number()].length;
  }

  /** How many bytes are mapped in all segments: the memory footprint. */
  public long footprint() {
    return mapped;
  }

  /**
   * Maps a segment, or more of one, from its base up to at least the given size; new bytes are
   * zero.
   *
   * <p>A growing segment grows by a quarter at least, so that its cost stays linear; the whole of
   * that is mapped.
   *
   * @return false, and nothing is changed, if that would pass the limit
   */
  public boolean map(Segment segment, long size) {
    long old = size(segment);
    if (size <= old) {
      return true;
    }
    return resize(segment, roundUp(Math.max(size, old + old / 4), PAGE_SIZE))
        || resize(segment, roundUp(size, PAGE_SIZE));
  }

  private boolean resize(Segment segment, long size) {
    long old = size(segment);
    if (size > LARGEST_SEGMENT || mapped - old + size > limit) {
      return false;
    }
    byte[] bytes = Arrays.copyOf(readable[segment.number()], (int) size);
    readable[segment.number()] = bytes;
    writable[segment.number()] = segment == Segment.TEXT ? UNMAPPED : bytes;
    mapped += size - old;
    return true;
  }

  static long roundUp(long value, long multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }
}
