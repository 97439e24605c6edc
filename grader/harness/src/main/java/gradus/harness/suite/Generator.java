package gradus.harness.suite;

import gradus.harness.suite.Sequence.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws the steps of a run one by one, each for its reference as it then is.
 *
 * <p>A run goes through phases, each of which favours some calls and leaves others out: equal
 * chances for append and pop would keep every list short.
 */
final class Generator<T> implements Run<T> {
  private static final int PHASES = 4;
  private static final int[] FAVOURS = {0, 1, 1, 3, 8};

  private final Specification<T> specification;
  private final int objects;
  private final int size;
  private final long seed;
  private final RandomGenerator random;
  private final References<T> references;
  private final List<Drawn<Object, Object>> made = new ArrayList<>();
  private int[] weights;

  /** A run of {@code size} calls on up to {@code objects} objects. */
  Generator(Specification<T> specification, int objects, int size, long seed) {
    this.specification = specification;
    this.objects = objects;
    this.size = size;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.references = new References<>(specification, made);
    for (int object = 0; object < objects; object++) {
      made.add(specification.argument().draw(random, made));
    }
    weights = weights();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public References<T> references() {
    return references;
  }

  @Override
  public Step<T> step(int index) {
    if (index % Math.max(1, size / PHASES) == 0) {
      weights = weights();
    }
    return drawn();
  }

  /** Draws them anew, and plays them on references alone. */
  @Override
  public Sequence<T> sequence() {
    Generator<T> again = new Generator<>(specification, objects, size, seed);
    List<Step<T>> steps = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      Step<T> step = again.step(index);
      again.references.of(step.object()).object().ifPresent(step::playOn);
      steps.add(step);
    }
    return new Sequence<>(again.made, steps);
  }

  private Step<T> drawn() {
    int object = random.nextInt(objects);
    Operation<T> operation = specification.operations().get(pick(weights));
    return references
        .of(object)
        .object()
        .map(reference -> new Step<>(object, operation, operation.draw(random, reference)))
        .orElseGet(() -> new Step<>(object, Operation.nothing(), List.of()));
  }

  private int[] weights() {
    List<Operation<T>> operations = specification.operations();
    int[] weights = new int[operations.size()];
    int total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = operations.get(i).weight() * FAVOURS[random.nextInt(FAVOURS.length)];
      total += weights[i];
    }
    if (total == 0) {
      weights[random.nextInt(weights.length)] = 1;
    }
    return weights;
  }

  private int pick(int[] weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int ticket = random.nextInt(total);
    int picked = 0;
    while (ticket >= weights[picked]) {
      ticket -= weights[picked++];
    }
    return picked;
  }
}
