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
    if (endsLine && last != '\n') {
      out.write('\n');
    }
    return out.toByteArray();
  }
}
