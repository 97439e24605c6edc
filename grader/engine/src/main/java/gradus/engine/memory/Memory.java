package gradus.engine.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A 64-bit little-endian address space.
 *
 * <p>Each {@link Segment} is a byte array, found by the high half of an address and indexed by the
 * low half; the array's own bounds check is the page fault. Everything the simulated process knows
 * is in these bytes, so a copy of them is a copy of the process. What is mapped elsewhere, as the
 * image of a loaded program is, is looked for where that bounds check fails.
 */
public final class Memory {

  /** Bytes of a page: segments grow by whole pages. */
  public static final int PAGE_SIZE = 4096;

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final byte[] UNMAPPED = {};
  private static final int ARENAS = Segment.ARENAS.number();
  private static final int SEGMENT_NUMBERS = 8;
  private static final long LARGEST_SEGMENT = 0x7fff_0000L;

  // Two tables instead of a flag to test: a read-only segment is simply not mapped for stores.
  private final byte[][] readable = new byte[SEGMENT_NUMBERS][];
  private final byte[][] writable = new byte[SEGMENT_NUMBERS][];
  private byte[] arenas = UNMAPPED;
  private final Mappings elsewhere = new Mappings();
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

  // Most objects lie in arenas: theirs is the array that is found without the table.
  private byte[] readable(long address) {
    return address >>> 32 == ARENAS ? arenas : readable[(int) (address >>> 32)];
  }

  private byte[] writable(long address) {
    return address >>> 32 == ARENAS ? arenas : writable[(int) (address >>> 32)];
  }

  public int load8(long address) {
    try {
      return readable(address)[(int) address] & 0xff;
    } catch (IndexOutOfBoundsException outside) {
      return (int) elsewhere.load(address, 1);
    }
  }

  public int load16(long address) {
    try {
      return (short) SHORTS.get(readable(address), (int) address) & 0xffff;
    } catch (IndexOutOfBoundsException outside) {
      return (int) elsewhere.load(address, 2);
    }
  }

  public int load32(long address) {
    try {
      return (int) INTS.get(readable(address), (int) address);
    } catch (IndexOutOfBoundsException outside) {
      return (int) elsewhere.load(address, 4);
    }
  }

  public long load64(long address) {
    try {
      return (long) LONGS.get(readable(address), (int) address);
    } catch (IndexOutOfBoundsException outside) {
      return elsewhere.load(address, 8);
    }
  }

  public void store8(long address, int value) {
    try {
      writable(address)[(int) address] = (byte) value;
    } catch (IndexOutOfBoundsException outside) {
      elsewhere.store(address, 1, value);
    }
  }

  public void store16(long address, int value) {
    try {
      SHORTS.set(writable(address), (int) address, (short) value);
    } catch (IndexOutOfBoundsException outside) {
      elsewhere.store(address, 2, value);
    }
  }

  public void store32(long address, int value) {
    try {
      INTS.set(writable(address), (int) address, value);
    } catch (IndexOutOfBoundsException outside) {
      elsewhere.store(address, 4, value);
    }
  }

  public void store64(long address, long value) {
    try {
      LONGS.set(writable(address), (int) address, value);
    } catch (IndexOutOfBoundsException outside) {
      elsewhere.store(address, 8, value);
    }
  }

  /**
   * Adds to a word of memory.
   *
   * @return the sum, which is the word's new value
   */
  public long add64(long address, long summand) {
    try {
      byte[] segment = writable(address);
      long sum = (long) LONGS.get(segment, (int) address) + summand;
      LONGS.set(segment, (int) address, sum);
      return sum;
    } catch (IndexOutOfBoundsException outside) {
      long sum = elsewhere.load(address, 8) + summand;
      elsewhere.store(address, 8, sum);
      return sum;
    }
  }

  /**
   * The bytes of the segment that an address lies in, for several accesses at one look-up; none if
   * it lies in no segment. They are the segment's until it grows, and may be read only.
   */
  public byte[] segmentOf(long address) {
    long number = address >>> 32;
    if (number == ARENAS) {
      return arenas;
    }
    return number < SEGMENT_NUMBERS ? readable[(int) number] : UNMAPPED;
  }

  /** A byte of a segment that {@link #segmentOf} gave. */
  public static int get8(byte[] segment, long address) {
    try {
      return segment[(int) address] & 0xff;
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 1, address);
    }
  }

  /** Two bytes of such a segment. */
  public static int get16(byte[] segment, long address) {
    try {
      return (short) SHORTS.get(segment, (int) address) & 0xffff;
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 2, address);
    }
  }

  /** Four bytes of such a segment. */
  public static int get32(byte[] segment, long address) {
    try {
      return (int) INTS.get(segment, (int) address);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 4, address);
    }
  }

  /** A word of such a segment. */
  public static long get64(byte[] segment, long address) {
    try {
      return (long) LONGS.get(segment, (int) address);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 8, address);
    }
  }

  /** Sets a byte of such a segment. */
  public static void put8(byte[] segment, long address, int value) {
    try {
      segment[(int) address] = (byte) value;
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 1, address);
    }
  }

  /** Sets four bytes of such a segment. */
  public static void put32(byte[] segment, long address, int value) {
    try {
      INTS.set(segment, (int) address, value);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 4, address);
    }
  }

  /** Sets a word of such a segment. */
  public static void put64(byte[] segment, long address, long value) {
    try {
      LONGS.set(segment, (int) address, value);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 8, address);
    }
  }

  /** Adds to a word of such a segment; the sum, which is the word's new value. */
  public static long add64(byte[] segment, long address, long summand) {
    try {
      long sum = (long) LONGS.get(segment, (int) address) + summand;
      LONGS.set(segment, (int) address, sum);
      return sum;
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 8, address);
    }
  }

  /** Copies bytes as memmove does: the two ranges may overlap. */
  public void copy(long to, long from, long size) {
    if (!Segment.any(to) || !Segment.any(from)) {
      store(to, bytes(from, size));
      return;
    }
    byte[] source = segment(readable, from, size, "read");
    byte[] target = segment(writable, to, size, "write");
    System.arraycopy(source, (int) from, target, (int) to, (int) size);
  }

  /** Sets every byte of a range, as memset does. */
  public void fill(long address, long size, int value) {
    requireWritable(address, size);
    if (Segment.any(address)) {
      byte[] target = segment(writable, address, size, "write");
      Arrays.fill(target, (int) address, (int) (address + size), (byte) value);
    } else {
      byte[] bytes = new byte[(int) size];
      Arrays.fill(bytes, (byte) value);
      elsewhere.store(address, bytes);
    }
  }

  /** A copy of the bytes of a range. */
  public byte[] bytes(long address, long size) {
    if (!Segment.any(address)) {
      return elsewhere.bytes(address, size);
    }
    byte[] source = segment(readable, address, size, "read");
    return Arrays.copyOfRange(source, (int) address, (int) (address + size));
  }

  /** Writes bytes. */
  public void store(long address, byte[] bytes) {
    requireWritable(address, bytes.length);
    load(address, bytes);
  }

  /**
   * Faults, as a write of the range would, unless all of it can be written.
   *
   * @throws SegmentationFault if a byte of it is not mapped or read only
   */
  public void requireWritable(long address, long size) {
    if (Segment.any(address)) {
      segment(writable, address, size, "write");
    } else {
      elsewhere.requireWritable(address, size);
    }
  }

  /**
   * Writes bytes, also to a segment the simulated process itself cannot write: this is the program
   * loader.
   */
  public void load(long address, byte[] bytes) {
    if (Segment.any(address)) {
      byte[] target = segment(readable, address, bytes.length, "write");
      System.arraycopy(bytes, 0, target, (int) address, bytes.length);
    } else {
      elsewhere.load(address, bytes);
    }
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
    byte[] bytes = table[(int) (address >>> 32)];
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
    if (segment == Segment.ARENAS) {
      arenas = bytes;
    }
    mapped += size - old;
    return true;
  }

  /**
   * Maps zero bytes outside the segments.
   *
   * @param start a multiple of the page size
   * @param size bytes; rounded up to whole pages
   * @return false, and nothing is changed, if that would pass the limit
   * @throws IllegalArgumentException if the range is not free
   */
  public boolean map(String name, long start, long size, Permissions permissions) {
    long pages = roundUp(size, PAGE_SIZE);
    elsewhere.requireFree(name, start, pages);
    if (pages > LARGEST_SEGMENT || mapped + pages > limit) {
      return false;
    }
    elsewhere.add(name, start, (int) pages, permissions);
    mapped += pages;
    return true;
  }

  /**
   * Makes the mapping that starts at an address larger, at its end.
   *
   * @return false, and nothing is changed, if that would pass the limit or reach another mapping
   * @throws IllegalArgumentException if no mapping starts there
   */
  public boolean extend(long start, long size) {
    Mapping mapping = elsewhere.startingAt(start);
    long old = mapping.bytes().length;
    long more = roundUp(size, PAGE_SIZE) - old;
    if (more <= 0) {
      return true;
    }
    long end = start + old;
    if (old + more > LARGEST_SEGMENT || mapped + more > limit || elsewhere.touches(end, more)) {
      return false;
    }
    mapping.grow((int) (old + more));
    mapped += more;
    return true;
  }

  /** All that is mapped, in the order of unsigned addresses. */
  public List<Region> regions() {
    List<Region> regions = elsewhere.regions();
    for (Segment segment : Segment.values()) {
      if (size(segment) > 0) {
        regions.add(segment.region(size(segment)));
      }
    }
    regions.sort((one, other) -> Long.compareUnsigned(one.start(), other.start()));
    return regions;
  }

  static long roundUp(long value, long multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }
}
