package gradus.harness.suite;

import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** What one running check holds: its student, its runs, and the story of its calls. */
public final class CheckSession {
  private final Recorder recorder;
  private final Runs runs;
  private @Nullable Failure conclusion;

  private CheckSession(Student student, long seed, BooleanSupplier hurry) {
    recorder = new Recorder(student, new Transcript());
    runs = new Runs(recorder, seed, hurry, failure -> conclusion = failure);
  }

  /**
   * Begins a check.
   *
   * @param student makes the student's objects
   * @param seed the check's seed
   */
  public static CheckSession over(Student student, long seed) {
    return over(student, seed, () -> false);
  }

  /**
   * Begins a check whose time is limited.
   *
   * @param hurry whether to be content with a failing run as it is, though it could be shortened
   */
  public static CheckSession over(Student student, long seed, BooleanSupplier hurry) {
    return new CheckSession(student, seed, hurry);
  }

  /** The student whose objects take part in the story. */
  public Student student() {
    return recorder;
  }

  public Runs runs() {
    return runs;
  }

  /**
   * The calls that led to a failure of this check; empty if none was made on a student's object.
   */
  public Optional<Counterexample> counterexample(Throwable failure) {
    if (conclusion != null && conclusion.thrown() == failure) {
      return Optional.of(conclusion.counterexample());
    }
    Transcript story = recorder.transcript();
    if (failure instanceof ComparisonFailure directed) {
      Counterexample alone = directed.counterexample();
      return Optional.of(story.isEmpty() ? alone : story.with(alone.difference(), "", ""));
    }
    return story.isEmpty() ? Optional.empty() : Optional.of(story.with(seen(failure), "", ""));
  }

  /** What AssertJ compared, where it tells. */
  private List<Difference> seen(Throwable failure) {
    if (failure instanceof AssertionFailedError error
        && error.isExpectedDefined()
        && error.isActualDefined()) {
      List<String> texts =
          Printer.cut(
              String.valueOf(error.getExpected().getValue()),
              String.valueOf(error.getActual().getValue()));
      String call = recorder.transcript().newestCall().toString();
      return List.of(new Difference(call, texts.get(0), texts.get(1)));
    }
    return List.of();
  }
}
