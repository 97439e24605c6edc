package gradus.harness.suite;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A comparison in the making: which calls may come, what is looked at after each, how long to run.
 *
 * <p>Every call's outcome (its value, or the type and message of its {@link gradus.kit.PyError})
 * and every observation must be the same on both sides after every step. A run that fails is
 * shortened until no call can be taken out and no argument made simpler.
 *
 * <p>Calls are method references to the contract. Where a lambda is needed, write its parameter
 * types out, {@code (DynamicArray a, Integer i) -> a.get(i)}, so that the compiler can tell whether
 * it has a result.
 *
 * @param <T> the contract
 */
// The compiler tells a method reference with a result from one without; lambdas are told in words.
@SuppressWarnings("overloads")
public final class Comparison<T> {
  Comparison() {}

  /** Adds a call without arguments whose result is compared. */
  public Comparison<T> call(String name, Calls.Value0<? super T> call) {
    throw new UnsupportedOperationException();
  }

  /** Adds a call without arguments or result. */
  public Comparison<T> call(String name, Calls.Action0<? super T> call) {
    throw new UnsupportedOperationException();
  }

  /** Adds a call with one argument whose result is compared. */
  public <A> Comparison<T> call(
      String name, Arbitrary<? super T, A> argument, Calls.Value1<? super T, ? super A> call) {
    throw new UnsupportedOperationException();
  }

  /** Adds a call with one argument and no result. */
  public <A> Comparison<T> call(
      String name, Arbitrary<? super T, A> argument, Calls.Action1<? super T, ? super A> call) {
    throw new UnsupportedOperationException();
  }

  /** Adds a call with two arguments whose result is compared. */
  public <A, B> Comparison<T> call(
      String name,
      Arbitrary<? super T, A> first,
      Arbitrary<? super T, B> second,
      Calls.Value2<? super T, ? super A, ? super B> call) {
    throw new UnsupportedOperationException();
  }

  /** Adds a call with two arguments and no result. */
  public <A, B> Comparison<T> call(
      String name,
      Arbitrary<? super T, A> first,
      Arbitrary<? super T, B> second,
      Calls.Action2<? super T, ? super A, ? super B> call) {
    throw new UnsupportedOperationException();
  }

  /** Adds a call with three arguments whose result is compared. */
  public <A, B, C> Comparison<T> call(
      String name,
      Arbitrary<? super T, A> first,
      Arbitrary<? super T, B> second,
      Arbitrary<? super T, C> third,
      Calls.Value3<? super T, ? super A, ? super B, ? super C> call) {
    throw new UnsupportedOperationException();
  }

  /** Adds a call with three arguments and no result. */
  public <A, B, C> Comparison<T> call(
      String name,
      Arbitrary<? super T, A> first,
      Arbitrary<? super T, B> second,
      Arbitrary<? super T, C> third,
      Calls.Action3<? super T, ? super A, ? super B, ? super C> call) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes the call added last come up more often than the others.
   *
   * @param weight 1 for a call without a weight; 5 comes up five times as often
   */
  public Comparison<T> weight(int weight) {
    throw new UnsupportedOperationException();
  }

  /** Adds something to look at after every step, on every live object. */
  public Comparison<T> observe(String name, Function<? super T, ?> observation) {
    throw new UnsupportedOperationException();
  }

  /** Sets how an object is drawn beside the first difference; may span lines. */
  public Comparison<T> draw(Function<? super T, String> picture) {
    throw new UnsupportedOperationException();
  }

  /** Sets how many objects live at once, their calls interleaved; 2 by default. */
  public Comparison<T> instances(int instances) {
    throw new UnsupportedOperationException();
  }

  /** Sets how many random runs are tried; 5 by default, which is also the least. */
  public Comparison<T> seeds(int seeds) {
    throw new UnsupportedOperationException();
  }

  /** Sets how many calls a run has; 100 by default. */
  public Comparison<T> steps(int steps) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs the comparison.
   *
   * @throws ComparisonFailure with the shortest failing run, at the first difference
   */
  public void run() {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs exactly the calls of a script, on one object: a directed boundary case with the same
   * comparison and the same report as a random run.
   *
   * <pre>{@code
   * comparison.exactly(script -> script.call("append", 7L).call("pop").call("pop"));
   * }</pre>
   *
   * @throws ComparisonFailure with the shortest part of the script that still fails
   */
  public void exactly(Consumer<Script> script) {
    throw new UnsupportedOperationException();
  }

  /** The calls of a directed case, by the names they were added under. */
  public interface Script {
    /** Adds a call with these arguments. */
    Script call(String name, Object... arguments);
  }
}
