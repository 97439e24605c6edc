package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.PolicyDuel;
import gradus.kit.dynamicarrays.Report;
import gradus.kit.dynamicarrays.Step;
import gradus.kit.dynamicarrays.Verdict;
import java.util.List;

/** Task 6: a workload is played on a {@link Meter}; the reports are compared. */
public final class Duel implements PolicyDuel {

  @Override
  public Report measure(CapacityRule rule, List<Step> workload) {
    Meter meter = new Meter(rule);
    workload.forEach(step -> play(step, meter));
    return meter.report();
  }

  private static void play(Step step, Meter meter) {
    switch (step.action()) {
      case APPEND -> repeat(step.count(), () -> meter.grow(1));
      case EXTEND -> meter.grow(step.count());
      case POP -> repeat(step.count(), meter::pop);
      case CLEAR -> meter.clear();
    }
  }

  private static void repeat(long times, Runnable operation) {
    for (long i = 0; i < times; i++) {
      operation.run();
    }
  }

  @Override
  public Verdict compare(CapacityRule first, CapacityRule second, List<Step> workload) {
    Report one = measure(first, workload);
    Report two = measure(second, workload);
    int copies = Long.compare(one.copies(), two.copies());
    int spare = Long.compare(one.peakSpare(), two.peakSpare());
    if (copies == 0 && spare == 0) {
      return Verdict.NEITHER;
    }
    if (copies <= 0 && spare <= 0) {
      return Verdict.FIRST;
    }
    return copies >= 0 && spare >= 0 ? Verdict.SECOND : Verdict.NEITHER;
  }
}
