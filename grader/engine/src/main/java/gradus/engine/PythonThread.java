package gradus.engine;

import gradus.engine.vm.LimitExceeded;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A thread with a stack deep enough for Python's recursion limit, which does one thing at a time.
 */
final class PythonThread implements AutoCloseable {

  private static final long STACK_SIZE = 1L << 29;

  private final ExecutorService executor = Executors.newSingleThreadExecutor(PythonThread::create);

  private static Thread create(Runnable work) {
    Thread thread = new Thread(null, work, "python", STACK_SIZE);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Does something there and waits for it.
   *
   * @throws IllegalStateException if the thread was closed
   */
  <T> T run(Supplier<T> action) {
    if (executor.isShutdown()) {
      throw new IllegalStateException("this Python process was closed; start another");
    }
    try {
      return executor.submit(action::get).get();
    } catch (ExecutionException failure) {
      throw rethrown(Objects.requireNonNull(failure.getCause()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Python was running", interrupted);
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof LimitExceeded limit) {
      return new LimitReached(limit);
    }
    if (cause instanceof RuntimeException exception) {
      return exception;
    }
    return new IllegalStateException("the engine failed", cause);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
