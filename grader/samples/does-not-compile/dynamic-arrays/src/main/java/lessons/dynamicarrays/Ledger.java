package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.CreditLedger;
import gradus.kit.dynamicarrays.Ratio;
import java.util.ArrayList;
import java.util.List;

/** Task 5: balances and the least credit, both from what each append costs. */
public final class Ledger implements CreditLedger {
  private final CapacityRule rule;

  public Ledger(CapacityRule rule) {
    this.rule = rule;
  }

  @Override
  public List<Ratio> balances(Ratio credit, int appends) {
    List<Ratio> balances = new ArrayList<>();
    Ratio balance = Ratio.ZERO;
    for (long cost : costs(appends)) {
      balance = balance.plus(credit).minus(Ratio.of(cost));
      balances.add(balance);
    }
    return balances;
  }

  /**
   * After k appends the account holds k credits less the costs so far; that must not be below 0.
   */
  @Override
  public Ratio leastCredit(int appends) {
    Ratio least = Ratio.ZERO;
    long spent = 0;
    long paidIn = 0;
    for (long cost : costs(appends)) {
      spent += cost;
      paid++;
      Ratio needed = new Ratio(spent, paidIn);
      least = needed.compareTo(least) > 0 ? needed : least;
    }
    return least;
  }

  /** What each append costs: 1 for the write, and 1 for each item copied before it. */
  private List<Long> costs(int appends) {
    List<Long> costs = new ArrayList<>();
    long allocated = 0;
    for (long size = 0; size < appends; size++) {
      long room = rule.capacity(size, allocated, size + 1);
      costs.add(room == allocated ? 1 : 1 + size);
      allocated = room;
    }
    return costs;
  }
}
