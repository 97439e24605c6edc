package gradus.harness.suite;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Random runs of one check: the same calls on the student's object and on a reference. */
public final class Runs {
  private final long seed;

  Runs(long seed) {
    this.seed = seed;
  }

  /**
   * Compares the student's object with a reference of the same contract.
   *
   * @param student makes a fresh object of the student's class, by {@link Student#make}
   * @param reference makes a fresh object that behaves as is right
   */
  public <T> Comparison<T> compare(Supplier<? extends T> student, Supplier<? extends T> reference) {
    throw new UnsupportedOperationException();
  }

  /**
   * Compares objects that are made with a random argument, a new one for each instance.
   *
   * <pre>{@code
   * runs.compare(
   *     oneOf(Policy.values()), p -> student.make(DynamicArray.class, p), EngineArray::of)
   * }</pre>
   */
  public <T, A> Comparison<T> compare(
      Arbitrary<Object, A> argument,
      Function<? super A, ? extends T> student,
      Function<? super A, ? extends T> reference) {
    throw new UnsupportedOperationException();
  }

  /**
   * Chance for a check that draws by itself: the same numbers whenever the grading's seed is the
   * same.
   */
  public RandomGenerator random() {
    throw new UnsupportedOperationException();
  }

  /** The seed of this check, mixed from the grading's seed and the check's name. */
  public long seed() {
    return seed;
  }
}
