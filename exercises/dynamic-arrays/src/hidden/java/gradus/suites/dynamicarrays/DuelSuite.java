package gradus.suites.dynamicarrays;

import static gradus.harness.suite.Arbitraries.anyLong;
import static gradus.harness.suite.Arbitraries.listOf;
import static gradus.harness.suite.Arbitraries.oneOf;
import static gradus.harness.suite.Expect.expect;
import static gradus.kit.dynamicarrays.Action.APPEND;
import static gradus.kit.dynamicarrays.Action.CLEAR;
import static gradus.kit.dynamicarrays.Action.EXTEND;
import static gradus.kit.dynamicarrays.Action.POP;

import gradus.harness.suite.Arbitrary;
import gradus.harness.suite.Check;
import gradus.harness.suite.Comparison;
import gradus.harness.suite.Drawn;
import gradus.harness.suite.Lesson;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.kit.dynamicarrays.Action;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.OwnRule;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.dynamicarrays.PolicyDuel;
import gradus.kit.dynamicarrays.Ratio;
import gradus.kit.dynamicarrays.Step;
import gradus.kit.dynamicarrays.Stretch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Task 6: reports and verdicts, and the student's own rule on trial. */
@Lesson("dynamic-arrays")
final class DuelSuite {
  private static final CapacityRule EXACT_FIT = new Stretch(Ratio.of(1), 0, Ratio.of(1));
  private static final CapacityRule PYTHON = new Growth(Policy.CPYTHON_36);
  private static final CapacityRule TWICE = new Stretch(Ratio.of(2), 0, Ratio.ZERO);

  @Task("duel")
  @Check(value = "appends and pops are counted one by one", points = 2)
  void counts_every_operation(Student student, Runs runs) {
    for (Policy policy : Policy.values()) {
      expectReport(student, runs, new Growth(policy));
      expectReport(student, runs, new Growth(policy), new Step(APPEND, 60), new Step(POP, 55));
    }
  }

  @Task("duel")
  @Check(value = "the peak of free slots is remembered when it is past", points = 2)
  void remembers_the_peak(Student student, Runs runs) {
    expectReport(student, runs, TWICE, new Step(EXTEND, 50), new Step(EXTEND, 45));
    expectReport(student, runs, PYTHON, new Step(EXTEND, 90), new Step(CLEAR, 1));
    expectReport(student, runs, PYTHON, new Step(APPEND, 74), new Step(POP, 37));
  }

  @Task("duel")
  @Check(value = "an int is too small for a large workload", points = 1)
  void counts_beyond_an_int(Student student, Runs runs) {
    expectReport(student, runs, EXACT_FIT, new Step(EXTEND, 1L << 40), new Step(APPEND, 9));
    expectReport(student, runs, TWICE, new Step(EXTEND, 3_000_000_000L), new Step(POP, 7));
  }

  @Task("duel")
  @Check(value = "a total that does not fit in a long is an error, not a wrong number", points = 2)
  void refuses_to_wrap(Student student, Runs runs) {
    Step half = new Step(EXTEND, (1L << 62) - 1);
    // The two copies add up to the largest long; a third is too much.
    expectReport(student, runs, EXACT_FIT, half, new Step(APPEND, 2));
    expectReport(student, runs, EXACT_FIT, half, new Step(APPEND, 3));
    expectReport(student, runs, TWICE, new Step(EXTEND, 1L << 61), new Step(POP, 5));
  }

  @Task("duel")
  @Check(value = "any workload under any rule", points = 2)
  void any_workload(Student student, Runs runs) {
    comparison(student, runs).steps(15).run();
  }

  @Task("duel")
  @Check(value = "better at one thing and not worse at the other wins", points = 2)
  void any_duel(Student student, Runs runs) {
    CapacityRule loose = new Stretch(Ratio.of(1), 3, Ratio.ZERO);
    expectVerdict(student, runs, EXACT_FIT, EXACT_FIT, new Step(APPEND, 9));
    expectVerdict(student, runs, TWICE, EXACT_FIT, new Step(EXTEND, 5), new Step(APPEND, 3));
    expectVerdict(student, runs, EXACT_FIT, loose, new Step(EXTEND, 5));
    expectVerdict(student, runs, loose, EXACT_FIT, new Step(EXTEND, 5));
    comparison(student, runs)
        .call("compare", anyRule(), anyRule(), listOf(anyStep(), 4), PolicyDuel::compare)
        .weight(4)
        .steps(15)
        .run();
  }

  @Task("duel")
  @Check(value = "your rule keeps its promises while an array grows", points = 2)
  void own_rule_grows(Student student) {
    OwnRule rule = student.make(OwnRule.class);
    expect(
        "500 appends under a new MyRule()",
        Trial.KEPT,
        () -> new Trial(rule).oneByOne(500).verdict());
    expect(
        "extends by 1, 8, 27 … 1,000 items under a new MyRule()",
        Trial.KEPT,
        () -> {
          Trial trial = new Trial(rule);
          for (int i = 1; i <= 10; i++) {
            trial.extend(i * i * i).oneByOne(i);
          }
          return trial.verdict();
        });
  }

  @Task("duel")
  @Check(value = "your rule keeps its promises while an array grows and shrinks", points = 2)
  void own_rule_shrinks(Student student, Runs runs) {
    OwnRule rule = student.make(OwnRule.class);
    expect(
        "150 appends, 150 pops and 60 appends under a new MyRule()",
        Trial.KEPT,
        () -> new Trial(rule).oneByOne(150).oneByOne(-150).oneByOne(60).verdict());
    RandomGenerator random = runs.random();
    for (int i = 0; i < 3; i++) {
      long seed = random.nextLong();
      expect(
          "appends and pops in turns under a new MyRule()",
          Trial.KEPT,
          () -> wander(new Trial(rule), new SplittableRandom(seed)));
    }
  }

  /** Goes up and down around some size, in ever other lengths. */
  private static String wander(Trial trial, RandomGenerator random) {
    int size = 0;
    for (int turn = 0; turn < 8; turn++) {
      int up = random.nextInt(50);
      trial.oneByOne(up);
      size += up;
      int down = random.nextInt(Math.min(size, 60) + 1);
      trial.oneByOne(-down);
      size -= down;
    }
    return trial.verdict();
  }

  private static Arbitrary<Object, CapacityRule> anyRule() {
    return anyLong(0, 99)
        .map(
            n ->
                new Stretch(
                    new Ratio(5 + n % 10, 5), n / 10 % 5, n < 50 ? Ratio.ZERO : new Ratio(1, 3)));
  }

  private static Arbitrary<Object, Step> anyStep() {
    Arbitrary<Object, Action> action = oneOf(Action.values());
    Arbitrary<Object, Long> count = anyLong(1, 20);
    return (random, duel) -> new DrawnStep(action.draw(random, duel), count.draw(random, duel));
  }

  /** A step whose two halves become simpler each by itself. */
  private record DrawnStep(Drawn<Object, Action> action, Drawn<Object, Long> count)
      implements Drawn<Object, Step> {
    @Override
    public Step in(Object duel) {
      return new Step(action.in(duel), count.in(duel));
    }

    @Override
    public List<Drawn<Object, Step>> simpler() {
      Stream<DrawnStep> fewer = count.simpler().stream().map(c -> new DrawnStep(action, c));
      Stream<DrawnStep> other = action.simpler().stream().map(a -> new DrawnStep(a, count));
      return Stream.concat(fewer, other).map(step -> (Drawn<Object, Step>) step).toList();
    }
  }

  private static Comparison<PolicyDuel> comparison(Student student, Runs runs) {
    return runs.<PolicyDuel>compare(() -> student.make(PolicyDuel.class), Referee::new)
        .call("measure", anyRule(), listOf(anyStep(), 6), PolicyDuel::measure);
  }

  private static void expectReport(
      Student student, Runs runs, CapacityRule rule, Step... workload) {
    comparison(student, runs).exactly(script -> script.call("measure", rule, List.of(workload)));
  }

  private static void expectVerdict(
      Student student, Runs runs, CapacityRule first, CapacityRule second, Step... workload) {
    runs.<PolicyDuel>compare(() -> student.make(PolicyDuel.class), Referee::new)
        .call("compare", anyRule(), anyRule(), listOf(anyStep(), 4), PolicyDuel::compare)
        .exactly(script -> script.call("compare", first, second, List.of(workload)));
  }
}
