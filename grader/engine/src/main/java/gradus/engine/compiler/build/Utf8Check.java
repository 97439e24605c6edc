package gradus.engine.compiler.build;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells what is wrong with bytes that are no UTF-8, as Python's codec does. */
final class Utf8Check {
  private Utf8Check() {}

  static void check(byte[] bytes) throws EscapeException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
    if (!result.isError()) {
      return;
    }
    int at = in.position();
    int first = bytes[at] & 0xFF;
    boolean startsNothing = first < 0xC2 || first > 0xF4;
    int good = startsNothing ? 1 : continuationBytes(bytes, at);
    String reason = startsNothing ? "invalid start byte" : reason(bytes, at, first, good);
    String where =
        good == 1
            ? "byte 0x%02x in position %d".formatted(first, at)
            : "bytes in position %d-%d".formatted(at, at + good - 1);
    throw new EscapeException(
        "(unicode error) 'utf-8' codec can't decode " + where + ": " + reason);
  }

  private static String reason(byte[] bytes, int at, int first, int good) {
    int needed = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return at + good == bytes.length && good < needed
        ? "unexpected end of data"
        : "invalid continuation byte";
  }

  /** How many bytes from here could be the start of a character. */
  private static int continuationBytes(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    int n = 1;
    while (at + n < bytes.length && n < 4) {
      int b = bytes[at + n] & 0xFF;
      if (b < (n == 1 ? low : 0x80) || b > (n == 1 ? high : 0xBF)) {
        break;
      }
      n++;
    }
    return n;
  }
}
