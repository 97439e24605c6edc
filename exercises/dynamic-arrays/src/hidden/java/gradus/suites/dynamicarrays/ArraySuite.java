package gradus.suites.dynamicarrays;

import static gradus.harness.suite.Arbitraries.anyIndex;
import static gradus.harness.suite.Arbitraries.anyLong;
import static gradus.harness.suite.Arbitraries.anyLongs;
import static gradus.harness.suite.Arbitraries.oneOf;
import static gradus.harness.suite.Expect.expect;
import static gradus.kit.dynamicarrays.Policy.ARRAY_LIST;
import static gradus.kit.dynamicarrays.Policy.BY_SIXTEEN;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_39;
import static gradus.kit.dynamicarrays.Policy.DOUBLING;

import gradus.harness.suite.Check;
import gradus.harness.suite.Comparison;
import gradus.harness.suite.Lesson;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.kit.dynamicarrays.ArrayPicture;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.Policy;
import java.util.stream.LongStream;

/** Task 2: the growing array, against a list of the engine under the same policy. */
@Lesson("dynamic-arrays")
final class ArraySuite {

  @Task("array")
  @Check(value = "a new array is empty and owns no slot", points = 1)
  void starts_with_nothing(Student student) {
    for (Policy policy : Policy.values()) {
      DynamicArray array = student.make(DynamicArray.class, policy);
      expect("size() under " + policy, 0, array::size);
      expect("allocated() under " + policy, 0, array::allocated);
    }
  }

  @Task("array")
  @Check(value = "extend resizes once, and not at all for no values", points = 2)
  void extends_at_once(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36)
        .exactly(
            script ->
                script
                    .call("extend", new long[] {})
                    .call("extend", values(3))
                    .call("extend", new long[] {})
                    .call("extend", values(4))
                    .call("append", 7L)
                    .call("extend", values(30)));
  }

  @Task("array")
  @Check(value = "clear leaves what the policy keeps, and no old item", points = 2)
  void clears(Student student, Runs runs) {
    for (Policy policy : Policy.values()) {
      comparison(student, runs, policy)
          .exactly(
              script ->
                  script
                      .call("extend", values(12))
                      .call("clear")
                      .call("get", 0)
                      .call("append", 9L)
                      .call("get", 1));
    }
  }

  @Task("array")
  @Check(value = "get and set take Python's indices and give Python's messages", points = 3)
  void follows_pythons_index_rules(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36)
        .exactly(
            script -> {
              script.call("get", 0).call("set", -1, 5L).call("extend", values(3));
              for (int index : new int[] {0, 2, 3, -1, -3, -4, 4, 100, -100}) {
                script.call("set", index, 50L + index).call("get", index);
              }
              script.call("get", Integer.MAX_VALUE).call("get", Integer.MIN_VALUE);
            });
  }

  @Task("array")
  @Check(value = "does what CPython 3.6's list does, step by step", points = 4)
  void follows_python36(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36).instances(3).steps(120).run();
  }

  @Task("array")
  @Check(value = "does what CPython 3.9's list does, step by step", points = 3)
  void follows_python39(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_39).steps(120).run();
  }

  @Task("array")
  @Check(value = "does what an ArrayList does, step by step", points = 3)
  void follows_array_list(Student student, Runs runs) {
    comparison(student, runs, ARRAY_LIST).steps(120).run();
  }

  @Task("array")
  @Check(value = "doubles, or grows by a fixed step, step by step", points = 2)
  void follows_the_simple_policies(Student student, Runs runs) {
    comparison(student, runs, DOUBLING, BY_SIXTEEN).steps(120).run();
  }

  @Task("array")
  @Check(value = "counts the items copied and the blocks asked for", points = 3)
  void counts_what_growing_costs(Student student, Runs runs) {
    comparison(student, runs, Policy.values())
        .observe("copies", DynamicArray::copies)
        .observe("reallocs", DynamicArray::reallocs)
        .instances(3)
        .seeds(10)
        .run();
  }

  @Task("array")
  @Check(value = "counts right over thousands of appends", points = 2)
  void counts_large_numbers(Student student, Runs runs) {
    for (Policy policy : Policy.values()) {
      comparison(student, runs, policy)
          .observe("copies", DynamicArray::copies)
          .observe("reallocs", DynamicArray::reallocs)
          .lookEvery(250)
          .exactly(
              script -> {
                for (long value = 0; value < 1000; value++) {
                  script.call("append", value);
                }
              });
    }
  }

  private static Comparison<DynamicArray> comparison(
      Student student, Runs runs, Policy... policies) {
    return runs.<DynamicArray, Policy>compare(
            oneOf(policies), policy -> student.make(DynamicArray.class, policy), EngineList::of)
        .call("append", anyLong(), DynamicArray::append)
        .weight(4)
        .call("extend", anyLongs(12), DynamicArray::extend)
        .weight(2)
        .call("clear", DynamicArray::clear)
        .call("get", anyIndex(DynamicArray::size), DynamicArray::get)
        .call("set", anyIndex(DynamicArray::size), anyLong(), DynamicArray::set)
        .observe("size", DynamicArray::size)
        .observe("allocated", DynamicArray::allocated)
        .observe("items", DynamicArray::items)
        .draw(ArrayPicture::of);
  }

  private static long[] values(int count) {
    return LongStream.range(0, count).toArray();
  }
}
