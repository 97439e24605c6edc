package gradus.engine.memory;

import java.util.Locale;

/**
 * The regions of a process, from low addresses to high ones.
 *
 * <pre>
 *   0x100000000  text    native functions and C strings, read only
 *   0x200000000  data    static objects that start with a value: types, None, True
 *   0x300000000  bss     static objects that start as zero: small ints, free lists
 *   0x400000000  heap    what malloc hands out
 *   0x500000000  arenas  pages mapped for pymalloc, 256 KiB at a time
 *   0x600000000  stack   grows from its end towards its base
 * </pre>
 *
 * <p>The low 32 bits of every base are zero, so the low half of an address is the index into the
 * segment and the high half its number. A segment therefore holds less than 2 GiB.
 */
public enum Segment {
  TEXT(1),
  DATA(2),
  BSS(3),
  HEAP(4),
  ARENAS(5),
  STACK(6);

  private final int number;

  Segment(int number) {
    this.number = number;
  }

  /** Whether an address lies in the range of a segment, mapped or not. */
  static boolean any(long address) {
    return address >>> 32 >= TEXT.number && address >>> 32 <= STACK.number;
  }

  /** Whether a range of addresses reaches into that of a segment. */
  static boolean touches(long start, long size) {
    return Long.compareUnsigned(start, STACK.base() + (1L << 32)) < 0
        && Long.compareUnsigned(start + size - 1, TEXT.base()) >= 0;
  }

  Region region(long size) {
    Permissions permissions = this == TEXT ? Permissions.READ_EXECUTE : Permissions.READ_WRITE;
    return new Region(name().toLowerCase(Locale.ROOT), base(), size, permissions);
  }

  /** The segment's lowest address. */
  public long base() {
    return (long) number << 32;
  }

  int number() {
    return number;
  }

  /** Whether the address lies in this segment's range, mapped or not. */
  public boolean contains(long address) {
    return address >>> 32 == number;
  }
}
