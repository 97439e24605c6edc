package gradus.engine.compiler.build;

import java.io.ByteArrayOutputStream;

/** Backslash escapes in bytes literals. */
final class ByteEscapes {
  private ByteEscapes() {}

  static byte[] decode(byte[] body) throws EscapeException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    int i = 0;
    while (i < body.length) {
      if (body[i] != '\\') {
        out.write(body[i++]);
      } else {
        i = decodeEscape(body, i, out);
      }
    }
    return out.toByteArray();
  }

  /** Decodes the escape at an index and returns the index after it. */
  private static int decodeEscape(byte[] body, int at, ByteArrayOutputStream out)
      throws EscapeException {
    byte letter = body[at + 1];
    int next = at + 2;
    if (letter >= '0' && letter <= '7') {
      int value = 0;
      for (next = at + 1; next < body.length && next < at + 4 && isOctal(body[next]); next++) {
        value = value * 8 + body[next] - '0';
      }
      out.write(value);
      return next;
    }
    if (letter == 'x') {
      if (next + 2 > body.length || !isHex(body[next]) || !isHex(body[next + 1])) {
        throw new EscapeException("(value error) invalid \\x escape at position " + at);
      }
      out.write(Character.digit(body[next], 16) * 16 + Character.digit(body[next + 1], 16));
      return next + 2;
    }
    int simple = SimpleEscapes.value(letter);
    if (simple == SimpleEscapes.UNKNOWN) {
      out.write('\\');
      return at + 1;
    }
    if (simple != SimpleEscapes.NOTHING) {
      out.write(simple);
    }
    return next;
  }

  private static boolean isOctal(byte b) {
    return b >= '0' && b <= '7';
  }

  private static boolean isHex(byte b) {
    return Character.digit(b, 16) >= 0;
  }
}
