package gradus.kit.dynamicarrays;

import gradus.kit.StudentClass;
import java.util.List;

/**
 * Task 5: the bank account behind "appending is cheap on average".
 *
 * <p>Your class {@code Ledger} takes the rule that chooses the capacities: {@code new
 * Ledger(rule)}. It looks at appends to an array that is empty at first and owns no slot. Each
 * append pays the credit in; then it pays 1 to write its item, and 1 for each item copied into a
 * new block.
 */
@StudentClass("lessons.dynamicarrays.Ledger")
public interface CreditLedger {
  /**
   * The exact balance after each append.
   *
   * @param credit what each append pays in
   * @param appends how many appends to look at, 0 or more
   * @return one balance an append, in order; negative when the credit does not suffice
   */
  List<Ratio> balances(Ratio credit, int appends);

  /**
   * The least credit with which no balance is ever negative.
   *
   * @param appends how many appends to look at, 0 or more; without any, the least credit is 0
   */
  Ratio leastCredit(int appends);
}
