package lessons.dynamicarrays;

import gradus.kit.Todo;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.CreditLedger;
import gradus.kit.dynamicarrays.Ratio;
import java.util.List;

/** Task 5: the account that shows what an append costs on average. */
public final class Ledger implements CreditLedger {

  public Ledger(CapacityRule rule) {
    // Remember the rule; it need not be one of yours.
    throw new Todo();
  }

  @Override
  public List<Ratio> balances(Ratio credit, int appends) {
    // Pay in, pay for the copies and the write, note the balance: once an append, in fractions.
    throw new Todo();
  }

  @Override
  public Ratio leastCredit(int appends) {
    // After k appends, k credits must have paid for everything so far.
    throw new Todo();
  }
}
