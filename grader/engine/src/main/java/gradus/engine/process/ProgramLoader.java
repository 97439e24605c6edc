package gradus.engine.process;

import gradus.engine.memory.Memory;
import gradus.engine.memory.Permissions;
import gradus.engine.memory.Region;
import gradus.engine.process.elf.ElfFile;
import gradus.engine.process.elf.ElfHeader;
import gradus.engine.process.elf.ElfSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a process of a program: maps each segment at its address, zeroes what the file does not
 * hold, and adds a heap behind the program and a stack with a guard page at the end of the address
 * space, as Linux does without randomising.
 */
public final class ProgramLoader {

  private static final long PAGE = Memory.PAGE_SIZE;

  private final ElfFile program;
  private final Memory memory;
  private final List<ProcessRegion> regions = new ArrayList<>();
  private final AddressPlan plan;
  private long programEnd;
  private long stackSize = 64 * 1024;
  private long heapSize = 64 * 1024;

  private ProgramLoader(ElfFile program, long memoryLimit) {
    this.program = program;
    memory = new Memory(memoryLimit);
    plan = AddressPlan.of(program.header().format().bits());
  }

  /** A loader of a program into a memory of its own. */
  public static ProgramLoader of(ElfFile program) {
    return new ProgramLoader(program, Integer.MAX_VALUE);
  }

  /** How many bytes of stack to map, in whole pages; 64 KiB unless said otherwise. */
  public ProgramLoader stackSize(long bytes) {
    stackSize = pageEnd(bytes);
    return this;
  }

  /** How many bytes of heap to map, in whole pages; 64 KiB unless said otherwise. */
  public ProgramLoader heapSize(long bytes) {
    heapSize = pageEnd(bytes);
    return this;
  }

  /**
   * Loads the program.
   *
   * @throws ProgramLoadException if its segments cannot be mapped
   */
  public LoadedProgram load() {
    long bias = program.header().type() == ElfHeader.SHARED ? plan.programBase() : 0;
    List<ElfSegment> segments = program.segments().stream().filter(ElfSegment::isLoaded).toList();
    if (segments.isEmpty()) {
      throw new ProgramLoadException("the program has no segment to load");
    }
    for (ElfSegment segment : segments) {
      if (segment.memorySize() != 0) {
        mapSegment(segment, segment.address() + bias);
      }
    }
    long heap = programEnd;
    map(RegionKind.HEAP, heap, heapSize, Permissions.READ_WRITE);
    long stack = plan.stackEnd() - stackSize;
    map(RegionKind.GUARD, stack - PAGE, PAGE, Permissions.NONE);
    map(RegionKind.STACK, stack, stackSize, Permissions.READ_WRITE);
    return new LoadedProgram(
        memory, new RegionMap(regions), program.header().entry() + bias, plan.stackEnd());
  }

  private void mapSegment(ElfSegment segment, long address) {
    long start = address & -PAGE;
    long end = address + segment.memorySize();
    if (Long.compareUnsigned(end, address) < 0 || pageEnd(end) - start > Integer.MAX_VALUE) {
      throw new ProgramLoadException(
          "a segment of 0x%x bytes at 0x%x does not fit".formatted(segment.memorySize(), address));
    }
    RegionKind kind = kind(segment);
    mapPages(kind, start, pageEnd(end) - start, segment.permissions());
    memory.load(address, program.content(segment));
    addRegion(kind, address, segment.fileSize(), segment.permissions());
    long zeros = segment.memorySize() - segment.fileSize();
    addRegion(RegionKind.BSS, address + segment.fileSize(), zeros, segment.permissions());
    if (Long.compareUnsigned(pageEnd(end), programEnd) > 0) {
      programEnd = pageEnd(end);
    }
  }

  private static RegionKind kind(ElfSegment segment) {
    if (segment.permissions().execute()) {
      return RegionKind.TEXT;
    }
    return segment.permissions().write() ? RegionKind.DATA : RegionKind.CONSTANTS;
  }

  private void map(RegionKind kind, long start, long size, Permissions permissions) {
    mapPages(kind, start, size, permissions);
    addRegion(kind, start, size, permissions);
  }

  private void mapPages(RegionKind kind, long start, long size, Permissions permissions) {
    try {
      if (!memory.map(name(kind), start, size, permissions)) {
        throw new ProgramLoadException("%s: no memory for 0x%x bytes".formatted(name(kind), size));
      }
    } catch (IllegalArgumentException taken) {
      throw new ProgramLoadException(taken);
    }
  }

  private void addRegion(RegionKind kind, long start, long size, Permissions permissions) {
    if (size > 0) {
      Region region = new Region(name(kind), start, size, permissions);
      regions.add(new ProcessRegion(kind, region));
    }
  }

  private static String name(RegionKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static long pageEnd(long address) {
    return (address + PAGE - 1) & -PAGE;
  }
}
