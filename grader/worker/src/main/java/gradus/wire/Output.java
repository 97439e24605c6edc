package gradus.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One frame on its way out: written here whole, then sent in one piece, so that nothing that goes
 * wrong while values are written can leave half a frame on the wire.
 */
final class Output {
  static final int HEADER_AFTER_LENGTH = 9;

  private final Caps caps;
  private final Handles handles;
  private byte[] bytes = new byte[256];
  private int size;
  private int elements;
  private int depth;

  Output(Caps caps, Handles handles) {
    this.caps = caps;
    this.handles = handles;
  }

  Output begin(FrameType type) {
    size = Integer.BYTES;
    elements = 0;
    depth = 0;
    u1(type.code());
    u8(0);
    return this;
  }

  /** Numbers the frame, which is settled only now: writing a value may have led to other calls. */
  void send(int call, int origin, OutputStream out) throws IOException {
    int end = size;
    patch(0, end - Integer.BYTES);
    patch(Integer.BYTES + 1, call);
    patch(2 * Integer.BYTES + 1, origin);
    out.write(bytes, 0, end);
    out.flush();
  }

  Handles handles() {
    return handles;
  }

  void tag(Tag tag) {
    u1(tag.code());
  }

  void u1(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void u2(int value) {
    room(Short.BYTES);
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
  }

  void u4(int value) {
    room(Integer.BYTES);
    bytes[size++] = (byte) (value >> 24);
    bytes[size++] = (byte) (value >> 16);
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
  }

  void u8(long value) {
    u4((int) (value >> 32));
    u4((int) value);
  }

  /**
   * Leaves room for a count that is known only after what it counts; {@link #patch} fills it in.
   */
  int reserveCount() {
    u4(0);
    return size - Integer.BYTES;
  }

  void patch(int position, int count) {
    int end = size;
    size = position;
    u4(count);
    size = end;
  }

  void bytes(byte[] value) {
    u4(value.length);
    append(value);
  }

  void text(String value) {
    room(value.length());
    boolean narrow = value.chars().allMatch(c -> c <= 0xFF);
    u1(narrow ? 1 : 2);
    u4(value.length());
    if (narrow) {
      append(value.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      space(value.length(), Character.BYTES).asCharBuffer().put(value);
    }
  }

  /** A window for {@code count} numbers of {@code width} bytes, which counts as written. */
  ByteBuffer numbers(int count, int width) {
    spend(count);
    u4(count);
    return space(count, width);
  }

  /** A place to {@link #rewind} to. */
  record Mark(int size, int elements, int depth) {}

  Mark mark() {
    return new Mark(size, elements, depth);
  }

  void rewind(Mark mark) {
    size = mark.size();
    elements = mark.elements();
    depth = mark.depth();
  }

  /** Spends elements of the cap, before they are written. */
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

  private void append(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private ByteBuffer space(int count, int width) {
    long length = (long) count * width;
    room(length);
    size += (int) length;
    return ByteBuffer.wrap(bytes, size - (int) length, (int) length);
  }

  private void room(long more) {
    if (size + more - Integer.BYTES > caps.frameBytes()) {
      throw new ProtocolViolation("a message was longer than " + caps.frameBytes() + " bytes");
    }
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(bytes.length * 2L, size + more));
    }
  }
}
