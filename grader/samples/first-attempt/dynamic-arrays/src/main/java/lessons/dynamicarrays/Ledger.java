package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.CreditLedger;
import gradus.kit.dynamicarrays.Ratio;
import java.util.ArrayList;
import java.util.List;

public final class Ledger implements CreditLedger {
  private final CapacityRule rule;

  public Ledger(CapacityRule rule) {
    this.rule = rule;
  }

  @Override
  public List<Ratio> balances(Ratio credit, int appends) {
    List<Ratio> balances = new ArrayList<>();
    Ratio balance = Ratio.ZERO;
    long allocated = 0;
    for (int size = 0; size < appends; size++) {
      long capacity = rule.capacity(size, allocated, size + 1);
      long cost = capacity == allocated ? 1 : 1 + size;
      allocated = capacity;
      balance = balance.plus(credit).minus(Ratio.of(cost));
      balances.add(balance);
    }
    return balances;
  }

  @Override
  public Ratio leastCredit(int appends) {
    // what all appends cost, shared equally
    long total = 0;
    long allocated = 0;
    for (int size = 0; size < appends; size++) {
      long capacity = rule.capacity(size, allocated, size + 1);
      total += capacity == allocated ? 1 : 1 + size;
      allocated = capacity;
    }
    return appends == 0 ? Ratio.ZERO : new Ratio(total, appends);
  }
}
