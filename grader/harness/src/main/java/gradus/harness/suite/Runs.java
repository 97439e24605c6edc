package gradus.harness.suite;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Random runs of one check: the same calls on the student's object and on a reference. */
public final class Runs {
  private final Recorder recorder;
  private final long seed;
  private final BooleanSupplier hurry;
  private final Consumer<Failure> conclusion;

  Runs(Recorder recorder, long seed, BooleanSupplier hurry, Consumer<Failure> conclusion) {
    this.recorder = recorder;
    this.seed = seed;
    this.hurry = hurry;
    this.conclusion = conclusion;
  }

  /**
   * Compares the student's object with a reference of the same contract.
   *
   * @param student makes a fresh object of the student's class, by {@link Student#make}
   * @param reference makes a fresh object that behaves as is right
   */
  public <T> Comparison<T> compare(Supplier<? extends T> student, Supplier<? extends T> reference) {
    return new Comparison<>(
        recorder,
        seed,
        hurry,
        conclusion,
        (random, nothing) -> Drawn.constant("nothing"),
        argument -> student.get(),
        argument -> reference.get());
  }

  /**
   * Compares objects that are made with a random argument, a new one for each instance.
   *
   * <pre>{@code
   * runs.compare(
   *     oneOf(Policy.values()), p -> student.make(DynamicArray.class, p), EngineArray::of)
   * }</pre>
   */
  @SuppressWarnings("unchecked") // The argument that is drawn is the one both functions take.
  public <T, A> Comparison<T> compare(
      Arbitrary<Object, A> argument,
      Function<? super A, ? extends T> student,
      Function<? super A, ? extends T> reference) {
    return new Comparison<>(
        recorder,
        seed,
        hurry,
        conclusion,
        (Arbitrary<Object, Object>) argument,
        given -> student.apply((A) given),
        given -> reference.apply((A) given));
  }

  /**
   * Chance for a check that draws by itself: the same numbers whenever the grading's seed is the
   * same.
   */
  public RandomGenerator random() {
    return new SplittableRandom(Seeds.mix(seed, "random"));
  }

  /** The seed of this check, mixed from the grading's seed and the check's name. */
  public long seed() {
    return seed;
  }
}
