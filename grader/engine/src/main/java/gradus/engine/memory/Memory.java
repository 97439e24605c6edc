package gradus.engine.memory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A 64-bit little-endian address space.
 *
 * <p>Each {@link Segment} is an array of {@link Words}, found by the high half of an address and
 * indexed by the low half; the array's own bounds check is the page fault. Everything the simulated
 * process knows is in these bytes, so a copy of them is a copy of the process. What is mapped
 * elsewhere, as the image of a loaded program is, is looked for where that bounds check fails.
 */
public final class Memory {

  /** Bytes of a page: segments grow by whole pages. */
  public static final int PAGE_SIZE = 4096;

  private static final long[] UNMAPPED = {};
  private static final int ARENAS = Segment.ARENAS.number();
  private static final int SEGMENT_NUMBERS = 8;
  private static final int SMALL = 256;
  private static final long LARGEST_SEGMENT = 0x7fff_0000L;

  // Two tables instead of a flag to test: a read-only segment is simply not mapped for stores.
  private final long[][] readable = new long[SEGMENT_NUMBERS][];
  private final long[][] writable = new long[SEGMENT_NUMBERS][];
  private long[] arenas = UNMAPPED;
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

  // Most objects lie in arenas: theirs is the array that is found without the table.
  private long[] readable(long address) {
    return address >>> 32 == ARENAS ? arenas : readable[(int) (address >>> 32)];
  }

  private long[] writable(long address) {
    return address >>> 32 == ARENAS ? arenas : writable[(int) (address >>> 32)];
  }

  public int load8(long address) {
    try {
      return Words.load8(readable(address), address);
    } catch (IndexOutOfBoundsException unusual) {
      return (int) loadSlowly(address, 1);
    }
  }

  public int load16(long address) {
    try {
      return Words.load16(readable(address), address);
    } catch (IndexOutOfBoundsException unusual) {
      return (int) loadSlowly(address, 2);
    }
  }

  public int load32(long address) {
    try {
      return Words.load32(readable(address), address);
    } catch (IndexOutOfBoundsException unusual) {
      return (int) loadSlowly(address, 4);
    }
  }

  public long load64(long address) {
    try {
      return Words.load64(readable(address), address);
    } catch (IndexOutOfBoundsException unusual) {
      return loadSlowly(address, 8);
    }
  }

  public void store8(long address, int value) {
    try {
      Words.store8(writable(address), address, value);
    } catch (IndexOutOfBoundsException unusual) {
      storeSlowly(address, 1, value);
    }
  }

  public void store16(long address, int value) {
    try {
      Words.store16(writable(address), address, value);
    } catch (IndexOutOfBoundsException unusual) {
      storeSlowly(address, 2, value);
    }
  }

  public void store32(long address, int value) {
    try {
      Words.store32(writable(address), address, value);
    } catch (IndexOutOfBoundsException unusual) {
      storeSlowly(address, 4, value);
    }
  }

  public void store64(long address, long value) {
    try {
      Words.store64(writable(address), address, value);
    } catch (IndexOutOfBoundsException unusual) {
      storeSlowly(address, 8, value);
    }
  }

  /**
   * Adds to a word of memory.
   *
   * @return the sum, which is the word's new value
   */
  public long add64(long address, long summand) {
    try {
      return Words.add64(writable(address), address, summand);
    } catch (IndexOutOfBoundsException unusual) {
      long sum = loadSlowly(address, Long.BYTES) + summand;
      storeSlowly(address, Long.BYTES, sum);
      return sum;
    }
  }

  /** Loads what is not aligned, or lies in no segment. */
  private long loadSlowly(long address, int size) {
    byte[] bytes = bytes(address, size);
    long value = 0;
    for (int index = size - 1; index >= 0; index--) {
      value = value << 8 | (bytes[index] & 0xff);
    }
    return value;
  }

  private void storeSlowly(long address, int size, long value) {
    byte[] bytes = new byte[size];
    for (int index = 0; index < size; index++) {
      bytes[index] = (byte) (value >>> (8 * index));
    }
    store(address, bytes);
  }

  /**
   * The bytes of the segment that an address lies in, for several accesses at one look-up; none if
   * it lies in no segment. They are the segment's until it grows, and may be read only.
   */
  public long[] segmentOf(long address) {
    long number = address >>> 32;
    if (number == ARENAS) {
      return arenas;
    }
    return number < SEGMENT_NUMBERS ? readable[(int) number] : UNMAPPED;
  }

  /** A byte of a segment that {@link #segmentOf} gave. */
  public static int get8(long[] segment, long address) {
    try {
      return Words.load8(segment, address);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 1, address);
    }
  }

  /** Two bytes of such a segment, at an even address. */
  public static int get16(long[] segment, long address) {
    try {
      return Words.load16(segment, address);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 2, address);
    }
  }

  /** Four bytes of such a segment, at a multiple of four. */
  public static int get32(long[] segment, long address) {
    try {
      return Words.load32(segment, address);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 4, address);
    }
  }

  /** A word of such a segment, at a multiple of eight. */
  public static long get64(long[] segment, long address) {
    try {
      return Words.load64(segment, address);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("read", 8, address);
    }
  }

  /** Sets a byte of such a segment. */
  public static void put8(long[] segment, long address, int value) {
    try {
      Words.store8(segment, address, value);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 1, address);
    }
  }

  /** Sets four bytes of such a segment. */
  public static void put32(long[] segment, long address, int value) {
    try {
      Words.store32(segment, address, value);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 4, address);
    }
  }

  /** Sets a word of such a segment. */
  public static void put64(long[] segment, long address, long value) {
    try {
      Words.store64(segment, address, value);
    } catch (IndexOutOfBoundsException outside) {
      throw new SegmentationFault("write", 8, address);
    }
  }

  /** Adds to a word of such a segment; the sum, which is the word's new value. */
  public static long add64(long[] segment, long address, long summand) {
    try {
      return Words.add64(segment, address, summand);
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
    long[] source = segment(readable, from, size, "read");
    long[] target = segment(writable, to, size, "write");
    Words.copy(source, (int) from, target, (int) to, (int) size);
  }

  /** Sets every byte of a range, as memset does. */
  public void fill(long address, long size, int value) {
    requireWritable(address, size);
    if (Segment.any(address)) {
      long[] target = segment(writable, address, size, "write");
      Words.fill(target, (int) address, (int) size, value);
    } else {
      byte[] bytes = new byte[(int) size];
      Arrays.fill(bytes, (byte) value);
      elsewhere.store(address, bytes);
    }
  }

  /**
   * Sets a block of memory to zero, to the end of its last word; it is aligned, and most are small.
   */
  public void clear(long address, long size) {
    if (size > SMALL) {
      fill(address, size, 0);
      return;
    }
    long[] words = segmentOf(address);
    long end = address + size;
    try {
      for (long at = address; at < end; at += 8) {
        Words.store64(words, at, 0);
      }
    } catch (IndexOutOfBoundsException outside) {
      fill(address, size, 0);
    }
  }

  /** A copy of the bytes of a range. */
  public byte[] bytes(long address, long size) {
    if (!Segment.any(address)) {
      return elsewhere.bytes(address, size);
    }
    long[] source = segment(readable, address, size, "read");
    byte[] copy = new byte[(int) size];
    Words.read(source, (int) address, copy);
    return copy;
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
      long[] target = segment(readable, address, bytes.length, "write");
      Words.write(target, (int) address, bytes);
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

  private static long[] segment(long[][] table, long address, long size, String access) {
    long[] words = table[(int) (address >>> 32)];
    long index = address & 0xffff_ffffL;
    if (size < 0 || index + size > 8L * words.length) {
      throw new SegmentationFault(access, size, address);
    }
    return words;
  }

  /** How many bytes of a segment are mapped, from its base on. */
  public long size(Segment segment) {
    return 8L * readable[segment.number()].length;
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
    long[] words = Arrays.copyOf(readable[segment.number()], (int) (size / 8));
    readable[segment.number()] = words;
    writable[segment.number()] = segment == Segment.TEXT ? UNMAPPED : words;
    if (segment == Segment.ARENAS) {
      arenas = words;
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
