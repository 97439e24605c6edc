package gradus.engine.process.elf;

import gradus.engine.memory.Permissions;

/** What a file being built holds for one segment. */
final class ElfPart {

  private final String name;
  private final Permissions permissions;
  private final long address;
  private final byte[] bytes;
  private final long memorySize;

  ElfPart(String name, Permissions permissions, long address, byte[] bytes, long memorySize) {
    this.name = name;
    this.permissions = permissions;
    this.address = address;
    this.bytes = bytes.clone();
    this.memorySize = memorySize;
  }

  /** The segment's header, if its bytes start at that offset. */
  ElfSegment segment(long offset, long alignment) {
    int flags = ElfSegment.flags(permissions);
    return new ElfSegment(
        ElfSegment.LOAD, flags, offset, address, bytes.length, memorySize, alignment);
  }

  /** Adds the sections the segment consists of: what the file holds, and bss. */
  void addTo(ElfSections sections, long offset) {
    long flags =
        ElfSection.ALLOCATE
            | (permissions.write() ? ElfSection.WRITE : 0)
            | (permissions.execute() ? ElfSection.EXECUTE : 0);
    int size = bytes.length;
    sections.add(name, ElfSection.PROGRAM_BITS, flags, address, offset, size);
    if (memorySize > size) {
      sections.add(
          ".bss", ElfSection.NO_BITS, flags, address + size, offset + size, memorySize - size);
    }
  }

  long address() {
    return address;
  }

  byte[] bytes() {
    return bytes;
  }
}
