package gradus.engine.process;

import gradus.engine.memory.Region;

/** A part of a process's memory, to the byte: what is mapped for it is rounded to whole pages. */
public record ProcessRegion(RegionKind kind, Region region) {

  /** Whether the address lies in it. */
  public boolean contains(long address) {
    return region.contains(address);
  }
}
