package gradus.engine.compiler.build;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * Backslash escapes in str literals. CPython first writes every character beyond ASCII as an escape
 * of ten bytes, and the positions in its messages count those.
 */
final class TextEscapes {
  private static final int EXPANDED = 10;

  private final int[] text;
  private final IntStream.Builder out = IntStream.builder();
  private int i;

  private TextEscapes(int[] text) {
    this.text = text;
  }

  /** The characters of a literal without escapes. */
  static int[] plain(byte[] body) throws EscapeException {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      Utf8Check.check(body);
    }
    return text.codePoints().toArray();
  }

  /** The characters of a literal with its escapes decoded. */
  static int[] decode(byte[] body) throws EscapeException {
    return new TextEscapes(plain(body)).run();
  }

  private int[] run() throws EscapeException {
    while (i < text.length) {
      if (text[i] == '\\') {
        decodeEscape();
      } else {
        out.add(text[i++]);
      }
    }
    return out.build().toArray();
  }

  private void decodeEscape() throws EscapeException {
    int start = i++;
    int letter = i < text.length ? text[i] : -1;
    switch (letter) {
      case -1 -> throw bad(start, i, "\\ at end of string");
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      case 'x' -> hex(start, 2, "truncated \\xXX escape");
      case 'u' -> hex(start, 4, "truncated \\uXXXX escape");
      case 'U' -> hex(start, 8, "truncated \\UXXXXXXXX escape");
      case 'N' -> named(start);
      default -> simple(letter);
    }
  }

  private void simple(int letter) {
    int value = SimpleEscapes.value(letter);
    if (value == SimpleEscapes.UNKNOWN) {
      out.add('\\');
      return;
    }
    if (value != SimpleEscapes.NOTHING) {
      out.add(value);
    }
    i++;
  }

  private void octal() {
    int value = 0;
    for (int n = 0; n < 3 && i < text.length && text[i] >= '0' && text[i] <= '7'; n++) {
      value = value * 8 + text[i++] - '0';
    }
    out.add(value);
  }

  private void hex(int start, int digits, String message) throws EscapeException {
    long value = 0;
    i++;
    for (int n = 0; n < digits; n++) {
      int digit = i < text.length && text[i] < 128 ? Character.digit(text[i], 16) : -1;
      if (digit < 0) {
        throw bad(start, i, message);
      }
      value = value * 16 + digit;
      i++;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw bad(start, i, "illegal Unicode character");
    }
    out.add((int) value);
  }

  private void named(int start) throws EscapeException {
    i++;
    if (i >= text.length || text[i] != '{') {
      throw bad(start, i, "malformed \\N character escape");
    }
    int nameStart = ++i;
    while (i < text.length && text[i] != '}') {
      i++;
    }
    if (i == nameStart || i == text.length) {
      throw bad(start, i, "malformed \\N character escape");
    }
    String name = new String(text, nameStart, i - nameStart);
    i++;
    int found = CharacterNames.lookUp(name);
    if (found < 0) {
      throw bad(start, i, "unknown Unicode character name");
    }
    out.add(found);
  }

  private EscapeException bad(int start, int end, String message) {
    int from = expandedLength(start);
    int to = from + expandedLength(start, end) - 1;
    String where =
        from == to ? "byte 0x5c in position " + from : "bytes in position " + from + "-" + to;
    return new EscapeException(
        "(unicode error) 'unicodeescape' codec can't decode " + where + ": " + message);
  }

  private int expandedLength(int end) {
    return expandedLength(0, end);
  }

  private int expandedLength(int start, int end) {
    int length = 0;
    for (int j = start; j < end; j++) {
      length += text[j] < 128 ? 1 : EXPANDED;
    }
    return length;
  }
}
