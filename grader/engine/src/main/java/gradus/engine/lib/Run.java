package gradus.engine.lib;

import gradus.engine.layout.ListGrowth;
import gradus.engine.layout.ObjectLayout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Development only. */
public final class Run {
  private Run() {}

  public static void main(String[] args) throws Exception {
    int[] status = {0};
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                byte[] source = Files.readAllBytes(Path.of(args[0]));
                PrintStream out = System.out;
                BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
                Streams streams = new Streams(buffered, System.err, Long.MAX_VALUE);
                Python python =
                    new Python(ObjectLayout.VANILLA, ListGrowth.CPYTHON_36, 1L << 30, streams);
                status[0] = python.runFile(args[0], source);
                out.flush();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            },
            "python",
            1L << 29);
    thread.start();
    thread.join();
    System.exit(status[0]);
  }
}
