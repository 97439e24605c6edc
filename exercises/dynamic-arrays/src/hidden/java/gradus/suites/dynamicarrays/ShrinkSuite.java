package gradus.suites.dynamicarrays;

import static gradus.harness.suite.Arbitraries.anyInt;
import static gradus.harness.suite.Arbitraries.anyLong;
import static gradus.harness.suite.Arbitraries.oneOf;
import static gradus.kit.dynamicarrays.Policy.ARRAY_LIST;
import static gradus.kit.dynamicarrays.Policy.BY_SIXTEEN;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_39;
import static gradus.kit.dynamicarrays.Policy.DOUBLING;

import gradus.harness.suite.Arbitrary;
import gradus.harness.suite.Check;
import gradus.harness.suite.Comparison;
import gradus.harness.suite.Lesson;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.GivingBack;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.Ratio;
import gradus.kit.dynamicarrays.Stretch;
import java.util.List;

/** Task 4: emptying an array, and the sequence of operations that costs most. */
@Lesson("dynamic-arrays")
final class ShrinkSuite {

  @Task("shrink")
  @Check(value = "a list of CPython 3.6 gives back what Python's does, from 100 items", points = 2)
  void python36_gives_back(Student student, Runs runs) {
    expectPopAll(student, runs, List.of(CPYTHON_36), 100, 0, 12, 18);
  }

  @Task("shrink")
  @Check(value = "a list of CPython 3.9 gives back what Python's does, from 100 items", points = 1)
  void python39_gives_back(Student student, Runs runs) {
    expectPopAll(student, runs, List.of(CPYTHON_39), 100, 0, 8, 18);
  }

  @Task("shrink")
  @Check(value = "short lists, half empty blocks and nothing to pop", points = 2)
  void small_and_sparse(Student student, Runs runs) {
    List<Policy> python = List.of(CPYTHON_36, CPYTHON_39);
    expectPopAll(student, runs, python, 0, 0, 4);
    expectPopAll(student, runs, python, 1, 0, 3);
    expectPopAll(student, runs, python, 4, 4);
    expectPopAll(student, runs, python, 3, 1000);
  }

  @Task("shrink")
  @Check(value = "the other policies give nothing back", points = 1)
  void the_others_keep_everything(Student student, Runs runs) {
    expectPopAll(student, runs, List.of(ARRAY_LIST, DOUBLING, BY_SIXTEEN), 40, 0, 24, 200);
  }

  @Task("shrink")
  @Check(value = "any list gives back what Python's does", points = 2)
  void any_list_gives_back(Student student, Runs runs) {
    popAll(student, runs).steps(15).run();
  }

  @Task("shrink")
  @Check(value = "the worst for a rule that always fits exactly", points = 1)
  void worst_for_an_exact_fit(Student student, Runs runs) {
    CapacityRule fits = new Stretch(Ratio.of(1), 0, Ratio.of(1));
    expectWorst(student, runs, List.of(fits), 0, 1, 2, 5, 12, 18);
  }

  @Task("shrink")
  @Check(value = "the worst for a rule that gives back too eagerly: back and forth", points = 2)
  void worst_for_an_eager_rule(Student student, Runs runs) {
    CapacityRule eager = new Stretch(new Ratio(3, 2), 1, new Ratio(2, 3));
    CapacityRule halving = new Stretch(Ratio.of(2), 0, new Ratio(9, 16));
    expectWorst(student, runs, List.of(eager, halving), 7, 20);
  }

  @Task("shrink")
  @Check(value = "the worst for the policies of the lesson", points = 2)
  void worst_for_the_policies(Student student, Runs runs) {
    List<CapacityRule> rules = List.of(new Growth(CPYTHON_36), new Growth(CPYTHON_39));
    expectWorst(student, runs, rules, 14, 23);
    expectWorst(student, runs, List.of(new Growth(DOUBLING), new Growth(ARRAY_LIST)), 23);
    expectWorst(student, runs, List.of(new Growth(CPYTHON_36)), 40);
  }

  @Task("shrink")
  @Check(value = "the worst for any rule", points = 2)
  void worst_for_any_rule(Student student, Runs runs) {
    worst(student, runs).steps(3).run();
  }

  private static void expectPopAll(
      Student student, Runs runs, List<Policy> policies, long size, long... free) {
    popAll(student, runs)
        .exactly(
            script -> {
              for (Policy policy : policies) {
                for (long more : free) {
                  script.call("popAll", policy, size, more);
                }
              }
            });
  }

  /** The third argument is the number of free slots, so that no array holds more than it can. */
  private static Comparison<GivingBack> popAll(Student student, Runs runs) {
    return runs.<GivingBack>compare(() -> student.make(GivingBack.class), Emptying::new)
        .call(
            "popAll",
            oneOf(CPYTHON_36, CPYTHON_39),
            anyLong(0, 300),
            anyLong(0, 60),
            (GivingBack a, Policy policy, Long size, Long free) ->
                a.popAll(policy, size, size + free));
  }

  private static void expectWorst(
      Student student, Runs runs, List<CapacityRule> rules, int... lengths) {
    worst(student, runs)
        .exactly(
            script -> {
              for (CapacityRule rule : rules) {
                for (int operations : lengths) {
                  script.call("worst", rule, operations);
                }
              }
            });
  }

  /** Any sequence that reaches the maximum is right; the copies are counted on this side. */
  private static Comparison<GivingBack> worst(Student student, Runs runs) {
    return runs.<GivingBack>compare(() -> student.make(GivingBack.class), Emptying::new)
        .call(
            "worst",
            anyRule(),
            anyInt(8, 16),
            (GivingBack a, CapacityRule rule, Integer operations) ->
                WorstCase.judge(rule, operations, a.worst(rule, operations)));
  }

  /** A hundred rules, which leave more or less room and give it back more or less eagerly. */
  private static Arbitrary<Object, CapacityRule> anyRule() {
    return anyLong(0, 99)
        .map(
            n ->
                new Stretch(new Ratio(4 + n % 5, 4), 1 + n / 5 % 4, new Ratio(n / 20, 4 + n / 20)));
  }
}
