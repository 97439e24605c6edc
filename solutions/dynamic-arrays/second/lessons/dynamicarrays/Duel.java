package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.PolicyDuel;
import gradus.kit.dynamicarrays.Report;
import gradus.kit.dynamicarrays.Step;
import gradus.kit.dynamicarrays.Verdict;
import java.math.BigInteger;
import java.util.List;

/** Task 6: totals are kept in numbers that never overflow, and made longs at the end. */
public final class Duel implements PolicyDuel {

  @Override
  public Report measure(CapacityRule rule, List<Step> workload) {
    Play play = new Play(rule);
    for (Step step : workload) {
      switch (step.action()) {
        case APPEND -> play.times(step.count(), 1);
        case EXTEND -> play.times(1, step.count());
        case POP -> play.times(step.count(), -1);
        case CLEAR -> play.resize(0);
      }
    }
    return new Report(fit(play.copies), play.reallocs, play.peak, fit(play.idle));
  }

  private static long fit(BigInteger total) {
    if (total.bitLength() >= Long.SIZE) {
      throw new PyError("OverflowError", "total does not fit in 64 bits");
    }
    return total.longValue();
  }

  @Override
  public Verdict compare(CapacityRule first, CapacityRule second, List<Step> workload) {
    Report one = measure(first, workload);
    Report two = measure(second, workload);
    // Each comparison is -1, 0 or 1: their sum is 0 for equals and for one victory each.
    int sum =
        Long.compare(one.copies(), two.copies()) + Long.compare(one.peakSpare(), two.peakSpare());
    if (sum == 0) {
      return Verdict.NEITHER;
    }
    return sum < 0 ? Verdict.FIRST : Verdict.SECOND;
  }

  private static final class Play {
    private final CapacityRule rule;
    private long size;
    private long allocated;
    private long reallocs;
    private long peak;
    private BigInteger copies = BigInteger.ZERO;
    private BigInteger idle = BigInteger.ZERO;

    Play(CapacityRule rule) {
      this.rule = rule;
    }

    void times(long count, long items) {
      for (long i = 0; i < count; i++) {
        if (size + items < 0) {
          throw new PyError("IndexError", "pop from empty list");
        }
        resize(size + items);
      }
    }

    void resize(long newSize) {
      long room = rule.capacity(size, allocated, newSize);
      if (room != allocated && room != 0) {
        reallocs++;
        copies = copies.add(BigInteger.valueOf(Math.min(size, newSize)));
      }
      size = newSize;
      allocated = room;
      peak = Math.max(peak, room - newSize);
      idle = idle.add(BigInteger.valueOf(room - newSize));
    }
  }
}
