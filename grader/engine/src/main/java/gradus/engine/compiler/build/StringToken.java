package gradus.engine.compiler.build;

import gradus.engine.compiler.parse.Node;
import java.util.Arrays;

/** A string token taken apart: its prefix letters and what stands between its quotes. */
record StringToken(boolean isBytes, boolean isRaw, boolean isFormatted, Body content) {

  /** The bytes between the quotes, in UTF-8. */
  @SuppressWarnings("ArrayRecordComponent")
  record Body(byte[] bytes) {}

  static StringToken of(Node token) {
    byte[] text = token.bytes();
    boolean bytes = false;
    boolean raw = false;
    boolean formatted = false;
    int start = 0;
    for (; text[start] != '\'' && text[start] != '"'; start++) {
      switch (text[start]) {
        case 'b', 'B' -> bytes = true;
        case 'r', 'R' -> raw = true;
        case 'f', 'F' -> formatted = true;
        default -> {}
      }
    }
    int quotes = quotes(text, start);
    byte[] body = Arrays.copyOfRange(text, start + quotes, text.length - quotes);
    return new StringToken(bytes, raw, formatted, new Body(body));
  }

  private static int quotes(byte[] text, int start) {
    boolean triple =
        text.length - start >= 6
            && text[start + 1] == text[start]
            && text[start + 2] == text[start];
    return triple ? 3 : 1;
  }

  byte[] body() {
    return content.bytes();
  }

  boolean hasBackslash() {
    for (byte b : content.bytes()) {
      if (b == '\\') {
        return true;
      }
    }
    return false;
  }
}
