package gradus.harness;

import gradus.harness.compile.Compiler;
import gradus.harness.lesson.Lesson;
import gradus.harness.lesson.Lessons;
import gradus.harness.result.CheckResult;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import gradus.harness.runner.ContractTypes;
import gradus.harness.runner.SuiteException;
import gradus.harness.runner.SuitePlan;
import gradus.harness.sandbox.RuntimeImages;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxMode;
import gradus.harness.sandbox.Sandboxes;
import gradus.harness.submission.Submission;
import gradus.harness.submission.SubmittedLesson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Grades submissions. Student code is compiled and run in processes of its own; this JVM never
 * loads a class of a submission.
 *
 * <pre>{@code
 * try (Grader grader =
 *     Grader.builder().exercises(Path.of("exercises")).suites(List.of(MySuite.class)).build()) {
 *   GradingResult result = grader.grade(Path.of("submission"), GradeOptions.DEFAULT);
 * }
 * }</pre>
 *
 * <p>A grader keeps processes warm between gradings, and may grade in several threads at once.
 */
public final class Grader implements AutoCloseable {
  private final Map<String, SuitePlan> plans;
  private final Workshop workshop;
  private final Calibration calibration;

  private Grader(Map<String, SuitePlan> plans, Workshop workshop, Calibration calibration) {
    this.plans = plans;
    this.workshop = workshop;
    this.calibration = calibration;
  }

  /** Prepares a grader. */
  public static Builder builder() {
    return new Builder();
  }

  /** The lessons this grader knows, by name. */
  public List<Lesson> lessons() {
    return plans.values().stream().map(SuitePlan::lesson).toList();
  }

  /**
   * Grades a submission.
   *
   * @param directory holds a folder for each lesson
   * @throws gradus.harness.submission.SubmissionException if there is nothing to grade
   * @throws gradus.harness.sandbox.SandboxFault if the machine does not let it be graded
   */
  public GradingResult grade(Path directory, GradeOptions options) {
    options.progress().doing("collecting sources");
    Submission submission = Submission.collect(directory, plans.keySet(), options.lessons());
    long seed = options.seed().orElseGet(() -> usualSeed(directory));
    List<String> notes = new ArrayList<>(submission.notes());
    List<LessonResult> lessons = new ArrayList<>();
    for (SubmittedLesson sources : submission.lessons()) {
      SuitePlan plan = planOf(sources.lesson());
      lessons.add(
          new LessonGrading(workshop, plan, sources, options, seed, notes::add)
              .grade(calibration.limitsOf(plan.lesson())));
    }
    lessons.forEach(lesson -> notes.addAll(ungraded(lesson)));
    return result(submission, seed, lessons, notes);
  }

  /**
   * Takes a grading of the model solution as the measure of this machine: from now on a check may
   * take ten times what it took there, where that is more than the lesson's limit.
   *
   * @throws IOException if the measure cannot be kept
   */
  public void calibrate(GradingResult model) throws IOException {
    calibration.learn(model);
  }

  /** The same seed whichever of the submission's lessons are graded. */
  private long usualSeed(Path directory) {
    return SourceSeed.of(Submission.collect(directory, plans.keySet()));
  }

  private SuitePlan planOf(String lesson) {
    SuitePlan plan = plans.get(lesson);
    if (plan == null) {
      throw new IllegalStateException("Only known lessons are collected, not " + lesson + ".");
    }
    return plan;
  }

  private GradingResult result(
      Submission submission, long seed, List<LessonResult> lessons, List<String> notes) {
    return new GradingResult(
        GradingResult.VERSION,
        String.valueOf(submission.directory().toAbsolutePath().normalize().getFileName()),
        seed,
        workshop.sandbox().name(),
        lessons.stream().mapToInt(LessonResult::score).sum(),
        lessons.stream().mapToInt(LessonResult::maxScore).sum(),
        lessons,
        notes);
  }

  private static List<String> ungraded(LessonResult lesson) {
    return lesson.tasks().stream()
        .filter(task -> task.outcome() == Outcome.INFRASTRUCTURE)
        .map(
            task ->
                "%s: %d of %d checks of %s could not be graded, a fault of the grader;"
                        .formatted(lesson.lesson(), faults(task), task.checks().size(), task.task())
                    + " their points are left out")
        .toList();
  }

  private static long faults(TaskResult task) {
    return task.checks().stream()
        .map(CheckResult::outcome)
        .filter(outcome -> outcome == Outcome.INFRASTRUCTURE)
        .count();
  }

  /** Ends the processes that were kept warm. */
  @Override
  public void close() {
    workshop.close();
  }

  /** Collects what a grader needs. */
  public static final class Builder {
    private Path exercises = Path.of("exercises");
    private Supplier<? extends Collection<? extends Class<?>>> suites = List::of;
    private SandboxMode mode = SandboxMode.AUTO;
    private Consumer<String> warn = warning -> {};
    private Consumer<String> progress = step -> {};

    private Builder() {}

    /** Sets the folder that holds a folder with a {@code lesson.yaml} for each lesson. */
    public Builder exercises(Path folder) {
      exercises = folder;
      return this;
    }

    /** Sets the hidden suites, any number for a lesson; lessons without one are not graded. */
    public Builder suites(Collection<? extends Class<?>> classes) {
      List<Class<?>> known = List.copyOf(classes);
      return suites(() -> known);
    }

    /** Sets who finds the hidden suites; asked while the compiler comes up. */
    public Builder suites(Supplier<? extends Collection<? extends Class<?>>> finder) {
      suites = finder;
      return this;
    }

    /** Sets where student code may run; {@code AUTO} by default. */
    public Builder sandbox(SandboxMode wanted) {
      mode = wanted;
      return this;
    }

    /** Sets who is told, in one line each, what a user should worry about. */
    public Builder warn(Consumer<String> listener) {
      warn = listener;
      return this;
    }

    /** Sets who is told of slow preparations that happen once on a machine. */
    public Builder progress(Consumer<String> listener) {
      progress = listener;
      return this;
    }

    /**
     * Makes the grader.
     *
     * @throws gradus.harness.lesson.LessonException if a {@code lesson.yaml} is wrong
     * @throws SuiteException if a suite does not fit its lesson
     * @throws gradus.harness.sandbox.SandboxFault if no sandbox or runtime can be had
     */
    public Grader build() {
      Sandbox sandbox = Sandboxes.choose(mode, warn);
      RuntimeImages images = RuntimeImages.inUserCache(progress);
      // It comes up and practises while suites are found and lessons read.
      Compiler compiler = new Compiler(sandbox, images);
      compiler.warmUp();
      try {
        Map<String, SuitePlan> plans = plans();
        Workshop workshop = new Workshop(sandbox, images, compiler, contractsOf(plans.values()));
        return new Grader(plans, workshop, Calibration.inUserCache());
      } catch (RuntimeException e) {
        compiler.close();
        throw e;
      }
    }

    private static List<Class<?>> contractsOf(Collection<SuitePlan> plans) {
      List<Class<?>> contracts = new ArrayList<>();
      plans.forEach(p -> contracts.addAll(ContractTypes.in(p.lesson().contractPackage())));
      return contracts;
    }

    private Map<String, SuitePlan> plans() {
      Map<String, Lesson> lessons =
          Lessons.load(exercises).stream().collect(Collectors.toMap(Lesson::id, it -> it));
      Map<String, List<Class<?>>> suitesByLesson = new TreeMap<>();
      for (Class<?> suite : suites.get()) {
        suitesByLesson
            .computeIfAbsent(SuitePlan.lessonOf(suite), id -> new ArrayList<>())
            .add(suite);
      }
      Map<String, SuitePlan> plans = new TreeMap<>();
      suitesByLesson.forEach((id, classes) -> plans.put(id, plan(lessons.get(id), classes)));
      return plans;
    }

    private static SuitePlan plan(@Nullable Lesson lesson, List<Class<?>> classes) {
      if (lesson == null) {
        throw new SuiteException(
            classes.get(0).getName() + " is for a lesson without a lesson.yaml.");
      }
      return SuitePlan.of(lesson, classes);
    }
  }
}
