package gradus.engine.process;

import gradus.engine.memory.Memory;
import java.util.HashMap;
import java.util.Map;

/**
 * Draws a call stack, a word a line.
 *
 * <pre>
 * 7fffffffefe8  0000000000401136  square: return address
 * 7fffffffefe0  00007ffffffff000  square: saved frame pointer  ← rbp
 * 7fffffffefd8  0000000000000007  square: n
 * 7fffffffefd0  0000000000000000  ← rsp
 * 7fffffffefc8  0000000000000003  stale
 * </pre>
 */
final class StackPicture {

  private final Memory memory;
  private final CallStack stack;
  private final long end;
  private final Map<Long, String> labels = new HashMap<>();

  StackPicture(Memory memory, CallStack stack, long end) {
    this.memory = memory;
    this.stack = stack;
    this.end = end;
    stack.frames().forEach(this::label);
  }

  private void label(CallFrame frame) {
    String name = frame.function().name();
    label(frame.returnAddressSlot(), name + ": return address");
    label(frame.framePointer(), name + ": saved frame pointer");
    frame
        .layout()
        .offsets()
        .forEach(
            (variable, offset) -> label(frame.framePointer() + offset, name + ": " + variable));
  }

  private void label(long address, String text) {
    labels.merge(address & -Long.BYTES, text, (one, other) -> other + ", " + one);
  }

  String draw(int below) {
    StringBuilder picture = new StringBuilder();
    long lowest = stack.stackPointer() - (long) Long.BYTES * below;
    for (long word = end - Long.BYTES; word != lowest - Long.BYTES; word -= Long.BYTES) {
      picture.append("%012x  %016x  %s".formatted(word, memory.load64(word), text(word)).strip());
      picture.append('\n');
    }
    return picture.toString();
  }

  private String text(long word) {
    if (Long.compareUnsigned(word, stack.stackPointer()) < 0) {
      return "stale";
    }
    String arrow = word == stack.framePointer() ? "  ← rbp" : "";
    arrow += word == stack.stackPointer() ? "  ← rsp" : "";
    return (labels.getOrDefault(word, "") + arrow).strip();
  }
}
