package gradus.harness.runner;

import gradus.harness.remote.WorkerFailure;
import gradus.harness.result.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at the running check every 20 ms and kills its worker once the check's time is up. Only the
 * worker's time counts: the CPU it uses, and how long the suite waits for it.
 */
final class Watchdog implements AutoCloseable {
  /** A check that waits without using the CPU, asleep or on a lock, may take this much longer. */
  static final int WAITING_FACTOR = 3;

  private static final long PERIOD_MILLIS = 20;

  private final Thread thread = new Thread(this::keepLooking, "watchdog");
  private Optional<Watched> watched = Optional.empty();

  Watchdog() {
    thread.setDaemon(true);
    thread.start();
  }

  private record Watched(Worker worker, Duration cpuBefore, Duration limit) {
    Duration used() {
      Duration cpu = worker.cpuTime().minus(cpuBefore);
      // A worker that has ended reports no CPU time.
      return cpu.isNegative() ? Duration.ZERO : cpu;
    }

    boolean isOver() {
      return used().compareTo(limit) > 0
          || worker.waited().compareTo(limit.multipliedBy(WAITING_FACTOR)) > 0;
    }

    void end() {
      boolean busy = used().compareTo(limit) > 0;
      Duration spent = busy ? limit : limit.multipliedBy(WAITING_FACTOR);
      worker.condemn(
          new WorkerFailure(
              Outcome.TIMEOUT,
              "Stopped after " + inSeconds(spent) + (busy ? " of CPU time" : " of waiting")));
    }
  }

  /** Begins to watch a check that has just begun. */
  synchronized void watch(Worker worker, Duration limit) {
    watched = Optional.of(new Watched(worker, worker.cpuTime(), limit));
  }

  /** Ends the watch, if it is not over; the CPU time the check used, as far as that is known. */
  synchronized Duration release() {
    Duration used = watched.map(Watched::used).orElse(Duration.ZERO);
    watched = Optional.empty();
    return used;
  }

  static String inSeconds(Duration duration) {
    long tenths = duration.toMillis() / 100;
    return (tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10)
        + " s";
  }

  private void keepLooking() {
    try {
      while (true) {
        look();
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException closed) {
      // The lesson is over.
    }
  }

  private synchronized void look() {
    watched
        .filter(Watched::isOver)
        .ifPresent(
            over -> {
              watched = Optional.empty();
              over.end();
            });
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
