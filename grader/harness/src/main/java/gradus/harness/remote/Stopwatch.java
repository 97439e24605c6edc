package gradus.harness.remote;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The time one thread spends waiting for the worker, readable by another while it waits.
 *
 * <p>A reader may see the moment between two writes and be off by one wait; a watchdog looks again.
 */
final class Stopwatch {
  private static final long STOPPED = 0;

  private volatile long total;
  private volatile long since = STOPPED;

  void reset() {
    total = 0;
  }

  Duration elapsed() {
    long started = since;
    long running = started == STOPPED ? 0 : System.nanoTime() - started;
    return Duration.ofNanos(total + running);
  }

  private void start() {
    // The lowest bit keeps a real time from looking like STOPPED.
    since = System.nanoTime() | 1;
  }

  // Only one thread writes.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void stop() {
    total += System.nanoTime() - since;
    since = STOPPED;
  }

  InputStream timed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        start();
        try {
          return in.read(bytes, offset, length);
        } finally {
          stop();
        }
      }
    };
  }

  OutputStream timed(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        start();
        try {
          out.write(bytes, offset, length);
          out.flush();
        } finally {
          stop();
        }
      }
    };
  }
}
