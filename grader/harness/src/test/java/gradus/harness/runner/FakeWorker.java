package gradus.harness.runner;

import gradus.harness.remote.WorkerFailure;
import gradus.harness.suite.Student;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A worker in this JVM, which does what a test tells it to. */
class FakeWorker implements Worker {
  private final Student student;
  private final CountDownLatch ended = new CountDownLatch(1);
  private Optional<WorkerFailure> condemned = Optional.empty();
  private volatile Duration waited = Duration.ZERO;
  int leftover;
  boolean closed;
  volatile Duration cpuTime = Duration.ZERO;

  FakeWorker(Student student) {
    this.student = student;
  }

  @Override
  public Student student() {
    return student;
  }

  @Override
  public void beginCheck() {
    leftover = 0;
  }

  @Override
  public int endCheck() {
    return leftover;
  }

  @Override
  public synchronized Optional<WorkerFailure> condemned() {
    return condemned;
  }

  @Override
  public synchronized void condemn(WorkerFailure reason) {
    condemned = condemned.or(() -> Optional.of(reason));
    ended.countDown();
  }

  /**
   * Student code that never returns; it ends when the worker is killed.
   *
   * @param forHowLong what a clock would show, whenever the watchdog looks at it
   */
  void hang(Duration forHowLong) {
    waited = forHowLong;
    try {
      ended.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw condemned().orElseThrow();
  }

  @Override
  public Duration cpuTime() {
    return cpuTime;
  }

  @Override
  public Duration waited() {
    return waited;
  }

  @Override
  public String output() {
    return "it printed\u0007\nthis\n";
  }

  @Override
  public void close() {
    closed = true;
  }
}
