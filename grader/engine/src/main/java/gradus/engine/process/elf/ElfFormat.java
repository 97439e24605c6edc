package gradus.engine.process.elf;

import java.nio.ByteOrder;

/**
 * How numbers lie in a file: {@code EI_CLASS} and {@code EI_DATA}.
 *
 * @param bits 32 or 64: the width of an address
 * @param order which byte of a number comes first
 */
public record ElfFormat(int bits, ByteOrder order) {

  /** What x86-64 uses. */
  public static final ElfFormat LITTLE_64 = new ElfFormat(64, ByteOrder.LITTLE_ENDIAN);

  /** Throws IllegalArgumentException for another width. */
  public ElfFormat {
    if (bits != 32 && bits != 64) {
      throw new IllegalArgumentException("an ELF file has 32 or 64 bits, not " + bits);
    }
  }

  boolean wide() {
    return bits == 64;
  }

  int headerSize() {
    return wide() ? 64 : 52;
  }

  int segmentSize() {
    return wide() ? 56 : 32;
  }

  int sectionSize() {
    return wide() ? 64 : 40;
  }

  int symbolSize() {
    return wide() ? 24 : 16;
  }
}
