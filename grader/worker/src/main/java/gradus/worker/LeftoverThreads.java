package gradus.worker;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;

/**
 * Counts the threads that were not there when the worker started. One the JVM starts late may be
 * counted too; that costs no more than a fresh worker.
 */
final class LeftoverThreads {
  private final Set<Thread> before = Collections.newSetFromMap(new IdentityHashMap<>());

  LeftoverThreads() {
    before.addAll(Arrays.asList(live()));
  }

  int count() {
    return (int)
        Arrays.stream(live())
            .filter(Objects::nonNull)
            .filter(thread -> thread.isAlive() && !before.contains(thread))
            .count();
  }

  /** All live threads; the array may end in nulls. */
  private static Thread[] live() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 16];
    while (root.enumerate(threads) == threads.length) {
      threads = new Thread[2 * threads.length];
    }
    return threads;
  }
}
