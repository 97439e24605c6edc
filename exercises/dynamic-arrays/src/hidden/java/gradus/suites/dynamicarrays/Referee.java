package gradus.suites.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.PolicyDuel;
import gradus.kit.dynamicarrays.Report;
import gradus.kit.dynamicarrays.Step;
import gradus.kit.dynamicarrays.Verdict;
import java.util.List;
import java.util.stream.LongStream;

/** The right reports and verdicts. */
final class Referee implements PolicyDuel {

  @Override
  public Report measure(CapacityRule rule, List<Step> workload) {
    Tracker tracker = new Tracker(rule);
    workload.forEach(step -> play(step, tracker));
    return new Report(tracker.copies(), tracker.reallocs(), tracker.peakSpare(), tracker.idle());
  }

  private static void play(Step step, Tracker tracker) {
    switch (step.action()) {
      case APPEND -> LongStream.range(0, step.count()).forEach(i -> tracker.add(1));
      case POP -> LongStream.range(0, step.count()).forEach(i -> tracker.add(-1));
      case EXTEND -> tracker.add(step.count());
      case CLEAR -> tracker.clear();
    }
  }

  @Override
  public Verdict compare(CapacityRule first, CapacityRule second, List<Step> workload) {
    Report one = measure(first, workload);
    Report other = measure(second, workload);
    if (beats(one, other)) {
      return Verdict.FIRST;
    }
    return beats(other, one) ? Verdict.SECOND : Verdict.NEITHER;
  }

  private static boolean beats(Report one, Report other) {
    return one.copies() <= other.copies()
        && one.peakSpare() <= other.peakSpare()
        && (one.copies() < other.copies() || one.peakSpare() < other.peakSpare());
  }
}
