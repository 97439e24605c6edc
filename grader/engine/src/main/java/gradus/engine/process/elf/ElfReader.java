package gradus.engine.process.elf;

import java.util.ArrayList;
import java.util.List;

/** Reads the tables of an ELF file, believing none of its numbers before checking it. */
final class ElfReader {

  static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};
  private static final int IDENT = 16;

  private final byte[] bytes;
  private final ElfInput input;

  ElfReader(byte[] bytes) {
    this.bytes = bytes;
    input = new ElfInput(bytes);
  }

  ElfFile read() {
    ElfHeader header = header();
    List<ElfSegment> segments = segments(header);
    List<ElfSection> sections = sections(header);
    return new ElfFile(header, segments, sections, symbols(header.format(), sections), bytes);
  }

  private ElfHeader header() {
    if (!input.startsWith(MAGIC)) {
      throw new ElfFormatException("the file does not start with the bytes 7f 45 4c 46 (.ELF)");
    }
    input.seek("the ELF header", 4, IDENT - 4);
    ElfFormat format = format(input.unsignedByte(), input.unsignedByte());
    input.format(format);
    input.seek("the ELF header", IDENT, format.headerSize() - IDENT);
    int type = input.half();
    int machine = input.half();
    requireEqual("the ELF header's version", input.word(), 1);
    long entry = input.address();
    long segmentOffset = input.address();
    long sectionOffset = input.address();
    input.word();
    requireEqual("the ELF header's e_ehsize", input.half(), format.headerSize());
    int segmentCount = count("e_phentsize", format.segmentSize());
    int sectionCount = count("e_shentsize", format.sectionSize());
    return new ElfHeader(
        format,
        type,
        machine,
        entry,
        segmentOffset,
        segmentCount,
        sectionOffset,
        sectionCount,
        input.half());
  }

  private static ElfFormat format(int bits, int order) {
    if (bits != 1 && bits != 2) {
      throw new ElfFormatException(
          "byte 4 of the file says class %d; there are 1, 32 bits, and 2, 64 bits".formatted(bits));
    }
    return new ElfFormat(32 * bits, ElfInput.order(order));
  }

  private static void requireEqual(String what, long actual, long expected) {
    if (actual != expected) {
      throw new ElfFormatException("%s is %d, not %d".formatted(what, actual, expected));
    }
  }

  /** Reads an entry's size and the number of entries; the size matters only if there are any. */
  private int count(String sizeField, int expectedSize) {
    int size = input.half();
    int count = input.half();
    if (count > 0) {
      requireEqual("the ELF header's " + sizeField, size, expectedSize);
    }
    return count;
  }

  private List<ElfSegment> segments(ElfHeader header) {
    ElfFormat format = header.format();
    int size = format.segmentSize();
    input.require("the table of program headers", header.segmentOffset(), segmentBytes(header));
    List<ElfSegment> segments = new ArrayList<>();
    for (int index = 0; index < header.segmentCount(); index++) {
      String name = "program header " + index;
      input.seek(name, header.segmentOffset() + (long) index * size, size);
      ElfSegment segment = segment(format.wide());
      check(index, segment);
      segments.add(segment);
    }
    return segments;
  }

  private static long segmentBytes(ElfHeader header) {
    return (long) header.segmentCount() * header.format().segmentSize();
  }

  /** The flags stand second in the wide form, so that what follows is aligned. */
  private ElfSegment segment(boolean wide) {
    int type = input.word();
    int flags = wide ? input.word() : 0;
    long offset = input.address();
    long address = input.address();
    input.address();
    long fileSize = input.address();
    long memorySize = input.address();
    flags = wide ? flags : input.word();
    return new ElfSegment(type, flags, offset, address, fileSize, memorySize, input.address());
  }

  private void check(int index, ElfSegment segment) {
    if (!segment.isLoaded()) {
      return;
    }
    String name = "segment " + index;
    input.require(name, segment.offset(), segment.fileSize());
    if (Long.compareUnsigned(segment.memorySize(), segment.fileSize()) < 0) {
      throw new ElfFormatException(
          "%s has %s bytes in memory, fewer than its %d bytes in the file"
              .formatted(name, Long.toUnsignedString(segment.memorySize()), segment.fileSize()));
    }
    long alignment = segment.alignment();
    if (alignment != 0 && Long.bitCount(alignment) != 1) {
      throw new ElfFormatException(
          "%s is aligned to %s, which is no power of two"
              .formatted(name, Long.toUnsignedString(alignment)));
    }
    if (alignment > 1 && (segment.address() - segment.offset() & alignment - 1) != 0) {
      throw new ElfFormatException(
          "%s: address 0x%x and offset 0x%x differ modulo its alignment 0x%x"
              .formatted(name, segment.address(), segment.offset(), alignment));
    }
  }

  private List<ElfSection> sections(ElfHeader header) {
    int size = header.format().sectionSize();
    int count = header.sectionCount();
    input.require("the table of section headers", header.sectionOffset(), (long) count * size);
    List<ElfSection> unnamed = new ArrayList<>();
    List<Integer> names = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      input.seek("section header " + index, header.sectionOffset() + (long) index * size, size);
      names.add(input.word());
      ElfSection section = section();
      if (section.type() != ElfSection.NO_BITS && section.type() != 0) {
        input.require("section " + index, section.offset(), section.size());
      }
      unnamed.add(section);
    }
    return named(unnamed, names, header.nameSection());
  }

  private ElfSection section() {
    int type = input.word();
    long flags = input.address();
    long address = input.address();
    long offset = input.address();
    long size = input.address();
    int link = input.word();
    input.word();
    long alignment = input.address();
    return new ElfSection("", type, flags, address, offset, size, link, alignment, input.address());
  }

  private List<ElfSection> named(List<ElfSection> unnamed, List<Integer> names, int tableIndex) {
    if (unnamed.isEmpty() || tableIndex == 0) {
      return unnamed;
    }
    ElfSection table = strings("the ELF header's e_shstrndx", unnamed, tableIndex);
    List<ElfSection> sections = new ArrayList<>();
    for (int index = 0; index < unnamed.size(); index++) {
      long name = names.get(index) & 0xffff_ffffL;
      sections.add(withName(unnamed.get(index), input.string("section " + index, table, name)));
    }
    return sections;
  }

  private static ElfSection withName(ElfSection it, String name) {
    return new ElfSection(
        name,
        it.type(),
        it.flags(),
        it.address(),
        it.offset(),
        it.size(),
        it.link(),
        it.alignment(),
        it.entrySize());
  }

  private static ElfSection strings(String who, List<ElfSection> sections, int index) {
    if (index < 0 || index >= sections.size()) {
      throw new ElfFormatException(
          "%s names section %s of %d"
              .formatted(who, Integer.toUnsignedString(index), sections.size()));
    }
    ElfSection table = sections.get(index);
    if (table.type() != ElfSection.STRINGS) {
      throw new ElfFormatException(
          "%s names section %d, which holds no strings".formatted(who, index));
    }
    return table;
  }

  private List<ElfSymbol> symbols(ElfFormat format, List<ElfSection> sections) {
    List<ElfSymbol> symbols = new ArrayList<>();
    for (ElfSection section : sections) {
      if (section.holdsSymbols()) {
        String who = "symbol table " + section.name();
        requireEqual("the entry size of " + who, section.entrySize(), format.symbolSize());
        ElfSection names = strings(who, sections, section.link());
        // The first entry of a table stands for no symbol.
        for (long index = 1; index < section.size() / format.symbolSize(); index++) {
          symbols.add(symbol(format, section, names, index));
        }
      }
    }
    return symbols;
  }

  private ElfSymbol symbol(ElfFormat format, ElfSection table, ElfSection names, long index) {
    String who = "symbol %d of %s".formatted(index, table.name());
    int size = format.symbolSize();
    input.seek(who, table.offset() + index * size, size);
    long name = input.word() & 0xffff_ffffL;
    if (format.wide()) {
      int info = input.unsignedByte();
      input.unsignedByte();
      int section = input.half();
      long value = input.address();
      return symbol(input.string(who, names, name), value, input.address(), info, section);
    }
    long value = input.address();
    long bytesOfIt = input.address();
    int info = input.unsignedByte();
    input.unsignedByte();
    return symbol(input.string(who, names, name), value, bytesOfIt, info, input.half());
  }

  private static ElfSymbol symbol(String name, long value, long size, int info, int section) {
    return new ElfSymbol(name, value, size, info & 15, info >>> 4, section);
  }
}
