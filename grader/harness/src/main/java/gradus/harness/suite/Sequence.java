package gradus.harness.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The calls of one run, replayable on fresh objects.
 *
 * @param made what each object is made with, by its number
 * @param steps the calls in order; an object is made when it is first called
 */
record Sequence<T>(List<Drawn<Object, Object>> made, List<Step<T>> steps) {
  Sequence {
    made = List.copyOf(made);
    steps = List.copyOf(steps);
  }

  /** One call on one of the objects. */
  record Step<T>(int object, Operation<T> operation, List<Drawn<T, Object>> arguments) {
    Step {
      arguments = List.copyOf(arguments);
    }

    /** Makes the call; the arguments are those of the reference's state before it. */
    List<Object> argumentsFor(T reference) {
      List<Object> given = new ArrayList<>(arguments.size());
      for (Drawn<T, Object> argument : arguments) {
        given.add(argument.in(reference));
      }
      return given;
    }

    /** Makes the call on a reference; returns how it ended. */
    Answer playOn(T reference) {
      List<Object> given = argumentsFor(reference);
      return Answer.of(() -> operation.invoke().apply(reference, given));
    }

    Step<T> on(int other) {
      return new Step<>(other, operation, arguments);
    }

    Step<T> with(int index, Drawn<T, Object> argument) {
      return new Step<>(object, operation, Lists.with(arguments, index, argument));
    }
  }

  int size() {
    return steps.size();
  }

  /** The numbers of the objects that are called, in the order of their first call. */
  List<Integer> objects() {
    return steps.stream().map(Step::object).distinct().toList();
  }

  Sequence<T> first(int count) {
    return new Sequence<>(made, steps.subList(0, Math.min(count, size())));
  }

  /** Without the steps from {@code from} to {@code to}, the latter excluded. */
  Sequence<T> without(int from, int to) {
    List<Step<T>> rest = new ArrayList<>(steps.subList(0, from));
    rest.addAll(steps.subList(Math.min(to, size()), size()));
    return new Sequence<>(made, rest);
  }

  Sequence<T> withoutObject(int object) {
    return new Sequence<>(made, steps.stream().filter(step -> step.object() != object).toList());
  }

  /** With one object's calls made on another. */
  Sequence<T> merging(int object, int into) {
    return mapping(step -> step.object() == object ? step.on(into) : step);
  }

  Sequence<T> with(int index, Step<T> step) {
    return new Sequence<>(made, Lists.with(steps, index, step));
  }

  Sequence<T> making(int object, Drawn<Object, Object> argument) {
    return new Sequence<>(Lists.with(made, object, argument), steps);
  }

  Sequence<T> mapping(UnaryOperator<Step<T>> change) {
    return new Sequence<>(made, steps.stream().map(change).toList());
  }

  /** Changes of immutable lists. */
  private static final class Lists {
    static <E> List<E> with(List<E> list, int index, E element) {
      return IntStream.range(0, list.size())
          .mapToObj(i -> i == index ? element : list.get(i))
          .toList();
    }
  }
}
