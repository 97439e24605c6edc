package gradus.harness.suite;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * One drawn argument. It is kept as a recipe rather than a value, so that {@code the last index}
 * stays the last index when the calls before it are taken out.
 *
 * @param <T> the object the call is made on
 * @param <A> the argument
 */
public interface Drawn<T, A> {
  /** The argument for a reference object in its present state. */
  A in(T reference);

  /** Simpler arguments to try when a failing run is shortened, the simplest first. */
  List<Drawn<T, A>> simpler();

  /**
   * A numbered argument in place of this one, where any value does as well as another: a run then
   * reads {@code append(0), append(1), append(2)}.
   *
   * @param ordinals gives the numbers; taken from as often as the argument holds values
   */
  default Optional<Drawn<T, A>> numbered(IntSupplier ordinals) {
    return Optional.empty();
  }

  /** A draw that is always the same value and has nothing simpler. */
  static <T, A> Drawn<T, A> constant(A value) {
    return new Drawn<>() {
      @Override
      public A in(T reference) {
        return value;
      }

      @Override
      public List<Drawn<T, A>> simpler() {
        return List.of();
      }
    };
  }

  /** This draw sent through a function. */
  default <B> Drawn<T, B> map(Function<? super A, ? extends B> function) {
    Drawn<T, A> source = this;
    return new Drawn<>() {
      @Override
      public B in(T reference) {
        return function.apply(source.in(reference));
      }

      @Override
      public List<Drawn<T, B>> simpler() {
        return source.simpler().stream().map(drawn -> drawn.<B>map(function)).toList();
      }

      @Override
      public Optional<Drawn<T, B>> numbered(IntSupplier ordinals) {
        return source.numbered(ordinals).map(drawn -> drawn.<B>map(function));
      }
    };
  }
}
