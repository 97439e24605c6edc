package gradus.suites.dynamicarrays;

import static gradus.harness.suite.Arbitraries.anyInt;
import static gradus.harness.suite.Arbitraries.anyLong;

import gradus.harness.suite.Arbitrary;
import gradus.harness.suite.Check;
import gradus.harness.suite.Comparison;
import gradus.harness.suite.Lesson;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.CreditLedger;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Ratio;
import gradus.kit.dynamicarrays.Stretch;

/** Task 5: exact balances and the least credit, for rules the student has not seen. */
@Lesson("dynamic-arrays")
final class LedgerSuite {
  private static final CapacityRule DOUBLING = new Growth(Policy.DOUBLING);
  private static final CapacityRule EXACT_FIT = new Stretch(Ratio.of(1), 0, Ratio.of(1));

  @Task("ledger")
  @Check(value = "doubling with three credits never owes anything", points = 2)
  void three_credits_for_doubling(Student student, Runs runs) {
    comparison(student, runs, DOUBLING).exactly(script -> script.call("balances", Ratio.of(3), 70));
  }

  @Task("ledger")
  @Check(value = "the first append pays, too; no append leaves no balance", points = 1)
  void the_first_appends(Student student, Runs runs) {
    comparison(student, runs, DOUBLING)
        .exactly(
            script -> {
              for (int appends = 0; appends < 4; appends++) {
                script.call("balances", Ratio.of(1), appends).call("leastCredit", appends);
              }
            });
  }

  @Task("ledger")
  @Check(value = "balances are exact where a double is not", points = 2)
  void balances_are_exact(Student student, Runs runs) {
    comparison(student, runs, DOUBLING)
        .exactly(
            script ->
                script
                    .call("balances", new Ratio(1, 3), 40)
                    .call("balances", new Ratio(7, 10), 40)
                    .call("balances", new Ratio(1_000_003, 3_000_017), 30));
  }

  @Task("ledger")
  @Check(value = "balances under the policies of the lesson", points = 2)
  void balances_of_the_policies(Student student, Runs runs) {
    for (Policy policy : Policy.values()) {
      comparison(student, runs, new Growth(policy))
          .exactly(script -> script.call("balances", new Ratio(11, 2), 120));
    }
  }

  @Task("ledger")
  @Check(value = "balances under any rule and credit", points = 2)
  void balances_of_any_rule(Student student, Runs runs) {
    runs.<CreditLedger, CapacityRule>compare(
            anyRule(), rule -> student.make(CreditLedger.class, rule), Account::new)
        .call("balances", anyCredit(), anyInt(0, 60), CreditLedger::balances)
        .instances(5)
        .steps(8)
        .run();
  }

  @Task("ledger")
  @Check(value = "the least credit for doubling and for an exact fit", points = 2)
  void least_credit_of_simple_rules(Student student, Runs runs) {
    comparison(student, runs, DOUBLING)
        .exactly(
            script -> {
              for (int appends : new int[] {5, 9, 16, 17, 18, 100, 257}) {
                script.call("leastCredit", appends);
              }
            });
    comparison(student, runs, EXACT_FIT).exactly(script -> script.call("leastCredit", 50));
  }

  @Task("ledger")
  @Check(value = "the least credit for each policy of the lesson", points = 2)
  void least_credit_of_the_policies(Student student, Runs runs) {
    for (Policy policy : Policy.values()) {
      comparison(student, runs, new Growth(policy))
          .exactly(script -> script.call("leastCredit", 11).call("leastCredit", 150));
    }
  }

  @Task("ledger")
  @Check(value = "the least credit for any rule", points = 2)
  void least_credit_of_any_rule(Student student, Runs runs) {
    runs.<CreditLedger, CapacityRule>compare(
            anyRule(), rule -> student.make(CreditLedger.class, rule), Account::new)
        .call("leastCredit", anyInt(0, 90), CreditLedger::leastCredit)
        .instances(5)
        .steps(8)
        .run();
  }

  private static Comparison<CreditLedger> comparison(
      Student student, Runs runs, CapacityRule rule) {
    return runs.<CreditLedger>compare(
            () -> student.make(CreditLedger.class, rule), () -> new Account(rule))
        .call("balances", anyCredit(), anyInt(0, 60), CreditLedger::balances)
        .call("leastCredit", anyInt(0, 90), CreditLedger::leastCredit);
  }

  private static Arbitrary<Object, Ratio> anyCredit() {
    return anyLong(0, 139).map(n -> new Ratio(n, 1 + n % 7));
  }

  /** A hundred rules, from an exact fit to nearly three times the room and nine more. */
  private static Arbitrary<Object, CapacityRule> anyRule() {
    return anyLong(0, 99).map(n -> new Stretch(new Ratio(5 + n % 10, 5), n / 10, Ratio.ZERO));
  }
}
