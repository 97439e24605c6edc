package gradus.harness.runner;

import gradus.harness.sandbox.JvmSpec;
import gradus.harness.sandbox.Sandbox;
import gradus.wire.Contracts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Starts the workers of a lesson, where it can before they are needed: they come up and practise
 * while a submission is compiled, or while no submission is graded. A worker serves one submission
 * and is never used again.
 */
public final class WorkerPool implements AutoCloseable {
  /** Of what a grading does, half can be done by a second worker; a third would wait for most. */
  private static final int MOST_AT_ONCE = 2;

  private final Sandbox sandbox;
  private final JvmSpec spec;
  private final Contracts contracts;
  private final Rehearsal rehearsal;
  private final Processors processors;
  private final Queue<UpcomingWorker> waiting = new ConcurrentLinkedQueue<>();
  private boolean asked;
  private boolean expectsMore;

  /**
   * A pool without workers.
   *
   * @param spec the worker's program
   * @param contracts what a submission implements
   * @param processors where the workers of this and other pools run
   */
  public WorkerPool(
      Sandbox sandbox, JvmSpec spec, Collection<Class<?>> contracts, Processors processors) {
    this.sandbox = sandbox;
    this.spec = spec;
    this.contracts = Contracts.of(contracts);
    this.rehearsal = new Rehearsal(contracts);
    this.processors = processors;
  }

  /**
   * The workers of one submission, on their way if they are not there yet: two, or one if all
   * processors but one are busy.
   */
  public Reservation reserve() {
    return reserve(MOST_AT_ONCE);
  }

  /** The worker of a submission whose checks are to run one after the other. */
  public Reservation reserveOne() {
    return reserve(1);
  }

  /**
   * Who asks twice will ask again: from then on the next workers come up beforehand, as soon as
   * processors are free for them.
   */
  private synchronized Reservation reserve(int most) {
    expectsMore = asked;
    asked = true;
    Reservation reservation = new Reservation(processors.take(most));
    prepare();
    return reservation;
  }

  private synchronized void prepare() {
    while (expectsMore && waiting.size() < Math.min(MOST_AT_ONCE, processors.free())) {
      waiting.add(upcoming());
    }
  }

  private UpcomingWorker upcoming() {
    return new UpcomingWorker(this::start, rehearsal, processors::areIdle);
  }

  private RemoteWorker start() {
    return RemoteWorker.start(sandbox, spec, contracts);
  }

  /** Ends the workers that nobody needed. */
  @Override
  public synchronized void close() {
    expectsMore = false;
    for (UpcomingWorker one = waiting.poll(); one != null; one = waiting.poll()) {
      one.close();
    }
  }

  /** Workers for a submission's checks; those that must replace one start when due. */
  public final class Reservation implements AutoCloseable {
    private final int count;
    private final Queue<UpcomingWorker> reserved = new ConcurrentLinkedQueue<>();

    private Reservation(int count) {
      this.count = count;
      for (int i = 0; i < count; i++) {
        UpcomingWorker ready = waiting.poll();
        reserved.add(ready == null ? upcoming() : ready);
      }
    }

    /** How many there are to be used at once. */
    public int count() {
      return count;
    }

    /** Workers that hold these classes, by binary name with slashes. */
    public Worker.Factory holding(Map<String, byte[]> classes) {
      return () -> next().holding(classes);
    }

    private RemoteWorker next() {
      return Optional.ofNullable(reserved.poll())
          .flatMap(UpcomingWorker::get)
          .orElseGet(WorkerPool.this::start);
    }

    /** Gives back what was not needed. */
    @Override
    public void close() {
      waiting.addAll(reserved);
      processors.release(count);
      prepare();
    }
  }
}
