package gradus.harness.suite;

import gradus.harness.suite.Sequence.Step;
import gradus.kit.PyError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws the sequences of a comparison, on references alone.
 *
 * <p>A run goes through phases, each of which favours some calls and leaves others out: equal
 * chances for append and pop would keep every list short.
 */
final class Generator<T> {
  private static final int PHASES = 4;
  private static final int[] FAVOURS = {0, 1, 1, 3, 8};

  private final Specification<T> specification;
  private final int objects;
  private final RandomGenerator random;
  private final Map<Integer, Optional<T>> references = new HashMap<>();
  private final List<Drawn<Object, Object>> made = new ArrayList<>();
  private final List<Step<T>> steps = new ArrayList<>();

  private Generator(Specification<T> specification, int objects, long seed) {
    this.specification = specification;
    this.objects = objects;
    this.random = new SplittableRandom(seed);
  }

  /** Draws a sequence of calls on up to {@code objects} objects. */
  static <T> Sequence<T> draw(Specification<T> specification, int objects, int steps, long seed) {
    return new Generator<>(specification, objects, seed).draw(steps);
  }

  private Sequence<T> draw(int count) {
    for (int object = 0; object < objects; object++) {
      made.add(specification.argument().draw(random, made));
    }
    int[] weights = weights();
    for (int step = 0; step < count; step++) {
      if (step % Math.max(1, count / PHASES) == 0) {
        weights = weights();
      }
      drawStep(weights);
    }
    return new Sequence<>(made, steps);
  }

  private void drawStep(int[] weights) {
    int object = random.nextInt(objects);
    Operation<T> operation = specification.operations().get(pick(weights));
    referenceOf(object)
        .ifPresent(
            reference -> {
              Step<T> step = new Step<>(object, operation, operation.draw(random, reference));
              List<Object> arguments = step.argumentsFor(reference);
              steps.add(step);
              Answer.of(() -> operation.invoke().apply(reference, arguments));
            });
  }

  /** The reference under a number; empty if it cannot be made with its argument. */
  private Optional<T> referenceOf(int object) {
    return references.computeIfAbsent(
        object,
        number -> {
          try {
            return Optional.of(specification.reference().apply(made.get(number).in(made)));
          } catch (PyError notMade) {
            steps.add(new Step<>(object, Operation.nothing(), List.of()));
            return Optional.empty();
          }
        });
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
