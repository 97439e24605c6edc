package gradus.harness.suite;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A source of random arguments for a call on objects of type {@code T}; see {@link Arbitraries}.
 *
 * @param <T> the object the call is made on, whose state an argument may depend on
 * @param <A> the argument
 */
@FunctionalInterface
public interface Arbitrary<T, A> {
  /**
   * Draws an argument.
   *
   * @param random the only source of chance
   * @param reference the reference object as it is before the call
   */
  Drawn<T, A> draw(RandomGenerator random, T reference);

  /** The same draws, each sent through a function. */
  default <B> Arbitrary<T, B> map(Function<? super A, ? extends B> function) {
    return (random, reference) -> draw(random, reference).map(function);
  }
}
