package gradus.engine.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The regions of a process, in the order of their unsigned addresses. It prints like {@code
 * /proc/self/maps}, with each region's size.
 *
 * <pre>
 * 000000401000-000000401010 r-x         16  text
 * 000000404000-000000404008 rw-          8  data
 * 000000404008-000000405000 rw-       4088  bss
 * 000000405000-000000426000 rw-     135168  heap
 * 7fffff7fe000-7fffff7ff000 ---       4096  guard
 * 7fffff7ff000-7fffffff... rw-    8388608  stack
 * </pre>
 */
public final class RegionMap {

  private final List<ProcessRegion> regions;

  RegionMap(List<ProcessRegion> regions) {
    List<ProcessRegion> sorted = new ArrayList<>(regions);
    sorted.sort((one, other) -> Long.compareUnsigned(one.region().start(), other.region().start()));
    this.regions = List.copyOf(sorted);
  }

  public List<ProcessRegion> regions() {
    return regions;
  }

  /** The region an address lies in, if any. */
  public Optional<ProcessRegion> regionOf(long address) {
    return regions.stream().filter(region -> region.contains(address)).findFirst();
  }

  /** Bytes of all regions of a kind. */
  public long bytes(RegionKind kind) {
    return regions.stream()
        .filter(region -> region.kind() == kind)
        .mapToLong(region -> region.region().size())
        .sum();
  }

  /** Bytes the process can use: those of all regions but the guard. */
  public long footprint() {
    return regions.stream()
        .filter(region -> region.kind() != RegionKind.GUARD)
        .mapToLong(region -> region.region().size())
        .sum();
  }

  @Override
  public String toString() {
    StringBuilder map = new StringBuilder();
    for (ProcessRegion it : regions) {
      map.append(
          "%012x-%012x %s %10d  %s\n"
              .formatted(
                  it.region().start(),
                  it.region().end(),
                  it.region().permissions(),
                  it.region().size(),
                  it.region().name()));
    }
    return map.toString();
  }
}
