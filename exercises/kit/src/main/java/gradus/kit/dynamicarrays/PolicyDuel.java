package gradus.kit.dynamicarrays;

import gradus.kit.StudentClass;
import java.util.List;

/**
 * Task 6, first half: measuring rules against each other.
 *
 * <p>Your class {@code Duel} has a constructor without arguments.
 */
@StudentClass("lessons.dynamicarrays.Duel")
public interface PolicyDuel {
  /**
   * Runs a workload on an array that is empty at first, owns no slot and only counts.
   *
   * @throws gradus.kit.PyError {@code IndexError: pop from empty list} if the workload pops too
   *     much; {@code OverflowError: total does not fit in 64 bits} if a number of the report would
   *     be larger than a {@code long} can hold
   */
  Report measure(CapacityRule rule, List<Step> workload);

  /**
   * Which rule does better on a workload, by copies and by peak spare: fewer of each is better.
   *
   * @throws gradus.kit.PyError as {@link #measure}
   */
  Verdict compare(CapacityRule first, CapacityRule second, List<Step> workload);
}
