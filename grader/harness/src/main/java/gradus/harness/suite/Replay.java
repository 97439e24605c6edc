package gradus.harness.suite;

import gradus.harness.remote.StudentException;
import gradus.harness.suite.LivePairs.Pair;
import gradus.harness.suite.Sequence.Step;
import gradus.harness.suite.Specification.Observation;
import gradus.kit.PyError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final LivePairs<T> live;

  private Replay(
      Specification<T> specification, Recorder recorder, Sequence<T> sequence, boolean thorough) {
    this.specification = specification;
    this.recorder = recorder;
    this.sequence = sequence;
    this.thorough = thorough;
    this.live = new LivePairs<>(specification, new References<>(specification, sequence.made()));
  }

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
          live.isMade(step.object()) ? Optional.empty() : make(index, step.object());
      return whenMade.isPresent()
          ? whenMade
          : live.pair(step.object()).flatMap(pair -> call(index, step, pair));
    } catch (StudentException e) {
      return Optional.of(new Failure(index, recorder.transcript().with(List.of(), "", ""), e));
    }
  }

  private Optional<Failure> make(int index, int object) {
    Seen seen = live.make(object);
    return seen.differs()
        ? Optional.of(failedCall(index, seen, Optional.empty()))
        : live.pair(object).flatMap(pair -> lookAt(index, pair));
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
    if (!specification.looksAfter(index, sequence.size())) {
      return Optional.empty();
    }
    Optional<Failure> own = lookAt(index, called);
    return own.isPresent() || !(thorough || looksAround(index, sequence.size()))
        ? own
        : live.others(object).stream().flatMap(pair -> lookAt(index, pair).stream()).findFirst();
  }

  /** Whether a search looks at all objects after this step. */
  static boolean looksAround(int index, int steps) {
    return index % NOW_AND_THEN == 0 || index == steps - 1;
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
    boolean alone = live.count() < 2 || !Recorder.isRecorded(pair.student());
    return alone ? "" : pair.student() + ".";
  }

  private int calls() {
    return recorder.transcript().calls();
  }
}
