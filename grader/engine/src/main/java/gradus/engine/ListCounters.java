package gradus.engine;

import gradus.engine.object.ListListener;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts, for each list that has a handle, how often it reallocated and how many items that moved.
 */
final class ListCounters implements ListListener {

  /** The counts of one list. */
  static final class Counter {

    private long copies;
    private long reallocs;

    long copies() {
      return copies;
    }

    long reallocs() {
      return reallocs;
    }
  }

  private final Map<Long, Counter> counters = new HashMap<>();

  /** The counter of the list at an address, from now on. */
  Counter of(long list) {
    return counters.computeIfAbsent(list, address -> new Counter());
  }

  @Override
  public void reallocated(long list, long size, long allocated, long capacity) {
    Counter counter = counters.get(list);
    if (counter != null && capacity != allocated && capacity != 0) {
      counter.reallocs++;
      counter.copies += Math.min(size, capacity);
    }
  }

  @Override
  public void ended(long list) {
    counters.remove(list);
  }
}
