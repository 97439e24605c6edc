package gradus.suites.dynamicarrays;

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
import gradus.harness.suite.Comparison.Script;
import gradus.harness.suite.Drawn;
import gradus.harness.suite.Lesson;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.Policy;

/** Task 1: the capacity rule of each policy, against the rule the engine's lists follow. */
@Lesson("dynamic-arrays")
final class GrowthSuite {
  private static final int LARGEST = 2000;

  /** A change of size that can happen to an array. */
  private record Change(long size, long allocated, long newSize) {}

  @Task("growth")
  @Check(value = "CPython 3.6 grows as a list does, up to 2,000 items one by one", points = 2)
  void python36_grows(Student student, Runs runs) {
    appends(CPYTHON_36, student, runs);
  }

  @Task("growth")
  @Check(value = "CPython 3.9 grows as a list does, up to 2,000 items one by one", points = 2)
  void python39_grows(Student student, Runs runs) {
    appends(CPYTHON_39, student, runs);
  }

  @Task("growth")
  @Check(value = "ArrayList takes 10, then half as much again", points = 1)
  void array_list_grows(Student student, Runs runs) {
    appends(ARRAY_LIST, student, runs);
  }

  @Task("growth")
  @Check(value = "doubling doubles, and the fixed step stays the same", points = 1)
  void the_simple_policies_grow(Student student, Runs runs) {
    appends(DOUBLING, student, runs);
    appends(BY_SIXTEEN, student, runs);
  }

  @Task("growth")
  @Check(value = "the extra room of CPython 3.6 changes at 9 items, and nowhere else", points = 2)
  void python36_changes_at_nine(Student student, Runs runs) {
    comparison(CPYTHON_36, student, runs)
        .exactly(
            script -> {
              for (long newSize = 1; newSize <= 40; newSize++) {
                change(script, newSize - 1, newSize - 1, newSize);
              }
            });
  }

  @Task("growth")
  @Check(
      value = "a jump takes what the policy gives, from nothing and from full blocks",
      points = 1)
  void jumps(Student student, Runs runs) {
    for (Policy policy : Policy.values()) {
      comparison(policy, student, runs)
          .exactly(
              script -> {
                for (long full : new long[] {0, 1, 4, 10, 16, 25, 64}) {
                  for (long newSize = full + 1; newSize < full + 45; newSize += 3) {
                    change(script, full, full, newSize);
                  }
                }
              });
    }
  }

  @Task("growth")
  @Check(value = "sizes may be larger than an int", points = 1)
  void large_sizes(Student student, Runs runs) {
    long large = 3_000_000_000L;
    for (Policy policy : Policy.values()) {
      comparison(policy, student, runs)
          .exactly(
              script -> {
                change(script, 0, 0, large);
                change(script, large, large, large + 1);
                change(script, large, 2 * large, large - 1);
              });
    }
  }

  @Task("growth")
  @Check(value = "a Python list keeps a block that is half full, and no emptier one", points = 2)
  void python_gives_back_below_half(Student student, Runs runs) {
    pops(CPYTHON_36, student, runs);
    pops(CPYTHON_39, student, runs);
  }

  @Task("growth")
  @Check(value = "no other policy gives anything back", points = 1)
  void the_others_keep_everything(Student student, Runs runs) {
    pops(ARRAY_LIST, student, runs);
    pops(DOUBLING, student, runs);
    pops(BY_SIXTEEN, student, runs);
  }

  @Task("growth")
  @Check(value = "any change of size gives what the policy gives", points = 2)
  void any_change_of_size(Student student, Runs runs) {
    runs.compare(
            oneOf(Policy.values()),
            policy -> student.make(CapacityRule.class, policy),
            policy -> (CapacityRule) new Growth(policy))
        .call(
            "capacity",
            anyChange(),
            (CapacityRule rule, Change c) -> rule.capacity(c.size(), c.allocated(), c.newSize()))
        .seeds(10)
        .instances(5)
        .run();
  }

  private static void appends(Policy policy, Student student, Runs runs) {
    comparison(policy, student, runs)
        .exactly(
            script -> {
              long allocated = 0;
              for (long size = 0; size < LARGEST; size++) {
                change(script, size, allocated, size + 1);
                allocated = new Growth(policy).capacity(size, allocated, size + 1);
              }
            });
  }

  /** Pops from blocks around half full, where a rule that is off by one item shows. */
  private static void pops(Policy policy, Student student, Runs runs) {
    comparison(policy, student, runs)
        .exactly(
            script -> {
              for (long allocated : new long[] {0, 1, 2, 4, 5, 8, 9, 25, 117, 118, 119, 1000}) {
                long half = allocated / 2;
                for (long left = Math.max(0, half - 2); left < half + 2; left++) {
                  change(script, left + 1, Math.max(allocated, left + 1), left);
                }
                change(script, allocated, allocated, 0);
              }
            });
  }

  private static Comparison<CapacityRule> comparison(Policy policy, Student student, Runs runs) {
    return runs.<CapacityRule>compare(
            () -> student.make(CapacityRule.class, policy), () -> new Growth(policy))
        .call("capacity", anyLong(), anyLong(), anyLong(), CapacityRule::capacity);
  }

  private static void change(Script script, long size, long allocated, long newSize) {
    script.call("capacity", size, allocated, newSize);
  }

  private static Arbitrary<Object, Change> anyChange() {
    return (random, rule) -> {
      long allocated = random.nextInt(LARGEST);
      long size = random.nextLong(allocated + 1);
      long newSize = random.nextBoolean() ? random.nextInt(2 * LARGEST) : random.nextLong(size + 1);
      return Drawn.constant(new Change(size, allocated, newSize));
    };
  }
}
