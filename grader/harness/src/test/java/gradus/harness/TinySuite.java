package gradus.harness;

import static gradus.harness.suite.Arbitraries.anyInt;
import static gradus.harness.suite.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.suite.Check;
import gradus.harness.suite.Lesson;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.kit.dynamicarrays.CapacityRule;
import gradus.kit.dynamicarrays.DynamicArray;

/** A hidden suite of three checks, small enough to be got wrong in every way. */
@Lesson("tiny")
final class TinySuite {
  @Task("rule")
  @Check(value = "doubles", points = 20)
  void doubles(Student student, Runs runs) {
    CapacityRule twice = (size, allocated, newSize) -> 2 * newSize;
    runs.compare(() -> student.make(CapacityRule.class), () -> twice)
        .call(
            "capacity",
            anyInt(0, 5),
            anyInt(0, 5),
            anyInt(0, 100),
            (CapacityRule rule, Integer size, Integer allocated, Integer newSize) ->
                rule.capacity(size, allocated, newSize))
        .run();
  }

  @Task("rule")
  @Check(value = "gives nothing for nothing", points = 20)
  void nothing(Student student) {
    CapacityRule rule = student.make(CapacityRule.class);
    expect("rule.capacity(0, 0, 0)", 0L, () -> rule.capacity(0, 0, 0));
  }

  @Task("array")
  @Check(value = "keeps what is appended", points = 60)
  void keeps(Student student) {
    DynamicArray array = student.make(DynamicArray.class, student.make(CapacityRule.class));
    array.append(7);
    assertThat(array.items()).containsExactly(7);
  }
}
