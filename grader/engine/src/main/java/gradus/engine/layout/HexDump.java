package gradus.engine.layout;

import gradus.engine.memory.Memory;

/** Bytes as text: sixteen a line after their address, with what is printable in them. */
public final class HexDump {

  private static final int WIDTH = 16;

  private HexDump() {}

  /** The bytes of a range, from the given address on. */
  public static String of(Memory memory, long address, long size) {
    byte[] bytes = memory.bytes(address, size);
    StringBuilder dump = new StringBuilder();
    for (int start = 0; start < bytes.length; start += WIDTH) {
      dump.append("%012x  ".formatted(address + start));
      appendLine(dump, bytes, start);
      dump.append('\n');
    }
    return dump.toString();
  }

  private static void appendLine(StringBuilder dump, byte[] bytes, int start) {
    StringBuilder printable = new StringBuilder();
    for (int index = start; index < start + WIDTH; index++) {
      dump.append(index < bytes.length ? "%02x ".formatted(bytes[index]) : "   ");
      if (index % 8 == 7) {
        dump.append(' ');
      }
      if (index < bytes.length) {
        printable.append(bytes[index] >= ' ' && bytes[index] < 0x7f ? (char) bytes[index] : '.');
      }
    }
    dump.append('|').append(printable).append('|');
  }
}
