package gradus.cli;

import gradus.harness.GradeOptions;
import gradus.harness.Grader;
import gradus.harness.lesson.LessonException;
import gradus.harness.result.GradingResult;
import gradus.harness.result.Outcome;
import gradus.harness.sandbox.SandboxFault;
import gradus.harness.submission.SubmissionException;
import gradus.harness.suite.Lesson;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.platform.commons.support.ReflectionSupport;

/** Gradings by the harness, against every suite on the class path. */
final class HarnessGradings implements Gradings {
  private static final String SUITES = "gradus.suites";

  private final Grader grader;

  private HarnessGradings(Grader grader) {
    this.grader = grader;
  }

  /**
   * Gets the harness ready.
   *
   * @throws Refusal if a lesson is wrong, or the machine has no sandbox that will do
   */
  static Gradings open(Setup setup) {
    try {
      return new HarnessGradings(
          Grader.builder()
              .exercises(setup.course().exercises())
              .suites(HarnessGradings::suites)
              .sandbox(setup.sandbox())
              .warn(setup.warn())
              .progress(setup.progress())
              .build());
    } catch (LessonException e) {
      throw Refusal.ofInput(String.valueOf(e.getMessage()));
    } catch (SandboxFault e) {
      throw Refusal.ofMachine(String.valueOf(e.getMessage()));
    }
  }

  /** Found by what marks them, so that a new lesson needs no line of code here. */
  private static List<Class<?>> suites() {
    return ReflectionSupport.findAllClassesInPackage(
            SUITES, type -> type.isAnnotationPresent(Lesson.class), name -> true)
        .stream()
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  @Override
  public GradingResult grade(Request request) {
    try {
      return grader.grade(request.submission(), options(request));
    } catch (SubmissionException e) {
      throw Refusal.ofInput(String.valueOf(e.getMessage()));
    } catch (SandboxFault e) {
      throw Refusal.ofMachine(String.valueOf(e.getMessage()));
    }
  }

  private static GradeOptions options(Request request) {
    GradeOptions options =
        GradeOptions.DEFAULT
            .withLessons(request.lessons())
            .withProgress(new Teller(request.progress()));
    return request.seed().isPresent() ? options.withSeed(request.seed().getAsLong()) : options;
  }

  @Override
  public void calibrate(GradingResult model) throws IOException {
    grader.calibrate(model);
  }

  @Override
  public void close() {
    grader.close();
  }

  /** Puts the harness's progress in words. */
  private record Teller(Consumer<String> listener) implements gradus.harness.Progress {
    @Override
    public void doing(String what) {
      listener.accept(what);
    }

    @Override
    public void checked(String lesson, String task, String check, Outcome outcome) {
      listener.accept("grading " + lesson + ", " + task);
    }
  }
}
