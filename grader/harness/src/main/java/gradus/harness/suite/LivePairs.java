package gradus.harness.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The objects of a run, each made on both sides when it is first called. */
final class LivePairs<T> {
  private final Specification<T> specification;
  private final Sequence<T> sequence;
  private final Map<Integer, Optional<Pair<T>>> pairs = new LinkedHashMap<>();

  LivePairs(Specification<T> specification, Sequence<T> sequence) {
    this.specification = specification;
    this.sequence = sequence;
  }

  /** The two objects that should behave alike. */
  record Pair<T>(T student, T reference) {}

  boolean isMade(int object) {
    return pairs.containsKey(object);
  }

  /** The pair under a number; empty if both sides refused to make it, so that nothing is called. */
  Optional<Pair<T>> pair(int object) {
    return pairs.getOrDefault(object, Optional.empty());
  }

  /** Every pair but one. */
  List<Pair<T>> others(int object) {
    return pairs.entrySet().stream()
        .filter(pair -> pair.getKey() != object)
        .flatMap(pair -> pair.getValue().stream())
        .toList();
  }

  int count() {
    return pairs.size();
  }

  /** Makes both objects; how that ended on each side. */
  Seen make(int object) {
    Object argument = sequence.made().get(object).in(sequence);
    List<T> made = new ArrayList<>();
    Seen seen =
        new Seen(
            "new object",
            made(specification.reference(), argument, made),
            made(specification.student(), argument, made));
    if (!seen.differs()) {
      pairs.put(
          object,
          made.isEmpty() ? Optional.empty() : Optional.of(new Pair<>(made.get(1), made.get(0))));
    }
    return seen;
  }

  private static <T> Answer made(
      Function<Object, ? extends T> maker, Object argument, List<T> made) {
    return Answer.of(
        () -> {
          made.add(maker.apply(argument));
          return new Answer.Returned();
        });
  }
}
