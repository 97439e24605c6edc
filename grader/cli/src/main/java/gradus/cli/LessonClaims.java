package gradus.cli;

import gradus.harness.result.GradingResult;
import gradus.harness.result.Outcome;
import gradus.harness.result.TaskResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What must be true of a lesson before students may see it. */
final class LessonClaims {
  private static final int MUTANTS_A_TASK = 4;

  private final Course course;
  private final String lesson;
  private final Staging staging;

  LessonClaims(Course course, String lesson, Staging staging) {
    this.course = course;
    this.lesson = lesson;
    this.staging = staging;
  }

  /** Every claim, in the order a reader wants them. */
  List<Claim> all() throws IOException {
    Path solution = course.solutions().resolve(lesson);
    List<Mutant> mutants = Mutant.in(solution);
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim("stubs", gradings -> stubs(gradings, mutants)));
    claims.add(new Claim("model", gradings -> model(gradings, solution)));
    claims.add(
        new Claim("second", gradings -> perfect("second", grade(gradings, second(solution)))));
    mutants.forEach(mutant -> claims.add(caught(mutant)));
    claims.add(new Claim("kit", gradings -> new PublishedKit(course.exercises(), lesson).proof()));
    return claims;
  }

  /** The stubs earn nothing; and while at it, each task they show has its mutants. */
  private Proof stubs(Gradings gradings, List<Mutant> mutants) throws IOException {
    Path sources = Staging.sourcesOf(course.exercises(), lesson);
    GradingResult result = grade(gradings, staging.submission(lesson, sources));
    List<String> untested =
        tasks(result).stream()
            .map(TaskResult::task)
            .filter(task -> count(mutants, task) < MUTANTS_A_TASK)
            .toList();
    String complaint = "";
    if (result.score() != 0) {
      complaint = "the stubs already earn points";
    } else if (!untested.isEmpty()) {
      complaint = "fewer than " + MUTANTS_A_TASK + " mutants for " + String.join(", ", untested);
    }
    return new Proof("stubs", score(result), complaint, Optional.empty()).seenIn(result);
  }

  private static long count(List<Mutant> mutants, String task) {
    return mutants.stream().filter(mutant -> mutant.task().equals(task)).count();
  }

  /** The model; what it took tells how fast this machine is, so checks know how long to wait. */
  private Proof model(Gradings gradings, Path solution) throws IOException {
    Path sources = solution.resolve("src/main/java");
    GradingResult result = grade(gradings, staging.submission(lesson, sources));
    gradings.calibrate(result);
    return perfect("model", result);
  }

  private Path second(Path solution) throws IOException {
    return staging.submission(lesson, solution.resolve("second"));
  }

  private static Proof perfect(String subject, GradingResult result) {
    boolean perfect = result.score() == result.maxScore() && result.maxScore() > 0;
    String complaint = perfect ? "" : "a correct solution must earn every point";
    return new Proof(subject, score(result), complaint, Optional.empty()).seenIn(result);
  }

  private Claim caught(Mutant mutant) {
    return new Claim(
        mutant.name(),
        gradings -> {
          Path model = course.solutions().resolve(lesson).resolve("src/main/java");
          Path submission = staging.submission(lesson, model);
          String obstacle = mutant.applyTo(Staging.sourcesOf(submission, lesson));
          return obstacle.isEmpty()
              ? caught(mutant, grade(gradings, submission))
              : Proof.failing(mutant.name(), mutant.task(), obstacle);
        });
  }

  private static Proof caught(Mutant mutant, GradingResult result) {
    Optional<TaskResult> task =
        tasks(result).stream().filter(t -> t.task().equals(mutant.task())).findFirst();
    if (task.isEmpty()) {
      return Proof.failing(mutant.name(), "", "there is no task " + mutant.task());
    }
    TaskResult own = task.get();
    String came =
        "%s %d/%d %s".formatted(own.task(), own.points(), own.maxPoints(), own.outcome().words());
    String complaint = "";
    if (own.outcome() == Outcome.COMPILE_ERROR) {
      complaint = "it does not compile, so it proves nothing";
    } else if (own.points() == own.maxPoints()) {
      complaint = "no check of its task catches it";
    }
    return new Proof(mutant.name(), came, complaint, Optional.empty()).seenIn(result);
  }

  private GradingResult grade(Gradings gradings, Path submission) {
    return gradings.grade(
        new Gradings.Request(submission, List.of(lesson), OptionalLong.empty(), step -> {}));
  }

  private static List<TaskResult> tasks(GradingResult result) {
    return result.lessons().stream().flatMap(lesson -> lesson.tasks().stream()).toList();
  }

  private static String score(GradingResult result) {
    return result.score() + " / " + result.maxScore();
  }
}
