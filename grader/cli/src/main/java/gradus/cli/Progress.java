package gradus.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/**
 * One line on a terminal that says what is going on, once it has been going on for two seconds.
 * Without a terminal it stays silent, and logs stay readable.
 */
final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration TICK = Duration.ofMillis(500);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final Timer clock = new Timer("progress", true);
  private final long start = System.nanoTime();
  private volatile String doing = "";
  private boolean shown;
  private boolean closed;

  private Progress(PrintStream err) {
    this.err = err;
  }

  /** Progress for one command; close it before printing anything else to {@code err}. */
  static Progress on(Terminal terminal) {
    return on(terminal, PATIENCE, TICK);
  }

  static Progress on(Terminal terminal, Duration patience, Duration tick) {
    Progress progress = new Progress(terminal.err());
    if (terminal.errIsTerminal()) {
      TimerTask showing =
          new TimerTask() {
            @Override
            public void run() {
              progress.show();
            }
          };
      progress.clock.schedule(showing, patience.toMillis(), tick.toMillis());
    }
    return progress;
  }

  /** Says what is being done from now on. */
  void now(String what) {
    doing = what;
  }

  /** Prints a line that stays, above the one that changes. */
  synchronized void tell(String line) {
    wipe();
    err.println("gradus: " + line);
  }

  private synchronized void show() {
    if (!closed) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      err.print(CLEAR_LINE + doing + " (" + seconds + " s)");
      err.flush();
      shown = true;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    clock.cancel();
    wipe();
  }

  private void wipe() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
      shown = false;
    }
  }
}
