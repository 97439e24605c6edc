package gradus.engine.process.elf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An ELF file: its header, what a loader needs (segments), what a linker needs (sections, symbols).
 *
 * <p>It prints as a table of its segments:
 *
 * <pre>
 * ELF, 64 bits, little-endian, entry 0x401000
 *     TYPE  OFFSET      ADDRESS               FILESZ     MEMSZ  FLAGS  ALIGN
 *        1  0x1000      0x401000                  16        16  r-x    0x1000
 * </pre>
 */
public final class ElfFile {

  private static final String LINE = "%8s  %-10s  %-18s  %8s  %8s  %-5s  %s\n";

  private final ElfHeader header;
  private final List<ElfSegment> segments;
  private final List<ElfSection> sections;
  private final List<ElfSymbol> symbols;
  private final byte[] bytes;

  ElfFile(
      ElfHeader header,
      List<ElfSegment> segments,
      List<ElfSection> sections,
      List<ElfSymbol> symbols,
      byte[] bytes) {
    this.header = header;
    this.segments = List.copyOf(segments);
    this.sections = List.copyOf(sections);
    this.symbols = List.copyOf(symbols);
    this.bytes = bytes;
  }

  /**
   * The file that these bytes are.
   *
   * @throws ElfFormatException if they are not one
   */
  public static ElfFile read(byte[] bytes) {
    return new ElfReader(bytes.clone()).read();
  }

  public ElfHeader header() {
    return header;
  }

  public List<ElfSegment> segments() {
    return segments;
  }

  public List<ElfSection> sections() {
    return sections;
  }

  public List<ElfSymbol> symbols() {
    return symbols;
  }

  /** The first section of that name. */
  public Optional<ElfSection> section(String name) {
    return sections.stream().filter(section -> section.name().equals(name)).findFirst();
  }

  /** The first symbol of that name. */
  public Optional<ElfSymbol> symbol(String name) {
    return symbols.stream().filter(symbol -> symbol.name().equals(name)).findFirst();
  }

  /** The symbol that an address lies in, a function for example. */
  public Optional<ElfSymbol> symbolAt(long address) {
    return symbols.stream()
        .filter(symbol -> Long.compareUnsigned(address - symbol.value(), symbol.size()) < 0)
        .findFirst();
  }

  /** What the file holds of a segment. */
  public byte[] content(ElfSegment segment) {
    int offset = (int) segment.offset();
    return Arrays.copyOfRange(bytes, offset, offset + (int) segment.fileSize());
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    String order = header.format().order().toString().toLowerCase(Locale.ROOT);
    table.append(
        "ELF, %d bits, %s, entry 0x%x\n"
            .formatted(header.format().bits(), order.replace('_', '-'), header.entry()));
    table.append(LINE.formatted("TYPE", "OFFSET", "ADDRESS", "FILESZ", "MEMSZ", "FLAGS", "ALIGN"));
    for (ElfSegment it : segments) {
      table.append(
          LINE.formatted(
              Integer.toHexString(it.type()),
              hex(it.offset()),
              hex(it.address()),
              it.fileSize(),
              it.memorySize(),
              it.permissions(),
              hex(it.alignment())));
    }
    return table.toString();
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }
}
