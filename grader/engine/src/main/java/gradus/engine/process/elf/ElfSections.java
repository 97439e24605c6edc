package gradus.engine.process.elf;

import java.util.ArrayList;
import java.util.List;

/** The sections of a file being built: their headers, and the bytes of the tables among them. */
final class ElfSections {

  private static final int TABLE_ALIGNMENT = 8;

  private final ElfFormat format;
  private final StringTable names = new StringTable();
  private final List<ElfSection> headers = new ArrayList<>();
  private final List<Integer> nameOffsets = new ArrayList<>();
  private final ElfOutput tables;
  private final long start;

  /**
   * Starts with the section that is none.
   *
   * @param end where in the file the tables may start
   */
  ElfSections(ElfFormat format, long end) {
    this.format = format;
    tables = new ElfOutput(format);
    start = roundUp(end);
    nameOffsets.add(0);
    headers.add(new ElfSection("", 0, 0, 0, 0, 0, 0, 0, 0));
  }

  void add(String name, int type, long flags, long address, long offset, long size) {
    nameOffsets.add(names.add(name));
    headers.add(new ElfSection(name, type, flags, address, offset, size, 0, 1, 0));
  }

  private void addTable(String name, int type, byte[] bytes, int link, int entrySize) {
    long offset = start + tables.size();
    headers.add(
        new ElfSection(name, type, 0, 0, offset, bytes.length, link, TABLE_ALIGNMENT, entrySize));
    tables.bytes(bytes);
    tables.padTo(roundUp(tables.size()));
  }

  private static long roundUp(long offset) {
    return (offset + TABLE_ALIGNMENT - 1) & -TABLE_ALIGNMENT;
  }

  /** Adds the tables; names of sections come last, since this adds some. */
  void addSymbols(List<ElfSymbol> symbols) {
    StringTable strings = new StringTable();
    ElfOutput table = new ElfOutput(format);
    table.padTo(format.symbolSize());
    symbols.forEach(symbol -> write(table, strings, symbol));
    nameOffsets.add(names.add(".symtab"));
    int link = headers.size() + 1;
    addTable(".symtab", ElfSection.SYMBOLS, table.toBytes(), link, format.symbolSize());
    nameOffsets.add(names.add(".strtab"));
    addTable(".strtab", ElfSection.STRINGS, strings.toBytes(), 0, 0);
    nameOffsets.add(names.add(".shstrtab"));
    addTable(".shstrtab", ElfSection.STRINGS, names.toBytes(), 0, 0);
  }

  private void write(ElfOutput table, StringTable strings, ElfSymbol symbol) {
    table.word(strings.add(symbol.name()));
    if (!format.wide()) {
      table.address(symbol.value());
      table.address(symbol.size());
    }
    table.unsignedByte(symbol.binding() << 4 | symbol.type());
    table.unsignedByte(0);
    table.half(sectionOf(symbol.value()));
    if (format.wide()) {
      table.address(symbol.value());
      table.address(symbol.size());
    }
  }

  /** The section an address lies in, 0 for none. */
  private int sectionOf(long address) {
    for (int index = 1; index < headers.size(); index++) {
      ElfSection it = headers.get(index);
      if (Long.compareUnsigned(address - it.address(), it.size()) < 0) {
        return index;
      }
    }
    return 0;
  }

  int count() {
    return headers.size();
  }

  int nameSection() {
    return headers.size() - 1;
  }

  /** Where the section headers start. */
  long tableOffset() {
    return start + tables.size();
  }

  void write(ElfOutput out) {
    out.padTo(start);
    out.bytes(tables.toBytes());
    for (int index = 0; index < headers.size(); index++) {
      writeHeader(out, nameOffsets.get(index), headers.get(index));
    }
  }

  /** The symbols' sh_info says how many of them are local: the one that is none. */
  private static void writeHeader(ElfOutput out, int name, ElfSection header) {
    out.word(name);
    out.word(header.type());
    out.address(header.flags());
    out.address(header.address());
    out.address(header.offset());
    out.address(header.size());
    out.word(header.link());
    out.word(header.holdsSymbols() ? 1 : 0);
    out.address(header.alignment());
    out.address(header.entrySize());
  }
}
