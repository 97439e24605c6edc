package gradus.engine.process.elf;

import java.nio.charset.StandardCharsets;

/** Zero-terminated strings, each known by its offset; the empty one comes first. */
final class StringTable {

  private final StringBuilder text = new StringBuilder("\0");
  private int size = 1;

  int add(String string) {
    int offset = size;
    text.append(string).append('\0');
    size += string.getBytes(StandardCharsets.UTF_8).length + 1;
    return offset;
  }

  byte[] toBytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
