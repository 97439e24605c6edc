package gradus.engine.conformance;

import gradus.engine.layout.ListGrowth;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.lib.Python;
import gradus.engine.lib.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** How much processor time a program took, and what it printed. */
record TimedRun(double seconds, String output) {

  // How long this thread was on a processor, in nanoseconds, is the first number (proc(5)).
  private static final Path SCHEDULED = Path.of("/proc/thread-self/schedstat");
  private static final long MEMORY = 1L << 30;

  /** Runs a program in a fresh process of the engine, whose start is not part of the time. */
  static TimedRun ofEngine(String name, byte[] source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Streams streams = new Streams(out, System.err, Long.MAX_VALUE);
    Python python = new Python(ObjectLayout.VANILLA, ListGrowth.CPYTHON_36, MEMORY, streams);
    long start = processorTime();
    int status = python.runFile(name, source);
    double seconds = (processorTime() - start) / 1e9;
    if (status != 0) {
      throw new IllegalStateException(name + " ended with status " + status);
    }
    return new TimedRun(seconds, out.toString(StandardCharsets.UTF_8));
  }

  private static long processorTime() throws IOException {
    // Linux brings the number up to date at a tick, and when a thread lets go of the processor.
    LockSupport.parkNanos(1);
    return Long.parseLong(Files.readString(SCHEDULED).split(" ", 2)[0]);
  }
}
