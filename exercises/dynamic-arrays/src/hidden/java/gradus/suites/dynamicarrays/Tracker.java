package gradus.suites.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.CapacityRule;

/** Size and capacity of an array under a rule, and what its changes have cost so far. */
final class Tracker {
  private final CapacityRule rule;
  private long size;
  private long allocated;
  private long copies;
  private long reallocs;
  private long peakSpare;
  private long idle;

  Tracker(CapacityRule rule) {
    this.rule = rule;
  }

  /** Changes the size by so many items. */
  void add(long items) {
    if (size + items < 0) {
      throw new PyError("IndexError", "pop from empty list");
    }
    resize(size + items);
  }

  void clear() {
    resize(0);
  }

  private void resize(long newSize) {
    long room = rule.capacity(size, allocated, newSize);
    if (room != allocated && room > 0) {
      reallocs++;
      copies = sum(copies, Math.min(size, newSize));
    }
    size = newSize;
    allocated = room;
    peakSpare = Math.max(peakSpare, spare());
    idle = sum(idle, spare());
  }

  private static long sum(long total, long more) {
    if (total > Long.MAX_VALUE - more) {
      throw new PyError("OverflowError", "total does not fit in 64 bits");
    }
    return total + more;
  }

  long size() {
    return size;
  }

  long allocated() {
    return allocated;
  }

  long spare() {
    return allocated - size;
  }

  long copies() {
    return copies;
  }

  long reallocs() {
    return reallocs;
  }

  long peakSpare() {
    return peakSpare;
  }

  long idle() {
    return idle;
  }
}
