package gradus.harness.suite;

import gradus.harness.suite.Sequence.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Finds the shortest sequence that still fails in the same kind.
 *
 * <p>Takes calls out as delta debugging does (Zeller and Hildebrandt, 2002): large pieces first,
 * then single calls, then pairs, for a push and a pop can often only go together. Then arguments
 * are made simpler, which may let more calls go, until nothing helps. No chance is involved.
 */
final class Shrinker<T> {
  /** Pairs of calls are tried for runs up to this length: the number of pairs grows squarely. */
  private static final int SHORT = 24;

  private final Function<Sequence<T>, Optional<Failure>> replay;
  private final BooleanSupplier exhausted;
  private final Sequence<T> original;
  private Sequence<T> sequence;
  private Failure failure;

  /**
   * Prepares to shorten a run.
   *
   * @param replay plays a sequence on fresh objects
   * @param exhausted whether enough has been tried
   */
  Shrinker(
      Sequence<T> sequence,
      Failure failure,
      Function<Sequence<T>, Optional<Failure>> replay,
      BooleanSupplier exhausted) {
    this.original = sequence;
    this.sequence = sequence.first(failure.step() + 1);
    this.failure = failure;
    this.replay = replay;
    this.exhausted = exhausted;
  }

  /** The failure of the shortest sequence found. */
  Failure shortest() {
    boolean helped = true;
    while (helped && !exhausted.getAsBoolean()) {
      helped = dropObjects();
      helped |= mergeObjects();
      helped |= dropCalls();
      helped |= dropPairs();
      number();
      helped |= simplifyMade();
      helped |= simplifyArguments();
    }
    return failure;
  }

  /** Keeps a simpler sequence if it fails in the same kind. */
  private boolean improves(Sequence<T> simpler) {
    Optional<Failure> found = tried(simpler);
    found.ifPresent(
        shorter -> {
          sequence = simpler.first(shorter.step() + 1);
          failure = shorter;
        });
    return found.isPresent();
  }

  private boolean dropObjects() {
    return sequence.objects().stream().filter(o -> improves(sequence.withoutObject(o))).count() > 0;
  }

  private boolean mergeObjects() {
    List<Integer> objects = sequence.objects();
    return objects.stream()
            .skip(1)
            .filter(object -> improves(sequence.merging(object, objects.get(0))))
            .count()
        > 0;
  }

  private boolean dropCalls() {
    boolean helped = false;
    for (int length = Math.max(1, sequence.size() / 2); length > 0; length /= 2) {
      // From the back, so that what is taken out does not move what is still to be tried.
      for (int from = sequence.size() - length; from > -length; from -= length) {
        int start = Math.max(0, from);
        helped |= start < sequence.size() && improves(sequence.without(start, from + length));
      }
    }
    return helped;
  }

  private boolean dropPairs() {
    boolean helped = false;
    for (int second = sequence.size() - 1; second > 0 && sequence.size() <= SHORT; second--) {
      for (int first = second - 1; first >= 0 && second < sequence.size(); first--) {
        helped |= improves(sequence.without(second, second + 1).without(first, first + 1));
      }
    }
    return helped;
  }

  /** Numbers the values that only tell elements apart, if the run fails all the same. */
  private void number() {
    AtomicInteger ordinal = new AtomicInteger();
    Sequence<T> numbered = sequence.mapping(step -> numbered(step, ordinal));
    if (ordinal.get() > 0) {
      improves(numbered);
    }
  }

  /**
   * The shortest failure, or one call repeated where that takes fewer lines to print: nine times
   * the same call reads better than three different ones.
   */
  Failure plainest() {
    Failure plainest = shortest();
    Map<String, Step<T>> calls = new LinkedHashMap<>();
    original.steps().forEach(step -> calls.putIfAbsent(step.operation().name(), step));
    for (Step<T> call : calls.values()) {
      AtomicInteger ordinal = new AtomicInteger();
      Failure shortest = plainest;
      plainest =
          tried(original.mapping(step -> numbered(call, ordinal)))
              .filter(found -> lines(found) < lines(shortest))
              .orElse(shortest);
    }
    return plainest;
  }

  /** How a sequence fails, if it does so in the same kind and may still be tried. */
  private Optional<Failure> tried(Sequence<T> candidate) {
    return exhausted.getAsBoolean() || candidate.size() == 0
        ? Optional.empty()
        : replay.apply(candidate).filter(failure::sameKindAs);
  }

  private static int lines(Failure failure) {
    return failure.counterexample().calls().size();
  }

  private static <T> Step<T> numbered(Step<T> step, AtomicInteger ordinal) {
    return new Step<>(
        step.object(),
        step.operation(),
        step.arguments().stream()
            .map(argument -> argument.numbered(ordinal::getAndIncrement).orElse(argument))
            .toList());
  }

  private boolean simplifyMade() {
    boolean helped = false;
    for (int object : sequence.objects()) {
      while (sequence.made().get(object).simpler().stream()
          .anyMatch(drawn -> improves(sequence.making(object, drawn)))) {
        helped = true;
      }
    }
    return helped;
  }

  private boolean simplifyArguments() {
    boolean helped = false;
    for (int i = 0; i < sequence.size(); i++) {
      for (int j = 0; i < sequence.size() && j < sequence.steps().get(i).arguments().size(); j++) {
        helped |= simplifyArgument(i, j);
      }
    }
    return helped;
  }

  private boolean simplifyArgument(int index, int position) {
    boolean helped = false;
    // A simpler argument may make the run fail before the step, which is then gone.
    while (index < sequence.size()
        && improvesArgument(sequence.steps().get(index), index, position)) {
      helped = true;
    }
    return helped;
  }

  private boolean improvesArgument(Step<T> step, int index, int position) {
    return step.arguments().get(position).simpler().stream()
        .anyMatch(drawn -> improves(sequence.with(index, step.with(position, drawn))));
  }
}
