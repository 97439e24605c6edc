package lessons.dynamicarrays;

import gradus.kit.Todo;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.PolicyDuel;
import gradus.kit.dynamicarrays.Report;
import gradus.kit.dynamicarrays.Step;
import gradus.kit.dynamicarrays.Verdict;
import java.util.List;

/** Task 6: what a workload costs under a rule, and which of two rules does better. */
public final class Duel implements PolicyDuel {

  public Duel() {
    // Nothing to prepare, unless you want to; just remove the throw.
    throw new Todo();
  }

  @Override
  public Report measure(CapacityRule rule, List<Step> workload) {
    // Keep a size and a capacity, no items. Look at the free slots after every single operation.
    throw new Todo();
  }

  @Override
  public Verdict compare(CapacityRule first, CapacityRule second, List<Step> workload) {
    // Better at one thing and not worse at the other wins.
    throw new Todo();
  }
}
