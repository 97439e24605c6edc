package gradus.harness.suite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The references of a run, each made when it is first asked for. */
final class References<T> {
  private final Function<Object, ? extends T> maker;
  private final List<Drawn<Object, Object>> arguments;
  private final Map<Integer, Made<T>> made = new HashMap<>();

  /**
   * References that are not made yet.
   *
   * @param arguments what each is made with, by its number
   */
  References(Specification<T> specification, List<Drawn<Object, Object>> arguments) {
    this.maker = specification.reference();
    this.arguments = arguments;
  }

  /**
   * How making an object ended.
   *
   * @param argument what it was to be made with
   * @param object empty if it cannot be made with that
   */
  record Made<T>(Object argument, Optional<T> object, Answer answer) {
    /** Makes an object, on either side. */
    static <T> Made<T> by(Function<Object, ? extends T> maker, Object argument) {
      AtomicReference<T> object = new AtomicReference<>();
      Answer answer =
          Answer.of(
              () -> {
                object.set(maker.apply(argument));
                return new Answer.Returned();
              });
      return new Made<>(argument, Optional.ofNullable(object.get()), answer);
    }
  }

  /** The reference under a number. */
  Made<T> of(int object) {
    return made.computeIfAbsent(
        object, number -> Made.by(maker, arguments.get(number).in(arguments)));
  }
}
