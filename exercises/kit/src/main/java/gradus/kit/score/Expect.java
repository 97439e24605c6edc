package gradus.kit.score;

import gradus.kit.PyError;
import gradus.kit.Todo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Expectations of the visible tests; each fails with a {@link Mismatch}.
 *
 * <pre>{@code
 * expect("rule.capacity(8, 8, 9)", 16L, () -> rule.capacity(8, 8, 9));
 * expectError("list.pop()", new PyError("IndexError", "pop from empty list"), list::pop);
 * }</pre>
 */
public final class Expect {
  private Expect() {}

  /**
   * Expects a call to answer a value.
   *
   * @param called the call as a student would write it
   */
  public static <V> void expect(String called, V expected, Supplier<? extends V> call) {
    expect(List.of(called), expected, call);
  }

  /**
   * Expects the last of several calls to answer a value.
   *
   * @param called the calls as a student would write them, one a line
   */
  public static <V> void expect(List<String> called, V expected, Supplier<? extends V> call) {
    Object came = outcome(call);
    if (!Objects.deepEquals(expected, came)) {
      throw new Mismatch(called, show(expected), show(came));
    }
  }

  /**
   * Expects the last of several calls to end in an error.
   *
   * @param called the calls as a student would write them, one a line
   */
  public static void expectError(List<String> called, PyError expected, Runnable call) {
    Object came =
        outcome(
            () -> {
              call.run();
              return "no error";
            });
    if (!expected.toString().equals(came.toString())) {
      throw new Mismatch(called, show(expected), show(came));
    }
  }

  /**
   * The value a call answers, or the error it ends in. A stub is let through, so that the score can
   * say that the task is not begun.
   */
  private static Object outcome(Supplier<?> call) {
    try {
      return call.get();
    } catch (Todo stub) {
      throw stub;
    } catch (RuntimeException | StackOverflowError error) {
      return error;
    }
  }

  private static String show(Object value) {
    if (value instanceof PyError error) {
      return error.toString();
    }
    if (value instanceof Throwable error) {
      return error + where(error);
    }
    return value instanceof long[] longs ? Arrays.toString(longs) : String.valueOf(value);
  }

  /** The line of the student's own code that threw. */
  private static String where(Throwable error) {
    return Arrays.stream(error.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("lessons.") && frame.getLineNumber() > 0)
        .findFirst()
        .map(frame -> "\nin " + frame.getFileName() + ", line " + frame.getLineNumber())
        .orElse("");
  }
}
