package gradus.harness.suite;

import java.util.List;
import java.util.function.Function;

/**
 * What a comparison compares.
 *
 * @param argument what both sides are made with
 * @param student makes the student's object
 * @param reference makes the object that behaves as is right
 * @param operations the calls that may come
 * @param observations what is looked at
 * @param lookEvery after how many steps they are looked at
 * @param picture draws an object; an empty text if it is not drawn
 */
record Specification<T>(
    Arbitrary<Object, Object> argument,
    Function<Object, ? extends T> student,
    Function<Object, ? extends T> reference,
    List<Operation<T>> operations,
    List<Observation<T>> observations,
    int lookEvery,
    Function<? super T, String> picture) {

  Specification {
    operations = List.copyOf(operations);
    observations = List.copyOf(observations);
  }

  /** Whether the observations are made after this step; after the last one they always are. */
  boolean looksAfter(int step, int steps) {
    return (step + 1) % lookEvery == 0 || step == steps - 1;
  }

  /** Something to look at. */
  record Observation<T>(String name, Function<? super T, ?> look) {
    /** What is seen of an object now. */
    Answer look(T object) {
      return new Answer.Value(look.apply(object));
    }

    /** What is seen of an object now, or the error that is. */
    Answer of(T object) {
      return Answer.of(() -> look(object));
    }
  }
}
