package gradus.harness.runner;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A worker that starts and then practises, on a thread of its own, until it is asked for. */
final class UpcomingWorker implements AutoCloseable {
  /** More would cost those who wait more than it saves them: the compiler wants the processors. */
  private static final int REHEARSALS = 5;

  /** By then what serves a call is compiled; it takes longer than it saves, but nobody waits. */
  private static final int REHEARSALS_AT_LEISURE = 150;

  /** By then most of what a student's classes need is compiled, too. */
  private static final int PRACTICE = 30;

  private final CompletableFuture<RemoteWorker> worker = new CompletableFuture<>();
  private volatile boolean due;

  /**
   * A worker on its way.
   *
   * @param leisure whether nothing else needs the processors
   */
  UpcomingWorker(Supplier<RemoteWorker> starter, Rehearsal rehearsal, BooleanSupplier leisure) {
    Thread thread = new Thread(() -> begin(starter, rehearsal, leisure), "gradus-upcoming-worker");
    thread.setDaemon(true);
    thread.start();
  }

  private void begin(Supplier<RemoteWorker> starter, Rehearsal rehearsal, BooleanSupplier leisure) {
    try {
      RemoteWorker started = starter.get();
      started.rehearse(rehearsal, REHEARSALS, () -> due);
      BooleanSupplier enough = () -> due || !leisure.getAsBoolean();
      started.practise(PRACTICE, enough);
      started.rehearse(rehearsal, REHEARSALS_AT_LEISURE, enough);
      worker.complete(started);
    } catch (RuntimeException | Error e) {
      worker.completeExceptionally(e);
    }
  }

  /** The worker, as soon as it is up; empty if it never was or is not any more. */
  Optional<RemoteWorker> get() {
    due = true;
    try {
      RemoteWorker started = worker.join();
      if (started.alive()) {
        return Optional.of(started);
      }
      started.close();
    } catch (CompletionException neverUp) {
      // Whoever needs one will meet the reason.
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    get().ifPresent(RemoteWorker::close);
  }
}
