package gradus.harness.runner;

import gradus.harness.sandbox.JvmSpec;
import gradus.harness.sandbox.Sandbox;
import gradus.wire.Contracts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the workers of a lesson, where it can before they are needed: each comes up and practises
 * while a submission is compiled, or while the one before it is graded. A worker serves one
 * submission and is never used again.
 */
public final class WorkerPool implements AutoCloseable {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final Sandbox sandbox;
  private final JvmSpec spec;
  private final Contracts contracts;
  private final Rehearsal rehearsal;
  private final Queue<UpcomingWorker> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicInteger inUse = new AtomicInteger();

  /**
   * A pool without workers.
   *
   * @param spec the worker's program
   * @param contracts what a submission implements
   */
  public WorkerPool(Sandbox sandbox, JvmSpec spec, Collection<Class<?>> contracts) {
    this.sandbox = sandbox;
    this.spec = spec;
    this.contracts = Contracts.of(contracts);
    this.rehearsal = new Rehearsal(contracts);
  }

  /**
   * The worker of one submission, on its way if it is not there yet.
   *
   * <p>Who asks twice will ask again: from then on the next worker practises beforehand, while a
   * processor is free for it.
   */
  public Reservation reserve() {
    UpcomingWorker ready = waiting.poll();
    UpcomingWorker first = ready == null ? upcoming() : ready;
    boolean more = asked.getAndSet(true);
    if (inUse.incrementAndGet() < PROCESSORS && more && waiting.isEmpty()) {
      waiting.add(upcoming());
    }
    return new Reservation(first);
  }

  private UpcomingWorker upcoming() {
    return new UpcomingWorker(this::start, rehearsal);
  }

  private RemoteWorker start() {
    return RemoteWorker.start(sandbox, spec, contracts);
  }

  /** Ends the workers that nobody needed. */
  @Override
  public void close() {
    for (UpcomingWorker one = waiting.poll(); one != null; one = waiting.poll()) {
      one.close();
    }
  }

  /** A worker for the first of a submission's checks; those that must replace it start when due. */
  public final class Reservation implements AutoCloseable {
    private @Nullable UpcomingWorker reserved;

    private Reservation(UpcomingWorker reserved) {
      this.reserved = reserved;
    }

    /** Workers that hold these classes, by binary name with slashes. */
    public Worker.Factory holding(Map<String, byte[]> classes) {
      return () -> next().holding(classes);
    }

    private RemoteWorker next() {
      UpcomingWorker first = reserved;
      reserved = null;
      return Optional.ofNullable(first)
          .flatMap(UpcomingWorker::get)
          .orElseGet(WorkerPool.this::start);
    }

    /** Gives the worker back if it was not needed. */
    @Override
    public void close() {
      inUse.decrementAndGet();
      if (reserved != null) {
        waiting.add(reserved);
      }
    }
  }
}
