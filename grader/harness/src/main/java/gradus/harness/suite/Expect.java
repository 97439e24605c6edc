package gradus.harness.suite;

import java.util.function.Supplier;

/**
 * Directed expectations that fail with the same readable block as a random run.
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
    throw new UnsupportedOperationException();
  }

  /**
   * Expects a call to end as a reference ends: with the same value, or the same error.
   *
   * @throws ComparisonFailure if it ends otherwise
   */
  public static <V> void expectSame(
      String call, Supplier<? extends V> reference, Supplier<? extends V> actual) {
    throw new UnsupportedOperationException();
  }

  /**
   * Expects a call to end in a {@link gradus.kit.PyError}.
   *
   * @param type the Python exception: {@code IndexError}
   * @param message its exact message
   * @throws ComparisonFailure if it returns or ends in another error
   */
  public static void expectError(String call, String type, String message, Runnable actual) {
    throw new UnsupportedOperationException();
  }
}
