package gradus.harness.suite;

import gradus.harness.remote.StudentException;
import gradus.harness.suite.Capture.Noted;
import gradus.harness.suite.LivePairs.Pair;
import gradus.harness.suite.Recorder.Plan;
import gradus.harness.suite.Sequence.Step;
import gradus.harness.suite.Specification.Observation;
import gradus.kit.PyError;
import gradus.wire.Ending;
import gradus.wire.Planned;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Searches a run for a failure with few exchanges: arguments depend on the reference alone, so the
 * calls and looks of many steps go to the student's side together, and their answers are held
 * against what the reference said before. A failure is then played again step by step.
 */
final class BatchSearch<T> {
  /** Bounds one exchange; a frame may hold ten times as many elements. */
  private static final int CALLS = 400;

  private static final int ELEMENTS = 20_000;

  private final Specification<T> specification;
  private final Recorder recorder;
  private final Run<T> run;
  private final LivePairs<T> live;
  private final List<Expected> pending = new ArrayList<>();
  private final Map<Observation<T>, Noted> looks = new HashMap<>();
  private int pendingElements;

  private BatchSearch(Specification<T> specification, Recorder recorder, Run<T> run) {
    this.specification = specification;
    this.recorder = recorder;
    this.run = run;
    this.live = new LivePairs<>(specification, run.references());
  }

  /** A call on its way, and how it should end. */
  private record Expected(int step, String what, Plan plan, boolean look, Answer answer) {}

  /** The suite does more in one step than one call, so that calls cannot be sent ahead. */
  private static final class NotPlannable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlannable() {
      super("no single call", null, false, false);
    }
  }

  /** Plays a run; empty if the two sides agreed to the end. */
  static <T> Optional<Failure> search(
      Specification<T> specification, Recorder recorder, Run<T> run) {
    try {
      return new BatchSearch<>(specification, recorder, run)
          .play()
          .map(
              late ->
                  late.orIfItFailsEarlier(
                      Replay.of(specification, recorder, run.sequence().first(late.step() + 1))));
    } catch (NotPlannable e) {
      return Replay.search(specification, recorder, run.sequence());
    }
  }

  private Optional<Failure> play() {
    recorder.restart();
    for (int i = 0; i < run.size(); i++) {
      Optional<Failure> failure = playStep(i);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return exchange();
  }

  private Optional<Failure> playStep(int index) {
    Step<T> step = run.step(index);
    if (!live.isMade(step.object())) {
      Optional<Failure> failure = exchange().or(() -> make(index, step.object()));
      if (failure.isPresent()) {
        return failure;
      }
    }
    live.pair(step.object()).ifPresent(pair -> plan(index, step, pair));
    boolean full = pending.size() >= CALLS || pendingElements >= ELEMENTS;
    return full ? exchange() : Optional.empty();
  }

  private Optional<Failure> make(int index, int object) {
    try {
      Seen seen = live.make(object);
      live.pair(object).ifPresent(pair -> planLooks(index, pair));
      return seen.differs() ? Optional.of(failure(index, seen)) : Optional.empty();
    } catch (StudentException e) {
      return Optional.of(failure(index, e));
    }
  }

  private void plan(int index, Step<T> step, Pair<T> pair) {
    List<Object> arguments = step.argumentsFor(pair.reference());
    Function<T, Answer> call = object -> step.operation().invoke().apply(object, arguments);
    Noted noted = recorder.noted(pair.student(), call).orElseThrow(NotPlannable::new);
    plan(index, "result of " + step.operation().name(), noted, false, call, pair);
    if (!specification.looksAfter(index, run.size())) {
      return;
    }
    planLooks(index, pair);
    if (Replay.looksAround(index, run.size())) {
      live.others(step.object()).forEach(other -> planLooks(index, other));
    }
  }

  private void planLooks(int index, Pair<T> pair) {
    for (Observation<T> observation : specification.observations()) {
      Noted noted = noted(observation, pair);
      plan(index, observation.name(), noted, true, observation::look, pair);
    }
  }

  /** Looking without arguments is the same call for every object. */
  private Noted noted(Observation<T> observation, Pair<T> pair) {
    Noted known = looks.get(observation);
    if (known != null) {
      return known;
    }
    Noted noted = recorder.noted(pair.student(), observation::look).orElseThrow(NotPlannable::new);
    if (noted.arguments().isEmpty()) {
      looks.put(observation, noted);
    }
    return noted;
  }

  private void plan(
      int index, String what, Noted noted, boolean look, Function<T, Answer> call, Pair<T> pair) {
    Answer answer = kept(Answer.of(() -> call.apply(pair.reference())));
    Plan plan = recorder.plan(pair.student(), noted);
    pending.add(new Expected(index, what, plan, look, answer));
    pendingElements += answer instanceof Answer.Value value ? sizeOf(value.value()) : 1;
  }

  /** Sends what is planned; the first answer that is not as expected. */
  private Optional<Failure> exchange() {
    List<Expected> sent = List.copyOf(pending);
    pending.clear();
    pendingElements = 0;
    List<Planned> calls = new ArrayList<>(sent.size());
    for (Expected call : sent) {
      if (!call.look()) {
        recorder.transcript().add(call.plan().invocation());
      }
      calls.add(call.plan().call());
    }
    List<Ending> endings = recorder.callAll(calls);
    for (int i = 0; i < sent.size(); i++) {
      Optional<Failure> failure = compared(sent.get(i), endings.get(i));
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> compared(Expected expected, Ending ending) {
    RuntimeException thrown = ending.thrown();
    if (thrown != null && !(thrown instanceof PyError)) {
      return Optional.of(failure(expected.step(), thrown));
    }
    Seen seen =
        new Seen(expected.what(), expected.answer(), answer(expected, ending.value(), thrown));
    return seen.differs() ? Optional.of(failure(expected.step(), seen)) : Optional.empty();
  }

  private static Answer answer(
      Expected expected, @Nullable Object value, @Nullable RuntimeException thrown) {
    if (thrown instanceof PyError error) {
      return Answer.Raised.of(error);
    }
    return expected.plan().returnsNothing() ? new Answer.Returned() : new Answer.Value(value);
  }

  private Failure failure(int step, Seen seen) {
    return Failure.wrongAnswer(
        step,
        seen.sentence(seen.what(), "is", recorder.transcript().calls()),
        recorder.transcript().with(List.of(seen.row()), "", ""));
  }

  private Failure failure(int step, RuntimeException thrown) {
    return new Failure(step, recorder.transcript().with(List.of(), "", ""), thrown);
  }

  /** The reference may go on with what it answered, so the answer is kept as it is now. */
  private static Answer kept(Answer answer) {
    return answer instanceof Answer.Value value
        ? new Answer.Value(Values.copy(value.value()))
        : answer;
  }

  private static int sizeOf(@Nullable Object value) {
    if (value instanceof Collection<?> collection) {
      return collection.stream().mapToInt(BatchSearch::sizeOf).sum() + 1;
    }
    return value != null && value.getClass().isArray() ? Array.getLength(value) : 1;
  }
}
