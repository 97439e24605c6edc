package gradus.engine.memory;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Lays out what a linker would: functions, strings and static variables, one after the other in
 * their segments.
 */
public final class StaticData {

  private final Memory memory;
  private final Map<Segment, Long> used = new EnumMap<>(Segment.class);

  public StaticData(Memory memory) {
    this.memory = memory;
  }

  /**
   * The address of a new zeroed static variable.
   *
   * @param alignment a power of two
   * @throws OutOfMemory if the memory limit leaves no room for it
   */
  public long reserve(Segment segment, long size, long alignment) {
    long offset = Memory.roundUp(used.getOrDefault(segment, 0L), alignment);
    if (!memory.map(segment, offset + size)) {
      throw new OutOfMemory("the memory limit is too small for the interpreter's static data");
    }
    used.put(segment, offset + size);
    return segment.base() + offset;
  }

  /** The address of a new zero-terminated UTF-8 string among the read-only data. */
  public long string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long address = reserve(Segment.TEXT, bytes.length + 1L, 1);
    memory.load(address, bytes);
    return address;
  }
}
