package gradus.engine.memory;

import java.util.Arrays;

/** The bytes of a region that lies outside the segments. */
final class Mapping {

  private final String name;
  private final long start;
  private final Permissions permissions;
  private byte[] bytes;

  Mapping(String name, long start, int size, Permissions permissions) {
    this.name = name;
    this.start = start;
    this.permissions = permissions;
    bytes = new byte[size];
  }

  Region region() {
    return new Region(name, start, bytes.length, permissions);
  }

  /** How many bytes from the address on lie in this mapping; 0 if none does. */
  long reach(long address) {
    long index = address - start;
    return Long.compareUnsigned(index, bytes.length) < 0 ? bytes.length - index : 0;
  }

  Permissions permissions() {
    return permissions;
  }

  byte[] bytes() {
    return bytes;
  }

  int index(long address) {
    return (int) (address - start);
  }

  void grow(int size) {
    bytes = Arrays.copyOf(bytes, size);
  }
}
