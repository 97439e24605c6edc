package gradus.engine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is mapped outside the segments, at any address of the 64 bits: the image of a loaded
 * program, its heap and stack, guard pages.
 *
 * <p>An access may run from one mapping into the next. Nothing is written unless all of it can be.
 */
final class Mappings {

  private final TreeMap<Long, Mapping> byStart = new TreeMap<>(Long::compareUnsigned);

  void add(String name, long start, int size, Permissions permissions) {
    byStart.put(start, new Mapping(name, start, size, permissions));
  }

  /** Throws unless the range is whole pages of the address space that nothing lies in. */
  void requireFree(String name, long start, long size) {
    if (start % Memory.PAGE_SIZE != 0 || size <= 0 || Long.compareUnsigned(start, -size) > 0) {
      throw new IllegalArgumentException(
          "%s: 0x%x bytes at 0x%x are not whole pages of the address space"
              .formatted(name, size, start));
    }
    if (touches(start, size)) {
      throw new IllegalArgumentException(
          "%s: of the 0x%x bytes at 0x%x some are taken".formatted(name, size, start));
    }
  }

  /** Whether a segment or mapping lies in the range, which may end where the address space does. */
  boolean touches(long start, long size) {
    if (Segment.touches(start, size)) {
      return true;
    }
    Map.Entry<Long, Mapping> last = byStart.floorEntry(start + size - 1);
    return last != null
        && Long.compareUnsigned(last.getKey() + last.getValue().bytes().length - 1, start) >= 0;
  }

  /** The mapping that starts at an address; throws if there is none. */
  Mapping startingAt(long start) {
    Mapping mapping = byStart.get(start);
    if (mapping == null) {
      throw new IllegalArgumentException("no mapping starts at 0x%x".formatted(start));
    }
    return mapping;
  }

  List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    byStart.values().forEach(mapping -> regions.add(mapping.region()));
    return regions;
  }

  /** A copy of the bytes of a range. */
  byte[] bytes(long address, long size) {
    check(address, size, "read", Permissions::read);
    byte[] copy = new byte[(int) size];
    int done = 0;
    while (done < size) {
      Mapping mapping = at(address + done);
      int part = (int) Math.min(size - done, mapping.reach(address + done));
      System.arraycopy(mapping.bytes(), mapping.index(address + done), copy, done, part);
      done += part;
    }
    return copy;
  }

  void store(long address, byte[] bytes) {
    requireWritable(address, bytes.length);
    load(address, bytes);
  }

  /** Writes bytes whatever the permissions. */
  void load(long address, byte[] bytes) {
    check(address, bytes.length, "write", any -> true);
    int done = 0;
    while (done < bytes.length) {
      Mapping mapping = at(address + done);
      int part = (int) Math.min(bytes.length - done, mapping.reach(address + done));
      System.arraycopy(bytes, done, mapping.bytes(), mapping.index(address + done), part);
      done += part;
    }
  }

  /** Faults unless every byte of the range is mapped and may be written. */
  void requireWritable(long address, long size) {
    check(address, size, "write", Permissions::write);
  }

  private void check(long address, long size, String access, Predicate<Permissions> allowed) {
    if (size < 0) {
      throw new SegmentationFault(access, size, address);
    }
    long done = 0;
    while (done < size) {
      Mapping mapping = find(address + done);
      if (mapping == null || !allowed.test(mapping.permissions())) {
        throw new SegmentationFault(access, size, address);
      }
      done += mapping.reach(address + done);
    }
  }

  private Mapping at(long address) {
    return byStart.floorEntry(address).getValue();
  }

  private @Nullable Mapping find(long address) {
    Map.Entry<Long, Mapping> entry = byStart.floorEntry(address);
    return entry != null && entry.getValue().reach(address) > 0 ? entry.getValue() : null;
  }
}
