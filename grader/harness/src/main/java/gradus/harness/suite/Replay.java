package gradus.harness.suite;

import gradus.harness.remote.StudentException;
import gradus.harness.suite.Sequence.Step;
import gradus.harness.suite.Specification.Observation;
import gradus.kit.PyError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Plays a sequence on fresh objects of both sides, and compares after every step: the call's
 * answer, what is seen of its object, and, so that no object changes another, what is seen of the
 * others.
 */
final class Replay<T> {
  /** While a failure is only searched for, the other objects are looked at now and then. */
  private static final int NOW_AND_THEN = 8;

  private final Specification<T> specification;
  private final Recorder recorder;
  private final Sequence<T> sequence;
  private final boolean thorough;
  private final Map<Integer, Optional<Pair<T>>> live = new LinkedHashMap<>();

  private Replay(
      Specification<T> specification, Recorder recorder, Sequence<T> sequence, boolean thorough) {
    this.specification = specification;
    this.recorder = recorder;
    this.sequence = sequence;
    this.thorough = thorough;
  }

  /** The two objects that should behave alike. */
  private record Pair<T>(T student, T reference) {}

  /** Plays a sequence; empty if the two sides agreed to the end. */
  static <T> Optional<Failure> of(
      Specification<T> specification, Recorder recorder, Sequence<T> sequence) {
    return new Replay<>(specification, recorder, sequence, true).play();
  }

  /** Plays a sequence faster: a failure may be found some steps after it could have been. */
  static <T> Optional<Failure> search(
      Specification<T> specification, Recorder recorder, Sequence<T> sequence) {
    return new Replay<>(specification, recorder, sequence, false)
        .play()
        .map(late -> of(specification, recorder, sequence.first(late.step() + 1)).orElse(late));
  }

  private Optional<Failure> play() {
    recorder.restart();
    for (int i = 0; i < sequence.size(); i++) {
      Optional<Failure> failure = playStep(i);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> playStep(int index) {
    Step<T> step = sequence.steps().get(index);
    try {
      Optional<Failure> whenMade =
          live.containsKey(step.object()) ? Optional.empty() : make(index, step.object());
      return whenMade.isPresent()
          ? whenMade
          : live.getOrDefault(step.object(), Optional.empty())
              .flatMap(pair -> call(index, step, pair));
    } catch (StudentException e) {
      return Optional.of(new Failure(index, recorder.transcript().with(List.of(), "", ""), e));
    }
  }

  /** Makes both objects. If both sides refuse alike, the object's calls are left out. */
  private Optional<Failure> make(int index, int object) {
    Object argument = sequence.made().get(object).in(sequence);
    List<T> made = new ArrayList<>();
    Seen seen =
        new Seen(
            "new object",
            made(specification.reference(), argument, made),
            made(specification.student(), argument, made));
    if (seen.differs()) {
      return Optional.of(failedCall(index, seen, Optional.empty()));
    }
    Optional<Pair<T>> pair =
        made.isEmpty() ? Optional.empty() : Optional.of(new Pair<>(made.get(1), made.get(0)));
    live.put(object, pair);
    return pair.flatMap(objects -> lookAt(index, objects));
  }

  private static <T> Answer made(
      Function<Object, ? extends T> maker, Object argument, List<T> made) {
    return Answer.of(
        () -> {
          made.add(maker.apply(argument));
          return new Answer.Returned();
        });
  }

  private Optional<Failure> call(int index, Step<T> step, Pair<T> pair) {
    List<Object> arguments = step.argumentsFor(pair.reference());
    var invoke = step.operation().invoke();
    Seen seen =
        new Seen(
            "result of " + step.operation().name(),
            Answer.of(() -> invoke.apply(pair.reference(), arguments)),
            Answer.of(() -> invoke.apply(pair.student(), arguments)));
    return seen.differs()
        ? Optional.of(failedCall(index, seen, Optional.of(pair)))
        : lookAtAll(index, step.object(), pair);
  }

  /** Looks at the object that was called, then at the others, which should not have changed. */
  private Optional<Failure> lookAtAll(int index, int object, Pair<T> called) {
    Optional<Failure> own = lookAt(index, called);
    boolean lookAround = thorough || index % NOW_AND_THEN == 0 || index == sequence.size() - 1;
    return own.isPresent() || !lookAround ? own : lookAtOthers(index, object);
  }

  private Optional<Failure> lookAtOthers(int index, int object) {
    return live.entrySet().stream()
        .filter(other -> other.getKey() != object)
        .flatMap(other -> other.getValue().stream())
        .flatMap(pair -> lookAt(index, pair).stream())
        .findFirst();
  }

  private Optional<Failure> lookAt(int index, Pair<T> pair) {
    return specification.observations().stream()
        .map(observation -> look(observation, pair))
        .filter(Seen::differs)
        .findFirst()
        .map(seen -> failure(index, seen.sentence(seen.what(), "is", calls()), rows(pair), pair));
  }

  private Failure failedCall(int index, Seen seen, Optional<Pair<T>> pair) {
    Transcript transcript = recorder.transcript();
    String call = transcript.isEmpty() ? seen.what() : transcript.newestCall().toString();
    String message = seen.sentence(call, "answers", calls());
    List<Seen> rows = new ArrayList<>(List.of(seen));
    pair.map(this::rows).ifPresent(rows::addAll);
    return pair.map(objects -> failure(index, message, rows, objects))
        .orElseGet(() -> failure(index, message, rows, "", ""));
  }

  private Failure failure(int index, String message, List<Seen> rows, Pair<T> pair) {
    return failure(index, message, rows, picture(pair.reference()), picture(pair.student()));
  }

  private Failure failure(
      int index, String message, List<Seen> rows, String expectedPicture, String actualPicture) {
    return Failure.wrongAnswer(
        index,
        message,
        recorder
            .transcript()
            .with(rows.stream().map(Seen::row).toList(), expectedPicture, actualPicture));
  }

  private Seen look(Observation<T> observation, Pair<T> pair) {
    return recorder.unrecorded(
        () ->
            new Seen(
                nameOf(pair) + observation.name(),
                observation.of(pair.reference()),
                observation.of(pair.student())));
  }

  /** All that can be seen of an object; what throws is left out, for the difference is known. */
  private List<Seen> rows(Pair<T> pair) {
    return specification.observations().stream()
        .flatMap(observation -> ifItAnswers(() -> look(observation, pair)).stream())
        .toList();
  }

  private String picture(T object) {
    return recorder.unrecorded(
        () -> ifItAnswers(() -> specification.picture().apply(object)).orElse(""));
  }

  private static <R> Optional<R> ifItAnswers(Supplier<R> look) {
    try {
      return Optional.of(look.get());
    } catch (StudentException | PyError e) {
      return Optional.empty();
    }
  }

  /** With several objects alive a row says whose it is. */
  private String nameOf(Pair<T> pair) {
    boolean alone = live.size() < 2 || !Recorder.isRecorded(pair.student());
    return alone ? "" : pair.student() + ".";
  }

  private int calls() {
    return recorder.transcript().calls();
  }
}
