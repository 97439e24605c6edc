package gradus.harness.runner;

import gradus.harness.remote.StudentException;
import gradus.harness.remote.WorkerFailure;
import gradus.harness.result.Counterexample;
import gradus.harness.result.Outcome;
import gradus.harness.suite.CheckSession;
import gradus.kit.PyError;
import gradus.kit.Todo;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns what a check threw into its verdict.
 *
 * @param sources tells lines of the student's own sources from made-up ones
 * @param shareExceptions whether messages carry the text of a student's exceptions. It may repeat
 *     hidden inputs, so it is for instructors only
 */
public record Judge(SourceLines sources, boolean shareExceptions) {
  /**
   * The verdict of a check that ended.
   *
   * @param thrown what it threw; empty if it returned
   * @param condemned why its worker failed, which overrides whatever the suite made of that
   */
  Verdict verdict(
      Optional<Throwable> thrown, CheckSession session, Optional<WorkerFailure> condemned) {
    if (condemned.isPresent()) {
      return failed(condemned.get(), session);
    }
    return thrown
        .map(throwable -> thrown(throwable, session))
        .orElse(Verdict.of(Outcome.PASSED, ""));
  }

  private Verdict thrown(Throwable thrown, CheckSession session) {
    if (thrown instanceof WorkerFailure failure) {
      return failed(failure, session);
    }
    if (thrown instanceof StudentException exception) {
      return threw(exception, session);
    }
    if (thrown instanceof PyError error) {
      return wrong(error, "raises " + error.type() + ": " + error.getMessage(), session);
    }
    if (thrown instanceof AssertionError error) {
      return wrong(error, withoutFrames(String.valueOf(error.getMessage())), session);
    }
    return Verdict.infrastructure("The check itself failed: " + thrown.getClass().getSimpleName());
  }

  private static Verdict failed(WorkerFailure failure, CheckSession session) {
    String message = Words.line(String.valueOf(failure.getMessage()));
    return failure.outcome() == Outcome.INFRASTRUCTURE
        ? Verdict.infrastructure(message)
        : new Verdict(failure.outcome(), message, shown(session, failure));
  }

  private static Verdict wrong(Throwable error, String message, CheckSession session) {
    return new Verdict(Outcome.WRONG_ANSWER, Words.line(message), shown(session, error));
  }

  private Verdict threw(StudentException exception, CheckSession session) {
    Optional<Counterexample> story = shown(session, exception);
    if (exception.className().equals(Todo.class.getName())) {
      return Verdict.of(
          Outcome.NOT_IMPLEMENTED, lastCall(story).orElse("The stub") + " is not implemented yet");
    }
    Outcome outcome =
        exception.className().equals(OutOfMemoryError.class.getName())
            ? Outcome.OUT_OF_MEMORY
            : Outcome.EXCEPTION;
    return new Verdict(outcome, words(exception, story), story);
  }

  private String words(StudentException exception, Optional<Counterexample> story) {
    String place = sources.firstOf(exception.frames()).map(line -> " at " + line).orElse("");
    String call = lastCall(story).map(last -> " from " + last).orElse("");
    String calls =
        story
            .filter(told -> told.callCount() > 1)
            .map(told -> ", after " + told.callCount() + " calls")
            .orElse("");
    String text = shareExceptions ? ": " + exception.getMessage() : "";
    return Words.line(Words.className(exception.className()) + place + call + calls + text);
  }

  private static Optional<String> lastCall(Optional<Counterexample> story) {
    return story
        .filter(told -> !told.calls().isEmpty())
        .map(told -> told.calls().get(told.calls().size() - 1))
        // Of folded calls the last one failed.
        .map(call -> call.replaceFirst(".* … ", "").replaceFirst(" \\(\\d+ calls\\)$", ""));
  }

  private static Optional<Counterexample> shown(CheckSession session, Throwable failure) {
    return session.counterexample(failure).map(Words::shown);
  }

  /** An assertion's own words; AssertJ may add a stack trace, which would show the suite. */
  private static String withoutFrames(String message) {
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("at ") && !line.startsWith("..."))
        .collect(Collectors.joining(" "));
  }
}
