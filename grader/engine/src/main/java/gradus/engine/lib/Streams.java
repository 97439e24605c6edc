package gradus.engine.lib;

import gradus.engine.vm.LimitExceeded;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The program's standard output and error. */
public final class Streams {

  private final OutputStream out;
  private final OutputStream err;
  private final long limit;
  private long written;

  /**
   * Streams that go somewhere.
   *
   * @param limit the most bytes the program may write in all
   */
  public Streams(OutputStream out, OutputStream err, long limit) {
    this.out = out;
    this.err = err;
    this.limit = limit;
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
