package gradus.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads frames from the other end. The buffer grows with what has arrived, never with what was
 * announced.
 *
 * <p>It asks for no more than a frame still lacks: a {@link java.io.BufferedInputStream}, which
 * should lie below, takes in what there is at once, but when asked for more than that it asks the
 * system for the rest, at the price of two further calls.
 */
final class FrameReader {
  /** What one read asks for; up to this size the JVM copies by way of its stack. */
  private static final int CHUNK = 8192;

  private static final int HEADER = Integer.BYTES + Output.HEADER_AFTER_LENGTH;

  private final InputStream in;
  private final Caps caps;
  private byte[] bytes = new byte[CHUNK];
  private int size;
  private long bytesThisCheck;

  FrameReader(InputStream in, Caps caps) {
    this.in = in;
    this.caps = caps;
  }

  /** Waits for the next frame. */
  FrameType next() throws IOException {
    size = 0;
    fill(Integer.BYTES);
    int length = u4(bytes, 0);
    checkLength(length);
    fill(Integer.BYTES + length);
    return FrameType.of(bytes[Integer.BYTES] & 0xFF);
  }

  int call() {
    return u4(bytes, Integer.BYTES + 1);
  }

  int origin() {
    return u4(bytes, 2 * Integer.BYTES + 1);
  }

  Input payload(Input into) {
    return into.begin(bytes, HEADER, size);
  }

  void beginCheck() {
    bytesThisCheck = 0;
  }

  static int u4(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 24)
        | ((bytes[at + 1] & 0xFF) << 16)
        | ((bytes[at + 2] & 0xFF) << 8)
        | (bytes[at + 3] & 0xFF);
  }

  private void checkLength(int length) {
    if (length < Output.HEADER_AFTER_LENGTH || length > caps.frameBytes()) {
      throw new ProtocolViolation(
          "a message announced " + Integer.toUnsignedString(length) + " bytes");
    }
    bytesThisCheck += length;
    if (bytesThisCheck > caps.bytesPerCheck()) {
      throw new ProtocolViolation(
          "more than " + caps.bytesPerCheck() + " bytes came during one check");
    }
  }

  private void fill(int wanted) throws IOException {
    while (size < wanted) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      int most = Math.min(CHUNK, Math.min(wanted, bytes.length) - size);
      int count = in.read(bytes, size, most);
      if (count < 0) {
        throw new EOFException("the other end is gone");
      }
      size += count;
    }
  }
}
