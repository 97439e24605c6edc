package gradus.suites.dynamicarrays;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.CreditLedger;
import gradus.kit.dynamicarrays.Ratio;
import java.util.List;
import java.util.stream.IntStream;

/** The right ledger: after k appends, k credits less k writes less the copies so far. */
final class Account implements CreditLedger {
  private final CapacityRule rule;

  Account(CapacityRule rule) {
    this.rule = rule;
  }

  @Override
  public List<Ratio> balances(Ratio credit, int appends) {
    long[] spent = spent(appends);
    return IntStream.rangeClosed(1, appends)
        .mapToObj(k -> credit.times(k).minus(Ratio.of(spent[k])))
        .toList();
  }

  @Override
  public Ratio leastCredit(int appends) {
    long[] spent = spent(appends);
    return IntStream.rangeClosed(1, appends)
        .mapToObj(k -> new Ratio(spent[k], k))
        .max(Ratio::compareTo)
        .orElse(Ratio.ZERO);
  }

  /** What the first k appends cost, for each k. */
  private long[] spent(int appends) {
    long[] spent = new long[appends + 1];
    Tracker tracker = new Tracker(rule);
    for (int k = 1; k <= appends; k++) {
      tracker.add(1);
      spent[k] = tracker.copies() + k;
    }
    return spent;
  }
}
