package lessons.dynamicarrays;

import gradus.kit.PyError;
import gradus.kit.dynamicarrays.ArrayPicture;
import gradus.kit.dynamicarrays.DynamicArray;
import gradus.kit.dynamicarrays.IndexedArray;
import gradus.kit.dynamicarrays.Policy;
import gradus.kit.score.Expect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes calls on an array and remembers them, so that a test that fails can list them.
 *
 * @param <A> the contract of the array
 */
final class Calls<A> {
  private static final String NO_ERROR = "no error";

  private final A array;
  private final Function<A, String> state;
  private final List<String> called = new ArrayList<>();

  private Calls(A array, String made, Function<A, String> state) {
    this.array = array;
    this.state = state;
    called.add("a = " + made);
  }

  /** Calls on a new {@code GrowingArray}. */
  static Calls<DynamicArray> onGrowingArray(Policy policy) {
    return new Calls<>(
        new GrowingArray(policy),
        "new GrowingArray(" + policy + ")",
        a -> state(a.size(), a.allocated(), ArrayPicture.of(a)));
  }

  /** Calls on a new {@code PythonList}. */
  static Calls<IndexedArray> onPythonList(Policy policy) {
    return new Calls<>(
        new PythonList(policy),
        "new PythonList(" + policy + ")",
        a -> state(a.size(), a.allocated(), ArrayPicture.of(a)));
  }

  private static String state(int size, int allocated, String picture) {
    return "size " + size + "   allocated " + allocated + "   " + picture;
  }

  /** Makes a call; the text is what the report of a failure shows. */
  Calls<A> call(String text, Consumer<A> call) {
    called.add("a." + text);
    return goesWell(() -> call.accept(array));
  }

  /** Makes the same call with several values, one after the other. */
  Calls<A> each(String name, long[] values, Call<A> call) {
    called.add(
        Arrays.stream(values)
            .mapToObj(value -> "a." + name + "(" + value + ")")
            .collect(Collectors.joining(" ")));
    return goesWell(() -> Arrays.stream(values).forEach(value -> call.on(array, value)));
  }

  private Calls<A> goesWell(Runnable calls) {
    Expect.expect(
        called,
        NO_ERROR,
        () -> {
          calls.run();
          return NO_ERROR;
        });
    return this;
  }

  /** Expects the array to look like this now. */
  void leaves(int size, int allocated, String picture) {
    Expect.expect(called, state(size, allocated, picture), () -> state.apply(array));
  }

  /** Expects a last call to answer this. */
  <V> void answers(String text, V expected, Function<A, V> call) {
    called.add("a." + text);
    Expect.expect(called, expected, () -> call.apply(array));
  }

  /** Expects a last call to end in this error. */
  void fails(String text, PyError expected, Consumer<A> call) {
    called.add("a." + text);
    Expect.expectError(called, expected, () -> call.accept(array));
  }

  /** A call with a value. */
  @FunctionalInterface
  interface Call<A> {
    void on(A array, long value);
  }
}
