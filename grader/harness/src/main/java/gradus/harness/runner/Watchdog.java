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
  /** A check that does not use the CPU may take this many times its limit. */
  private static final int IDLE_FACTOR = 3;

  /** A check that has to share the CPU may take this many times its limit. */
  private static final int SLOW_FACTOR = 10;

  private static final long PERIOD_MILLIS = 20;

  private final Thread thread = new Thread(this::keepLooking, "watchdog");
  private Optional<Watched> watched = Optional.empty();
  private Duration spent = Duration.ZERO;

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
      return isBusyTooLong() || isIdleTooLong() || isSlow();
    }

    private boolean isBusyTooLong() {
      return used().compareTo(limit) > 0;
    }

    /** Asleep or on a lock; on a loaded machine a busy check gets little of the CPU, not none. */
    private boolean isIdleTooLong() {
      Duration waited = worker.waited();
      return waited.compareTo(limit.multipliedBy(IDLE_FACTOR)) > 0
          && used().multipliedBy(SLOW_FACTOR).compareTo(waited) < 0;
    }

    private boolean isSlow() {
      return worker.waited().compareTo(limit.multipliedBy(SLOW_FACTOR)) > 0;
    }

    boolean isHalfSpent() {
      return used().multipliedBy(2).compareTo(limit) > 0 || worker.waited().compareTo(limit) > 0;
    }

    Duration cost() {
      Duration used = used();
      Duration idled = worker.waited().minus(used.multipliedBy(SLOW_FACTOR));
      return idled.compareTo(used) > 0 ? idled : used;
    }

    void end() {
      String how =
          isBusyTooLong()
              ? inSeconds(limit) + " of CPU time"
              : inSeconds(limit.multipliedBy(isSlow() ? SLOW_FACTOR : IDLE_FACTOR)) + " of waiting";
      worker.condemn(new WorkerFailure(Outcome.TIMEOUT, "Stopped after " + how));
    }
  }

  /** Begins to watch a check that has just begun. */
  synchronized void watch(Worker worker, Duration limit) {
    spent = Duration.ZERO;
    watched = Optional.of(new Watched(worker, worker.cpuTime(), limit));
  }

  /**
   * Ends the watch.
   *
   * @return what the check cost: the CPU time it used, or the time it idled if that is more
   */
  synchronized Duration release() {
    watched.ifPresent(over -> spent = over.cost());
    watched = Optional.empty();
    return spent;
  }

  /** Whether a check that has failed should soon come to its end, lest it be stopped. */
  synchronized boolean isHalfSpent() {
    return watched.map(Watched::isHalfSpent).orElse(false);
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
              spent = over.cost();
              watched = Optional.empty();
              over.end();
            });
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
