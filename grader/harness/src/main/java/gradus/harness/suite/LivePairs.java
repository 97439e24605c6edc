package gradus.harness.suite;

import gradus.harness.suite.References.Made;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The objects of a run, each made on both sides when it is first called. */
final class LivePairs<T> {
  private final References<T> references;
  private final Function<Object, ? extends T> student;
  private final Map<Integer, Optional<Pair<T>>> pairs = new LinkedHashMap<>();

  LivePairs(Specification<T> specification, References<T> references) {
    this.references = references;
    this.student = specification.student();
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
    Made<T> right = references.of(object);
    Made<T> theirs = Made.by(student, right.argument());
    Seen seen = new Seen("new object", right.answer(), theirs.answer());
    if (!seen.differs()) {
      pairs.put(
          object,
          theirs.object().flatMap(made -> right.object().map(known -> new Pair<>(made, known))));
    }
    return seen;
  }
}
