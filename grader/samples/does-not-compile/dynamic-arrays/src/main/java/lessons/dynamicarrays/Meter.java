package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Report;

/** An array without items: only its size, its capacity, and what they have cost so far. */
final class Meter {
  private final CapacityRule rule;
  private long size;
  private long allocated;
  private long copies;
  private long reallocs;
  private long peakSpare;
  private long idle;

  Meter(CapacityRule rule) {
    this.rule = rule;
  }

  void grow(long items) {
    resize(size + items);
  }

  void pop() {
    if (size == 0) {
      throw new PyError("IndexError", "pop from empty list");
    }
    resize(size - 1);
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
    lookAtSpare(allocated - size);
  }

  private void lookAtSpare(long spare) {
    peakSpare = Math.max(peakSpare, spare);
    idle = sum(idle, spare);
  }

  private static long sum(long total, long more) {
    try {
      return Math.addExact(total, more);
    } catch (ArithmeticException tooLarge) {
      throw new PyError("OverflowError", "total does not fit in 64 bits");
    }
  }

  Report report() {
    return new Report(copies, reallocs, peakSpare, idle);
  }
}
