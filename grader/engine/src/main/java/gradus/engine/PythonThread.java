package gradus.engine;

import gradus.engine.vm.LimitExceeded;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * A thread with a stack deep enough for Python's recursion limit, which does one thing at a time.
 * In the middle of one it can {@link #serve}: do others before it goes on.
 */
final class PythonThread implements AutoCloseable {

  private static final long STACK_SIZE = 1L << 29;

  /** Stands in the queue for: no more for now. */
  private static final FutureTask<Boolean> GO_ON = new FutureTask<>(() -> true);

  private final BlockingQueue<FutureTask<?>> work = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(null, this::serve, "python", STACK_SIZE);
  private volatile boolean closed;

  PythonThread() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Does what it is asked to, until told to {@link #goOn}; only on the thread itself. */
  void serve() {
    try {
      for (FutureTask<?> next = work.take(); next != GO_ON; next = work.take()) {
        next.run();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the innermost {@link #serve}. */
  void goOn() {
    work.add(GO_ON);
  }

  /**
   * Does something there and waits for it.
   *
   * @throws IllegalStateException if the thread was closed
   */
  <T> T run(Supplier<T> action) {
    return Thread.currentThread() == thread ? action.get() : result(start(action));
  }

  /** Begins something there. */
  <T> Future<T> start(Supplier<T> action) {
    if (closed) {
      throw new IllegalStateException("this Python process was closed; start another");
    }
    FutureTask<T> task = new FutureTask<>(action::get);
    work.add(task);
    return task;
  }

  /** Waits for what was begun. */
  static <T> T result(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw rethrown(Objects.requireNonNull(failure.getCause()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Python was running", interrupted);
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof LimitExceeded limit) {
      return LimitReached.of(limit);
    }
    if (cause instanceof RuntimeException exception) {
      return exception;
    }
    return new IllegalStateException("the engine failed", cause);
  }

  /** Ends the thread once it has done what it was asked to. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      goOn();
    }
  }

  boolean isAlive() {
    return thread.isAlive();
  }
}
