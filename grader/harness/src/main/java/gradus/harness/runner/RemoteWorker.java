package gradus.harness.runner;

import gradus.harness.remote.Remote;
import gradus.harness.remote.WorkerFailure;
import gradus.harness.result.Outcome;
import gradus.harness.sandbox.ExitReport;
import gradus.harness.sandbox.JvmSpec;
import gradus.harness.sandbox.Processor;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxedProcess;
import gradus.harness.suite.BatchingStudent;
import gradus.harness.suite.Student;
import gradus.wire.Caps;
import gradus.wire.Contracts;
import gradus.wire.Ending;
import gradus.wire.Planned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A worker in a process of its own, at the other end of a wire. */
public final class RemoteWorker implements Worker {
  /** A worker that ends closes its connection first; a loaded machine may take a while for both. */
  private static final Duration LAST_GASP = Duration.ofSeconds(2);

  private final SandboxedProcess process;
  private final Remote remote;

  private RemoteWorker(SandboxedProcess process, Contracts contracts) {
    this.process = process;
    this.remote =
        Remote.over(process.replies(), process.requests(), contracts, Caps.STANDARD, this::autopsy);
  }

  /**
   * Starts a worker, and returns when it is up.
   *
   * @throws WorkerFailure if it does not come up
   */
  public static RemoteWorker start(Sandbox sandbox, JvmSpec spec, Contracts contracts) {
    RemoteWorker worker = new RemoteWorker(sandbox.start(spec), contracts);
    worker.orClose(worker.remote::start);
    return worker;
  }

  /** Lets the worker practise, until its time has come. */
  void rehearse(Rehearsal rehearsal, int times, BooleanSupplier enough) {
    orClose(() -> rehearsal.run(remote, times, enough));
  }

  /** Lets the worker run a program such as students write, until its time has come. */
  void practise(int times, BooleanSupplier enough) {
    for (int time = 0; time < times && !enough.getAsBoolean(); time++) {
      orClose(remote::practise);
    }
  }

  /**
   * Has the worker share a processor with this thread; it takes a while, and there is no need to
   * wait for it.
   */
  private void moveTo(Processor processor) {
    Thread mover =
        new Thread(() -> process.keep(gradus.worker.Worker.THREAD, processor), "gradus-mover");
    mover.setDaemon(true);
    mover.start();
  }

  /**
   * Hands the student's classes over: from now on the worker is that submission's. The thread that
   * does so is to talk to it, and keeps to one processor.
   */
  public RemoteWorker holding(Map<String, byte[]> classes) {
    Processor.ofThisThread().ifPresent(this::moveTo);
    remote.beginCheck();
    orClose(() -> remote.classes(classes));
    return this;
  }

  boolean alive() {
    return process.alive();
  }

  private void orClose(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public Student student() {
    return new BatchingStudent() {
      @Override
      public <T> T make(Class<T> contract, Object... arguments) {
        return remote.make(contract, arguments);
      }

      @Override
      public List<Ending> callAll(List<Planned> calls) {
        return remote.callAll(calls);
      }
    };
  }

  @Override
  public void beginCheck() {
    remote.beginCheck();
  }

  @Override
  public int endCheck() {
    return remote.endCheck();
  }

  @Override
  public Optional<WorkerFailure> condemned() {
    return remote.condemned();
  }

  @Override
  public void condemn(WorkerFailure reason) {
    remote.condemn(reason);
    process.kill();
  }

  @Override
  public Duration cpuTime() {
    return process.cpuTime();
  }

  @Override
  public Duration waited() {
    return remote.waited();
  }

  @Override
  public String output() {
    process.kill();
    return process.exit().stdout();
  }

  @Override
  public void close() {
    remote.close();
    process.close();
  }

  /** Why the worker's answers have ended. */
  private WorkerFailure autopsy() {
    if (livesOn()) {
      process.kill();
      return new WorkerFailure(
          Outcome.PROTOCOL_VIOLATION, "The program closed its connection to the grader");
    }
    ExitReport exit = process.exit();
    return new WorkerFailure(exit.outcome(), exit.message());
  }

  private boolean livesOn() {
    long deadline = System.nanoTime() + LAST_GASP.toNanos();
    while (process.alive() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
    return process.alive();
  }
}
