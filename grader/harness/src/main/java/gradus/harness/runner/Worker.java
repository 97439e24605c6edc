package gradus.harness.runner;

import gradus.harness.remote.WorkerFailure;
import gradus.harness.suite.Student;
import java.time.Duration;
import java.util.Optional;

/** The process that runs student code, as far as a check deals with it. */
public interface Worker extends AutoCloseable {
  /** Makes the student's objects. */
  Student student();

  /** Begins a check. */
  void beginCheck();

  /**
   * Ends a check and revokes its objects.
   *
   * @return how many threads student code left behind
   */
  int endCheck();

  /** Why this worker must not be used any longer; empty while it is sound. */
  Optional<WorkerFailure> condemned();

  /** Gives up this worker for a reason, and kills it; may be called by another thread. */
  void condemn(WorkerFailure reason);

  /** The CPU time used since the worker's start; may be called by another thread. */
  Duration cpuTime();

  /** How long this check has waited for the worker; may be called by another thread. */
  Duration waited();

  /** Ends student code, and tells the last of what it printed. */
  String output();

  /** Ends the worker. */
  @Override
  void close();

  /** Starts workers. */
  @FunctionalInterface
  interface Factory {
    /** Starts a fresh worker. */
    Worker start();
  }
}
