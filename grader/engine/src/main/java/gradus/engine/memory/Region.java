package gradus.engine.memory;

/**
 * A range of addresses with a name. Addresses are unsigned: those from 2⁶³ on lie above all others.
 *
 * @param start the first address
 * @param size bytes
 */
public record Region(String name, long start, long size, Permissions permissions) {

  /** The address behind the last one; 0 if the region ends where the address space does. */
  public long end() {
    return start + size;
  }

  /** Whether the address lies in the region. */
  public boolean contains(long address) {
    return Long.compareUnsigned(address - start, size) < 0;
  }

  /** The region as a line of {@code /proc/self/maps} shows it. */
  @Override
  public String toString() {
    return "%012x-%012x %s  %s".formatted(start, end(), permissions, name);
  }
}
