package gradus.engine.process.elf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteOrder;
import java.util.List;

/** Small programs to read and load. */
public final class Images {

  /** All ways in which a file's numbers can lie. */
  public static final List<ElfFormat> FORMATS =
      List.of(
          new ElfFormat(32, ByteOrder.LITTLE_ENDIAN),
          new ElfFormat(32, ByteOrder.BIG_ENDIAN),
          ElfFormat.LITTLE_64,
          new ElfFormat(64, ByteOrder.BIG_ENDIAN));

  private Images() {}

  /** Text at 0x401000, data at 0x404010 with 4,000 zero bytes behind it. */
  public static ElfBuilder small(ElfFormat format) {
    return new ElfBuilder(format)
        .text(0x401000, new byte[] {0x55, (byte) 0xc3})
        .constants(0x402000, "hello\0".getBytes(US_ASCII))
        .data(0x404010, new byte[] {1, 2, 3, 4}, 4004)
        .function("main", 0x401000, 2)
        .variable("counter", 0x404010, 4)
        .entry(0x401000);
  }
}
