package gradus.harness.suite;

import gradus.harness.suite.Sequence.Step;
import gradus.harness.suite.Specification.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
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
  private static final int LEAST_SEEDS = 5;

  /** Bounds the shortening of a run: at 15 µs a call across the wire it takes half a second. */
  private static final int CALLS_TO_SHORTEN = 40_000;

  private final Recorder recorder;
  private final long seed;
  private final BooleanSupplier hurry;
  private final Consumer<Failure> conclusion;
  private final Arbitrary<Object, Object> argument;
  private final Function<Object, ? extends T> student;
  private final Function<Object, ? extends T> reference;
  private final List<Operation<T>> operations = new ArrayList<>();
  private final List<Observation<T>> observations = new ArrayList<>();
  private Function<? super T, String> picture = object -> "";
  private int instances = 2;
  private int seeds = LEAST_SEEDS;
  private int steps = 100;
  private int lookEvery = 1;

  Comparison(
      Recorder recorder,
      long seed,
      BooleanSupplier hurry,
      Consumer<Failure> conclusion,
      Arbitrary<Object, Object> argument,
      Function<Object, ? extends T> student,
      Function<Object, ? extends T> reference) {
    this.recorder = recorder;
    this.seed = seed;
    this.hurry = hurry;
    this.conclusion = conclusion;
    this.argument = argument;
    this.student = student;
    this.reference = reference;
  }

  /** Adds a call without arguments whose result is compared. */
  public Comparison<T> call(String name, Calls.Value0<? super T> call) {
    return add(name, List.of(), (object, arguments) -> value(call.of(object)));
  }

  /** Adds a call without arguments or result. */
  public Comparison<T> call(String name, Calls.Action0<? super T> call) {
    return add(name, List.of(), (object, arguments) -> returned(() -> call.on(object)));
  }

  /** Adds a call with one argument whose result is compared. */
  public <A> Comparison<T> call(
      String name, Arbitrary<? super T, A> argument, Calls.Value1<? super T, ? super A> call) {
    return add(name, List.of(argument), (object, given) -> value(call.of(object, at(given, 0))));
  }

  /** Adds a call with one argument and no result. */
  public <A> Comparison<T> call(
      String name, Arbitrary<? super T, A> argument, Calls.Action1<? super T, ? super A> call) {
    return add(
        name, List.of(argument), (object, given) -> returned(() -> call.on(object, at(given, 0))));
  }

  /** Adds a call with two arguments whose result is compared. */
  public <A, B> Comparison<T> call(
      String name,
      Arbitrary<? super T, A> first,
      Arbitrary<? super T, B> second,
      Calls.Value2<? super T, ? super A, ? super B> call) {
    return add(
        name,
        List.of(first, second),
        (object, given) -> value(call.of(object, at(given, 0), at(given, 1))));
  }

  /** Adds a call with two arguments and no result. */
  public <A, B> Comparison<T> call(
      String name,
      Arbitrary<? super T, A> first,
      Arbitrary<? super T, B> second,
      Calls.Action2<? super T, ? super A, ? super B> call) {
    return add(
        name,
        List.of(first, second),
        (object, given) -> returned(() -> call.on(object, at(given, 0), at(given, 1))));
  }

  /** Adds a call with three arguments whose result is compared. */
  public <A, B, C> Comparison<T> call(
      String name,
      Arbitrary<? super T, A> first,
      Arbitrary<? super T, B> second,
      Arbitrary<? super T, C> third,
      Calls.Value3<? super T, ? super A, ? super B, ? super C> call) {
    return add(
        name,
        List.of(first, second, third),
        (object, given) -> value(call.of(object, at(given, 0), at(given, 1), at(given, 2))));
  }

  /** Adds a call with three arguments and no result. */
  public <A, B, C> Comparison<T> call(
      String name,
      Arbitrary<? super T, A> first,
      Arbitrary<? super T, B> second,
      Arbitrary<? super T, C> third,
      Calls.Action3<? super T, ? super A, ? super B, ? super C> call) {
    return add(
        name,
        List.of(first, second, third),
        (object, given) ->
            returned(() -> call.on(object, at(given, 0), at(given, 1), at(given, 2))));
  }

  /**
   * Makes the call added last come up more often than the others.
   *
   * @param weight 1 for a call without a weight; 5 comes up five times as often
   */
  public Comparison<T> weight(int weight) {
    int newest = operations.size() - 1;
    operations.set(newest, operations.get(newest).weighing(weight));
    return this;
  }

  /** Adds something to look at after every step, on every live object. */
  public Comparison<T> observe(String name, Function<? super T, ?> observation) {
    observations.add(new Observation<>(name, observation));
    return this;
  }

  /**
   * Sets after how many steps the observations are made, and after the last; 1 by default. A run of
   * thousands of calls need not look at each of them.
   */
  public Comparison<T> lookEvery(int steps) {
    lookEvery = Math.max(1, steps);
    return this;
  }

  /** Sets how an object is drawn beside the first difference; may span lines. */
  public Comparison<T> draw(Function<? super T, String> picture) {
    this.picture = picture;
    return this;
  }

  /** Sets how many objects live at once, their calls interleaved; 2 by default. */
  public Comparison<T> instances(int instances) {
    this.instances = instances;
    return this;
  }

  /** Sets how many random runs are tried; 5 by default, which is also the least. */
  public Comparison<T> seeds(int seeds) {
    this.seeds = Math.max(LEAST_SEEDS, seeds);
    return this;
  }

  /** Sets how many calls a run has; 100 by default. */
  public Comparison<T> steps(int steps) {
    this.steps = steps;
    return this;
  }

  /**
   * Runs the comparison.
   *
   * @throws ComparisonFailure with the shortest failing run, at the first difference
   */
  public void run() {
    Specification<T> specification = specification();
    for (int run = 0; run < seeds; run++) {
      int objects = 1 + run % instances;
      long runSeed = Seeds.mix(seed, "run " + run);
      play(
          specification,
          new Generator<>(specification, objects, steps, runSeed),
          Shrinker::plainest);
    }
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
    List<Step<T>> scripted = new ArrayList<>();
    script.accept(new ScriptSteps<>(operations, scripted));
    Drawn<Object, Object> made = argument.draw(new SplittableRandom(seed), seed);
    Specification<T> specification = specification();
    Sequence<T> sequence = new Sequence<>(List.of(made), scripted);
    play(specification, Run.of(specification, sequence), Shrinker::shortest);
  }

  /** The calls of a directed case, by the names they were added under. */
  public interface Script {
    /**
     * Adds a call with these arguments, of exactly the types it was added with: {@code 7L} for a
     * {@code long}.
     */
    Script call(String name, Object... arguments);
  }

  private Specification<T> specification() {
    return new Specification<>(
        argument, student, reference, operations, observations, lookEvery, picture);
  }

  private void play(
      Specification<T> specification, Run<T> run, Function<Shrinker<T>, Failure> shorten) {
    Function<Sequence<T>, Optional<Failure>> replay =
        candidate -> Replay.of(specification, recorder, candidate);
    search(specification, run)
        .ifPresent(
            failure -> {
              Shrinker<T> shrinker = new Shrinker<>(run.sequence(), failure, replay, exhausted());
              Failure shortest = shorten.apply(shrinker);
              conclusion.accept(shortest);
              shortest.raise();
            });
  }

  private Optional<Failure> search(Specification<T> specification, Run<T> run) {
    return recorder.batches()
        ? BatchSearch.search(specification, recorder, run)
        : Replay.search(specification, recorder, run.sequence());
  }

  private BooleanSupplier exhausted() {
    long enough = recorder.calls() + CALLS_TO_SHORTEN;
    return () -> recorder.calls() > enough || hurry.getAsBoolean();
  }

  private Comparison<T> add(
      String name,
      List<? extends Arbitrary<? super T, ?>> arguments,
      BiFunction<T, List<Object>, Answer> invoke) {
    operations.add(new Operation<>(name, arbitraries(arguments), invoke, 1));
    return this;
  }

  /** An arbitrary only produces arguments, and takes any T: both type arguments may be widened. */
  @SuppressWarnings("unchecked")
  private static <T> List<Arbitrary<T, Object>> arbitraries(
      List<? extends Arbitrary<? super T, ?>> arguments) {
    return (List<Arbitrary<T, Object>>) (List<?>) arguments;
  }

  /** The arbitrary at this place of the same call drew the argument. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <A> A at(List<Object> arguments, int index) {
    return (A) arguments.get(index);
  }

  private static Answer value(Object value) {
    return new Answer.Value(value);
  }

  private static Answer returned(Runnable call) {
    call.run();
    return new Answer.Returned();
  }
}
