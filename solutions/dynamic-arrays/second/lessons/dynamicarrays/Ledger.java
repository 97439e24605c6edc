package lessons.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.CreditLedger;
import gradus.kit.dynamicarrays.Ratio;
import java.util.ArrayList;
import java.util.List;

/**
 * Task 5: one whole number is enough. The balance is kept in parts of a credit's denominator; and
 * the least credit is looked for only at growths, for between two of them costs rise by one an
 * append, which only lowers the average.
 */
public final class Ledger implements CreditLedger {
  private final CapacityRule rule;

  public Ledger(CapacityRule rule) {
    this.rule = rule;
  }

  @Override
  public List<Ratio> balances(Ratio credit, int appends) {
    List<Ratio> balances = new ArrayList<>();
    long parts = 0;
    long allocated = 0;
    for (int size = 0; size < appends; size++) {
      long room = rule.capacity(size, allocated, size + 1);
      long cost = room > allocated ? size + 1 : 1;
      parts += credit.numerator() - cost * credit.denominator();
      balances.add(new Ratio(parts, credit.denominator()));
      allocated = room;
    }
    return balances;
  }

  @Override
  public Ratio leastCredit(int appends) {
    long worstCost = 0;
    long worstAppends = 1;
    long copied = 0;
    long allocated = 0;
    for (int size = 0; size < appends; size++) {
      long room = rule.capacity(size, allocated, size + 1);
      if (room > allocated) {
        copied += size;
        long cost = copied + size + 1;
        if (cost * worstAppends > worstCost * (size + 1)) {
          worstCost = cost;
          worstAppends = size + 1;
        }
        allocated = room;
      }
    }
    return new Ratio(worstCost, worstAppends);
  }
}
