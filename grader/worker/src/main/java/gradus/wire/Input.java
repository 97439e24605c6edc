package gradus.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The payload of one frame that has arrived whole. Nothing is allocated for a claimed count until
 * the cap allows it and the bytes for it are seen to be there.
 */
final class Input {
  private final Caps caps;
  private final Handles handles;
  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private int elements;
  private int depth;

  Input(Caps caps, Handles handles) {
    this.caps = caps;
    this.handles = handles;
  }

  Input begin(byte[] source, int from, int to) {
    bytes = source;
    at = from;
    end = to;
    elements = 0;
    depth = 0;
    return this;
  }

  Handles handles() {
    return handles;
  }

  /** Holds that the frame ends here. */
  void end() {
    if (at != end) {
      throw new ProtocolViolation("a message had " + (end - at) + " bytes too many");
    }
  }

  /** A place to {@link #rewind} to. */
  int mark() {
    return at;
  }

  void rewind(int mark) {
    at = mark;
  }

  /** Goes back to {@code mark}, before any value, to read all of them as other types. */
  void restart(int mark) {
    at = mark;
    elements = 0;
    depth = 0;
  }

  Tag tag() {
    return Tag.of(u1());
  }

  void expect(Tag due, String declared) {
    Tag came = tag();
    if (came != due) {
      throw new ProtocolViolation.Mismatch(declared, came.words);
    }
  }

  /** Skips a null if one is next. */
  boolean skipNull() {
    need(1);
    boolean isNull = bytes[at] == Tag.NULL.code();
    at += isNull ? 1 : 0;
    return isNull;
  }

  int u1() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  int u2() {
    need(Short.BYTES);
    int value = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    at += Short.BYTES;
    return value;
  }

  int u4() {
    need(Integer.BYTES);
    int value = FrameReader.u4(bytes, at);
    at += Integer.BYTES;
    return value;
  }

  long u8() {
    return ((long) u4() << 32) | (u4() & 0xFFFF_FFFFL);
  }

  byte[] bytes() {
    byte[] value = new byte[length(Byte.BYTES)];
    window(value.length).get(value);
    return value;
  }

  String text() {
    int width = u1();
    if (width != 1 && width != 2) {
      throw new ProtocolViolation("a string had " + width + " bytes a character");
    }
    int length = length(width);
    if (width == 1) {
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
    }
    char[] chars = new char[length];
    window(length * Character.BYTES).asCharBuffer().get(chars);
    return new String(chars);
  }

  /** A window over an array's numbers; its length is a multiple of {@code width}. */
  ByteBuffer numbers(int width) {
    return window(count(width) * width);
  }

  /** How many elements follow, each of {@code width} bytes at least; counted against the cap. */
  int count(int width) {
    int count = length(width);
    spend(count);
    return count;
  }

  /** Spends elements of the cap. */
  void spend(int more) {
    if (more > caps.elements() - elements) {
      throw new ProtocolViolation("a message held more than " + caps.elements() + " elements");
    }
    elements += more;
  }

  void enter() {
    if (++depth > caps.depth()) {
      throw new ProtocolViolation("a value nested more than " + caps.depth() + " levels deep");
    }
  }

  void leave() {
    depth--;
  }

  private int length(int width) {
    int length = u4();
    if (length < 0 || length > (end - at) / width) {
      throw new ProtocolViolation("a value claimed to be longer than its message");
    }
    return length;
  }

  private ByteBuffer window(int length) {
    at += length;
    return ByteBuffer.wrap(bytes, at - length, length);
  }

  private void need(int length) {
    if (end - at < length) {
      throw new ProtocolViolation("a message ended too early");
    }
  }
}
