package lessons.dynamicarrays;

import static gradus.kit.score.Expect.expect;

import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Ratio;
import gradus.kit.score.Task;
import org.junit.jupiter.api.Test;

@Task("ledger")
class LedgerTests {
  /** 1 2 4 8 16 … slots. */
  private static final CapacityRule DOUBLES =
      (size, allocated, newSize) -> newSize <= allocated ? allocated : Math.max(1, 2 * allocated);

  /** 5 10 15 20 … slots. */
  private static final CapacityRule BY_FIVE =
      (size, allocated, newSize) -> newSize <= allocated ? allocated : allocated + 5;

  @Test
  void three_credits_pay_for_doubling() {
    expect(
        "new Ledger(DOUBLES).balances(3, 9)",
        "[2, 3, 3, 5, 3, 5, 7, 9, 3]",
        () -> new Ledger(DOUBLES).balances(Ratio.of(3), 9).toString());
  }

  @Test
  void balances_are_exact_fractions() {
    expect(
        "new Ledger(BY_FIVE).balances(4/3, 7)",
        "[1/3, 2/3, 1, 4/3, 5/3, -3, -8/3]",
        () -> new Ledger(BY_FIVE).balances(new Ratio(4, 3), 7).toString());
  }

  @Test
  void the_least_credit_is_needed_at_a_growth() {
    expect(
        "new Ledger(DOUBLES).leastCredit(7)",
        new Ratio(12, 5),
        () -> new Ledger(DOUBLES).leastCredit(7));
  }

  @Test
  void growing_by_a_fixed_step_needs_more_credit_the_longer_it_goes() {
    expect(
        "new Ledger(BY_FIVE).leastCredit(100)",
        new Ratio(1046, 96),
        () -> new Ledger(BY_FIVE).leastCredit(100));
  }
}
