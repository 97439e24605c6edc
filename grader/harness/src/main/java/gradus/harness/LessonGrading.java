package gradus.harness;

import gradus.harness.compile.Compilation;
import gradus.harness.compile.ForbiddenApis;
import gradus.harness.lesson.Lesson;
import gradus.harness.result.LessonResult;
import gradus.harness.runner.Judge;
import gradus.harness.runner.LessonJob;
import gradus.harness.runner.LessonRunner;
import gradus.harness.runner.Limits;
import gradus.harness.runner.Obstacles;
import gradus.harness.runner.SourceLines;
import gradus.harness.runner.SuitePlan;
import gradus.harness.runner.Verdict;
import gradus.harness.runner.Worker;
import gradus.harness.runner.WorkerPool;
import gradus.harness.sandbox.SandboxFault;
import gradus.harness.submission.SubmittedLesson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Grades one lesson of a submission: compile, look for obstacles, run the suite. */
final class LessonGrading {
  private final Workshop workshop;
  private final SuitePlan plan;
  private final SubmittedLesson sources;
  private final GradeOptions options;
  private final long seed;
  private final Consumer<String> notes;

  LessonGrading(
      Workshop workshop,
      SuitePlan plan,
      SubmittedLesson sources,
      GradeOptions options,
      long seed,
      Consumer<String> notes) {
    this.workshop = workshop;
    this.plan = plan;
    this.sources = sources;
    this.options = options;
    this.seed = seed;
    this.notes = notes;
  }

  LessonResult grade(Limits limits) {
    Lesson lesson = plan.lesson();
    options.progress().doing("compiling " + lesson.id());
    try (WorkerPool.Reservation workers = reserved(workshop.workers(lesson))) {
      Compilation compilation = workshop.compile(sources, lesson.studentPackage());
      options.progress().doing("grading " + lesson.id());
      Map<String, Verdict> obstacles = obstacles(compilation);
      Worker.Factory holding = workers.holding(compilation.classes());
      LessonRunner runner = runner(obstacles, holding, limits);
      workshop.together(workers.count(), runner::work);
      return runner.result();
    }
  }

  /** One, where it is told what was printed: of two, that would come in no order. */
  private WorkerPool.Reservation reserved(WorkerPool pool) {
    return options.shareOutput() ? pool.reserveOne() : pool.reserve();
  }

  private LessonRunner runner(Map<String, Verdict> blocked, Worker.Factory workers, Limits limits) {
    Judge judge = new Judge(SourceLines.of(sources.sources()), options.shareOutput());
    LessonJob job = new LessonJob(plan, blocked, workers, judge, seed, limits, output());
    String lesson = plan.lesson().id();
    return new LessonRunner(
        job,
        (check, outcome) ->
            options.progress().checked(lesson, check.task(), check.name(), outcome));
  }

  private Optional<Consumer<String>> output() {
    String lesson = plan.lesson().id();
    return options.shareOutput()
        ? Optional.of(text -> notes.accept(lesson + " printed: " + text))
        : Optional.empty();
  }

  private Map<String, Verdict> obstacles(Compilation compilation) {
    try {
      var forbidden =
          new ForbiddenApis(plan.lesson().forbidden()).uses(compilation.classes().values());
      Obstacles obstacles = new Obstacles(plan.lesson(), sources, compilation, forbidden);
      obstacles.inHelpers().forEach(told -> notes.accept(plan.lesson().id() + ": " + told));
      return obstacles.byTask();
    } catch (IOException e) {
      throw new SandboxFault("cannot read the compiled classes: " + e.getMessage(), e);
    }
  }
}
