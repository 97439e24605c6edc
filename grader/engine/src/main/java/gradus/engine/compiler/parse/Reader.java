package gradus.engine.compiler.parse;

import java.nio.charset.StandardCharsets;

/**
 * The tokenizer's view of the source: byte after byte, line after line, with the line an error
 * message would quote ({@code struct tok_state} of Parser/tokenizer.c when it reads a string).
 */
final class Reader {
  static final int EOF = -1;

  private final byte[] text;

  /** The next byte. */
  private int current;

  /** The end of what has been read: the end of the current line. */
  private int lineEnd;

  private int lineStart;

  /** Where an error message's quotation begins: the token's first line. */
  private int quoteStart;

  /** The first byte of the token being read; -1 between tokens. */
  private int tokenStart = -1;

  private int lineno;
  private Trouble trouble = Trouble.NONE;

  Reader(byte[] text) {
    this.text = text;
  }

  private Reader(Reader other) {
    this(other.text);
    current = other.current;
    lineEnd = other.lineEnd;
    lineStart = other.lineStart;
    quoteStart = other.quoteStart;
    tokenStart = other.tokenStart;
    lineno = other.lineno;
    trouble = other.trouble;
  }

  Reader copy() {
    return new Reader(this);
  }

  /** The next byte, 0 to 255, or {@link #EOF}. */
  int next() {
    if (current != lineEnd) {
      return text[current++] & 0xFF;
    }
    if (trouble != Trouble.NONE) {
      return EOF;
    }
    if (lineEnd == text.length) {
      trouble = Trouble.EOF;
      return EOF;
    }
    enterNextLine();
    return text[current++] & 0xFF;
  }

  private void enterNextLine() {
    if (tokenStart < 0) {
      quoteStart = current;
    }
    lineStart = current;
    lineno++;
    while (lineEnd < text.length && text[lineEnd] != '\n') {
      lineEnd++;
    }
    if (lineEnd < text.length) {
      lineEnd++;
    }
  }

  /** Takes back what {@link #next} gave. */
  void back(int c) {
    if (c != EOF) {
      current--;
    }
  }

  /** Stops here for a reason. */
  void stop(Trouble reason) {
    trouble = reason;
  }

  /** Stops for a reason that CPython shows at the end of the line. */
  void stopAtLineEnd(Trouble reason) {
    trouble = reason;
    current = lineEnd;
  }

  void betweenTokens() {
    tokenStart = -1;
  }

  void startToken(int position) {
    tokenStart = position;
  }

  int tokenStart() {
    return tokenStart;
  }

  int position() {
    return current;
  }

  int lineno() {
    return lineno;
  }

  int lineStart() {
    return lineStart;
  }

  Trouble trouble() {
    return trouble;
  }

  byte[] text() {
    return text;
  }

  /** The text an error here quotes. */
  String quotation() {
    return new String(text, quoteStart, lineEnd - quoteStart, StandardCharsets.UTF_8);
  }

  /** How many characters of the quotation come before the error's place. */
  int offset() {
    String read = new String(text, quoteStart, current - quoteStart, StandardCharsets.UTF_8);
    return read.codePointCount(0, read.length());
  }
}
