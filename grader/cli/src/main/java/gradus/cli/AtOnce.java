package gradus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works through a list with several hands.
 *
 * @param <A> what there is to do
 * @param <B> what comes of it
 * @param hands how many things are done at once
 */
record AtOnce<A, B>(int hands) {
  /** Does one thing. */
  @FunctionalInterface
  interface Step<A, B> {
    /**
     * Does it.
     *
     * @param number how many were begun, this one included
     */
    B run(A task, int number) throws IOException;
  }

  /** What came of each, in their order; the first failure ends everything. */
  List<B> map(List<A> tasks, Step<A, B> step) throws IOException {
    ExecutorService executor = Executors.newFixedThreadPool(hands);
    try {
      AtomicInteger begun = new AtomicInteger();
      List<Future<B>> promised = new ArrayList<>();
      for (A task : tasks) {
        promised.add(executor.submit(() -> step.run(task, begun.incrementAndGet())));
      }
      List<B> results = new ArrayList<>();
      for (Future<B> promise : promised) {
        results.add(kept(promise));
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  private static <B> B kept(Future<B> promise) throws IOException {
    try {
      return promise.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.ofMachine("interrupted");
    }
  }
}
