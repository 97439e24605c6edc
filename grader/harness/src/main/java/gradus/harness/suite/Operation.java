package gradus.harness.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * A call that may come in a run.
 *
 * @param name what the suite calls it
 * @param arguments where its arguments come from
 * @param invoke makes it, on either side
 * @param weight how often it comes up beside the others
 */
record Operation<T>(
    String name,
    List<Arbitrary<T, Object>> arguments,
    BiFunction<T, List<Object>, Answer> invoke,
    int weight) {

  Operation {
    arguments = List.copyOf(arguments);
  }

  /** A call that does nothing: a step with it only makes its object. */
  static <T> Operation<T> nothing() {
    return new Operation<>("nothing", List.of(), (object, none) -> new Answer.Returned(), 0);
  }

  Operation<T> weighing(int newWeight) {
    return new Operation<>(name, arguments, invoke, newWeight);
  }

  /** Draws the arguments of one call. */
  List<Drawn<T, Object>> draw(RandomGenerator random, T reference) {
    List<Drawn<T, Object>> drawn = new ArrayList<>();
    for (Arbitrary<T, Object> argument : arguments) {
      drawn.add(argument.draw(random, reference));
    }
    return drawn;
  }
}
