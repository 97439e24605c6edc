package gradus.engine.lib;

import gradus.engine.vm.LimitExceeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The program's standard input, output and error. */
public final class Streams {

  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final long limit;
  private long written;

  /**
   * Streams that go somewhere; there is nothing to read.
   *
   * @param limit the most bytes the program may write in all
   */
  public Streams(OutputStream out, OutputStream err, long limit) {
    this(InputStream.nullInputStream(), out, err, limit);
  }

  /** The same with something to read. */
  public Streams(InputStream in, OutputStream out, OutputStream err, long limit) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.limit = limit;
  }

  /** The next line of the input with its line feed, which the last may lack; empty at the end. */
  String line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        line.write(next);
        if (next == '\n') {
          break;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return line.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  void output(String text) {
    write(out, text);
  }

  void error(String text) {
    write(err, text);
  }

  private void write(OutputStream stream, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    written += bytes.length;
    if (written > limit) {
      throw new LimitExceeded(LimitExceeded.Limit.OUTPUT, "the program wrote more than it may");
    }
    try {
      stream.write(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void flush() {
    try {
      out.flush();
      err.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
