package gradus.engine.compiler;

import gradus.engine.compiler.source.ErrorKind;
import gradus.engine.compiler.source.PySyntaxError;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs a task that may recurse deeply: on the caller's stack if that suffices, else once more on a
 * large one. What CPython would still compile then does, and what is too deep even so is a
 * RecursionError, never a Java error.
 */
final class DeepStack {
  private static final long LARGE = 512L << 20;

  private DeepStack() {}

  static <T> T call(Supplier<T> task) {
    try {
      return task.get();
    } catch (StackOverflowError e) {
      return onLargeStack(task);
    }
  }

  private static <T> T onLargeStack(Supplier<T> task) {
    FutureTask<T> future = new FutureTask<>(task::get);
    Thread thread = new Thread(null, future, "compiler", LARGE);
    thread.start();
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PySyntaxError error) {
        throw error;
      }
      if (e.getCause() instanceof StackOverflowError) {
        throw PySyntaxError.of(
            ErrorKind.RECURSION_ERROR, "maximum recursion depth exceeded during compilation");
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while compiling", e);
    }
  }
}
