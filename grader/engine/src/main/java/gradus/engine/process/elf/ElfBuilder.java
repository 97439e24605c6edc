package gradus.engine.process.elf;

import gradus.engine.memory.Permissions;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds executable files, small but complete: header, segments, sections, symbols.
 *
 * <pre>{@code
 * byte[] image = new ElfBuilder(ElfFormat.LITTLE_64)
 *     .text(0x401000, code)
 *     .data(0x404000, variables, 4096)      // and bss behind them, up to 4096 bytes
 *     .function("main", 0x401000, 16)
 *     .entry(0x401000)
 *     .build();
 * }</pre>
 */
public final class ElfBuilder {

  private static final int X86_64 = 62;
  private static final int I386 = 3;

  private final ElfFormat format;
  private final List<ElfPart> parts = new ArrayList<>();
  private final List<ElfSymbol> symbols = new ArrayList<>();
  private int type = ElfHeader.EXECUTABLE;
  private long entry;
  private long alignment = 0x1000;

  public ElfBuilder(ElfFormat format) {
    this.format = format;
  }

  /** Machine code. */
  public ElfBuilder text(long address, byte[] code) {
    return segment(".text", Permissions.READ_EXECUTE, address, code, code.length);
  }

  /** Constants. */
  public ElfBuilder constants(long address, byte[] bytes) {
    return segment(".rodata", Permissions.READ, address, bytes, bytes.length);
  }

  /** Variables that start with a value, and zero bytes (bss) behind them up to a size. */
  public ElfBuilder data(long address, byte[] bytes, long size) {
    return segment(".data", Permissions.READ_WRITE, address, bytes, size);
  }

  /** A segment of any kind, of {@code size} bytes in memory. */
  public ElfBuilder segment(
      String section, Permissions permissions, long address, byte[] bytes, long size) {
    parts.add(new ElfPart(section, permissions, address, bytes, size));
    return this;
  }

  /** Names a function. */
  public ElfBuilder function(String name, long address, long size) {
    return symbol(name, address, size, ElfSymbol.FUNCTION);
  }

  /** Names a variable. */
  public ElfBuilder variable(String name, long address, long size) {
    return symbol(name, address, size, ElfSymbol.OBJECT);
  }

  private ElfBuilder symbol(String name, long address, long size, int kind) {
    symbols.add(new ElfSymbol(name, address, size, kind, ElfSymbol.GLOBAL, 0));
    return this;
  }

  /** Where the program starts. */
  public ElfBuilder entry(long address) {
    entry = address;
    return this;
  }

  /** Position independent: addresses count from wherever it is loaded. */
  public ElfBuilder positionIndependent() {
    type = ElfHeader.SHARED;
    return this;
  }

  /** What segments are aligned to: a power of two; a page unless said otherwise. */
  public ElfBuilder alignment(long bytes) {
    alignment = bytes;
    return this;
  }

  /** The file. */
  public byte[] build() {
    List<ElfSegment> segments = placeSegments();
    ElfSections sections = new ElfSections(format, end(segments));
    for (int index = 0; index < parts.size(); index++) {
      parts.get(index).addTo(sections, segments.get(index).offset());
    }
    sections.addSymbols(symbols);
    ElfOutput out = new ElfOutput(format);
    writeHeader(out, sections);
    segments.forEach(segment -> write(out, segment));
    for (int index = 0; index < parts.size(); index++) {
      out.padTo(segments.get(index).offset());
      out.bytes(parts.get(index).bytes());
    }
    sections.write(out);
    return out.toBytes();
  }

  /** Gives each segment the next offset that equals its address modulo the alignment. */
  private List<ElfSegment> placeSegments() {
    List<ElfSegment> segments = new ArrayList<>();
    long offset = format.headerSize() + (long) parts.size() * format.segmentSize();
    for (ElfPart part : parts) {
      offset += (part.address() - offset) & (alignment - 1);
      segments.add(part.segment(offset, alignment));
      offset += part.bytes().length;
    }
    return segments;
  }

  private long end(List<ElfSegment> segments) {
    if (segments.isEmpty()) {
      return format.headerSize();
    }
    ElfSegment last = segments.get(segments.size() - 1);
    return last.offset() + last.fileSize();
  }

  private void writeHeader(ElfOutput out, ElfSections sections) {
    out.bytes(ElfReader.MAGIC);
    out.unsignedByte(format.bits() / 32);
    out.unsignedByte(format.order() == ByteOrder.LITTLE_ENDIAN ? 1 : 2);
    out.unsignedByte(1);
    out.bytes(new byte[9]);
    out.half(type);
    out.half(format.wide() ? X86_64 : I386);
    out.word(1);
    out.address(entry);
    out.address(format.headerSize());
    out.address(sections.tableOffset());
    out.word(0);
    out.half(format.headerSize());
    out.half(format.segmentSize());
    out.half(parts.size());
    out.half(format.sectionSize());
    out.half(sections.count());
    out.half(sections.nameSection());
  }

  private void write(ElfOutput out, ElfSegment segment) {
    out.word(segment.type());
    if (format.wide()) {
      out.word(segment.flags());
    }
    out.address(segment.offset());
    out.address(segment.address());
    out.address(segment.address());
    out.address(segment.fileSize());
    out.address(segment.memorySize());
    if (!format.wide()) {
      out.word(segment.flags());
    }
    out.address(segment.alignment());
  }
}
