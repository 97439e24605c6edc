package gradus.engine.compiler.source;

import java.io.ByteArrayOutputStream;

/** Makes every line end a {@code \n}. */
public final class LineEnds {
  private LineEnds() {}

  /** The text with {@code \r\n} and {@code \r} as {@code \n}, and one at its end if asked for. */
  public static byte[] translate(byte[] text, boolean endsLine) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + 1);
    byte last = 0;
    for (int i = 0; i < text.length; i++) {
      last = text[i];
      if (last == '\r') {
        last = '\n';
        if (i + 1 < text.length && text[i + 1] == '\n') {
          i++;
        }
      }
      out.write(last);
    }
    // CPython overlooks the line end it has just made of a last \r\n, and adds one more.
    boolean endsInPair =
        text.length > 1 && text[text.length - 2] == '\r' && text[text.length - 1] == '\n';
    if (endsLine && (last != '\n' || endsInPair)) {
      out.write('\n');
    }
    return out.toByteArray();
  }
}
