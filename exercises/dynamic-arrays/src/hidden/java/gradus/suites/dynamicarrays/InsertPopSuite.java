package gradus.suites.dynamicarrays;

import static gradus.harness.suite.Arbitraries.anyIndex;
import static gradus.harness.suite.Arbitraries.anyLong;
import static gradus.harness.suite.Arbitraries.oneOf;
import static gradus.kit.dynamicarrays.Policy.ARRAY_LIST;
import static gradus.kit.dynamicarrays.Policy.BY_SIXTEEN;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static gradus.kit.dynamicarrays.Policy.CPYTHON_39;
import static gradus.kit.dynamicarrays.Policy.DOUBLING;

import gradus.harness.suite.Check;
import gradus.harness.suite.Comparison;
import gradus.harness.suite.Comparison.Script;
import gradus.harness.suite.Lesson;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import gradus.kit.dynamicarrays.ArrayPicture;
import gradus.kit.dynamicarrays.IndexedArray;
import gradus.kit.dynamicarrays.Policy;

/** Task 3: insert and pop, against a list of the engine under the same policy. */
@Lesson("dynamic-arrays")
final class InsertPopSuite {

  @Task("insert-pop")
  @Check(value = "insert moves an index out of range to the nearer end", points = 2)
  void insert_clamps(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36)
        .exactly(
            script -> {
              script.call("insert", 5, 1L).call("insert", -5, 2L);
              for (int index : new int[] {0, 1, 100, -100, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                script.call("insert", index, 10L + index % 50);
              }
            });
  }

  @Task("insert-pop")
  @Check(value = "insert at a negative index counts from the end, before that item", points = 2)
  void insert_counts_from_the_end(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36)
        .exactly(
            script -> {
              appends(script, 4);
              script.call("insert", -1, 70L).call("insert", -2, 71L).call("insert", -6, 72L);
            });
  }

  @Task("insert-pop")
  @Check(value = "pop takes the item at the index and closes the gap", points = 2)
  void pop_closes_the_gap(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36)
        .exactly(
            script -> {
              appends(script, 12);
              for (int index : new int[] {0, 3, -1, -9, -4, 6}) {
                script.call("popAt", index);
              }
              script.call("pop").call("pop");
            });
  }

  @Task("insert-pop")
  @Check(value = "pop tells an empty list from an index out of range", points = 2)
  void pop_has_two_messages(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36)
        .exactly(
            script -> {
              script.call("pop").call("popAt", 0).call("popAt", 5);
              appends(script, 2);
              script.call("popAt", 2).call("popAt", -3).call("popAt", Integer.MIN_VALUE);
            });
  }

  @Task("insert-pop")
  @Check(value = "a pop that fails changes nothing", points = 1)
  void a_failing_pop_changes_nothing(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36)
        .exactly(
            script -> {
              appends(script, 5);
              // One more item gone, and the block of eight would be given back.
              script.call("pop").call("popAt", 4).call("popAt", -5).call("pop");
            });
  }

  @Task("insert-pop")
  @Check(value = "does what CPython 3.6's list does, step by step", points = 3)
  void follows_python36(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_36).instances(3).steps(150).run();
  }

  @Task("insert-pop")
  @Check(value = "does what CPython 3.9's list does, step by step", points = 2)
  void follows_python39(Student student, Runs runs) {
    comparison(student, runs, CPYTHON_39).steps(150).run();
  }

  @Task("insert-pop")
  @Check(value = "keeps its block under a policy that gives nothing back", points = 1)
  void follows_the_other_policies(Student student, Runs runs) {
    comparison(student, runs, ARRAY_LIST, DOUBLING, BY_SIXTEEN).steps(120).instances(3).run();
  }

  private static void appends(Script script, int count) {
    for (long value = 0; value < count; value++) {
      script.call("append", value);
    }
  }

  private static Comparison<IndexedArray> comparison(
      Student student, Runs runs, Policy... policies) {
    return runs.<IndexedArray, Policy>compare(
            oneOf(policies), policy -> student.make(IndexedArray.class, policy), EngineList::of)
        .call("append", anyLong(), IndexedArray::append)
        .weight(2)
        .call("insert", anyIndex(IndexedArray::size), anyLong(), IndexedArray::insert)
        .weight(2)
        .call("pop", IndexedArray::pop)
        .call("popAt", anyIndex(IndexedArray::size), IndexedArray::popAt)
        .observe("size", IndexedArray::size)
        .observe("allocated", IndexedArray::allocated)
        .observe("items", IndexedArray::items)
        .draw(ArrayPicture::of);
  }
}
