package gradus.harness.suite;

import gradus.harness.result.Counterexample;
import java.util.List;
import java.util.function.Supplier;

/**
 * Directed expectations that fail with the same readable block as a random run. A plain AssertJ
 * assertion is as good where a value is compared; these also take errors, and name the call.
 *
 * <pre>{@code
 * expect("rule.capacity(9, 8)", 16, () -> rule.capacity(9, 8));
 * expectError("array.pop()", "IndexError", "pop from empty list", array::pop);
 * }</pre>
 */
public final class Expect {
  private Expect() {}

  /**
   * Expects a call to answer a value.
   *
   * @param call the call as a student would write it
   * @throws ComparisonFailure if the value differs or the call ends in a {@link gradus.kit.PyError}
   */
  public static <V> void expect(String call, V expected, Supplier<? extends V> actual) {
    compare(call, new Answer.Value(expected), answer(actual));
  }

  /**
   * Expects a call to end as a reference ends: with the same value, or the same error.
   *
   * @throws ComparisonFailure if it ends otherwise
   */
  public static <V> void expectSame(
      String call, Supplier<? extends V> reference, Supplier<? extends V> actual) {
    compare(call, answer(reference), answer(actual));
  }

  /**
   * Expects a call to end in a {@link gradus.kit.PyError}.
   *
   * @param type the Python exception: {@code IndexError}
   * @param message its exact message
   * @throws ComparisonFailure if it returns or ends in another error
   */
  public static void expectError(String call, String type, String message, Runnable actual) {
    Answer answer =
        Answer.of(
            () -> {
              actual.run();
              return new Answer.Returned();
            });
    compare(call, new Answer.Raised(type, message), answer);
  }

  private static Answer answer(Supplier<?> call) {
    return Answer.of(() -> new Answer.Value(call.get()));
  }

  private static void compare(String call, Answer expected, Answer actual) {
    Seen seen = new Seen(call, expected, actual);
    if (seen.differs()) {
      throw new ComparisonFailure(
          seen.sentence(call, "answers", 1),
          new Counterexample(List.of(call), 1, List.of(seen.row()), "", ""));
    }
  }
}
