package gradus.bench;

import gradus.harness.GradeOptions;
import gradus.harness.Grader;
import gradus.harness.result.GradingResult;
import gradus.harness.suite.Lesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;

/** Prints Gradus's speed as ratios to what one would use instead, with the goals beside them. */
public final class Bench {
  private static final String LESSON = "dynamic-arrays";
  private static final int SLOW_ROUNDS = 5;
  private static final int QUICK_ROUNDS = 25;
  private static final double MOST_MICROS_A_CALL = 25;
  private static final double MOST_MILLIS_TO_START = 150;

  private final Path home = Path.of(System.getProperty("gradus.home", "")).toAbsolutePath();
  private final Path solutions = home.resolve("solutions");
  private final List<Row> rows = new ArrayList<>();

  private Bench() {}

  /** Measures and prints; takes a few minutes. */
  public static void main(String[] arguments) throws Exception {
    Bench bench = new Bench();
    bench.gradings();
    bench.workers();
    System.out.println(Row.HEADING);
    bench.rows.forEach(System.out::println);
  }

  private void gradings() throws Exception {
    try (Grader grader = grader()) {
      int checks = checks(grade(grader));
      try (MavenProject maven = new MavenProject(home, LESSON, checks)) {
        String against = "mvn -q -o test, " + checks + " tests";
        List<String> cold =
            List.of(home + "/grader/gradus", "grade", solutions.toString(), "--lesson", LESSON);
        Shell.millis(home, cold);
        maven.coldTest();
        double[] medians =
            Median.ofBoth(SLOW_ROUNDS, () -> Shell.millis(home, cold), maven::coldTest);
        rows.add(new Row("grading, cold", medians[0], against, medians[1], "ms", 1 / 2.0));
        double warm = Median.of(QUICK_ROUNDS, () -> millis(grader));
        rows.add(new Row("grading, warm", warm, against, medians[1], "ms", 1 / 15.0));
      }
    }
  }

  private void workers() throws Exception {
    try (Workers workers = new Workers(home)) {
      double call = workers.call();
      rows.add(new Row("a call on the wire", call, "the goal", MOST_MICROS_A_CALL, "µs", 1));
      List<String> version = List.of(System.getProperty("java.home") + "/bin/java", "-version");
      double[] medians =
          Median.ofBoth(QUICK_ROUNDS, workers::start, () -> Shell.millis(home, version));
      double goal = Math.max(2, MOST_MILLIS_TO_START / medians[1]);
      rows.add(new Row("a worker's start", medians[0], "java -version", medians[1], "ms", goal));
    }
  }

  private Grader grader() {
    return Grader.builder()
        .exercises(home.resolve("exercises"))
        .suites(
            ReflectionSupport.findAllClassesInPackage(
                "gradus.suites", type -> type.isAnnotationPresent(Lesson.class), name -> true))
        .warn(System.err::println)
        .build();
  }

  private double millis(Grader grader) {
    long start = System.nanoTime();
    grade(grader);
    return (System.nanoTime() - start) / 1e6;
  }

  private GradingResult grade(Grader grader) {
    return grader.grade(solutions, GradeOptions.DEFAULT.withLessons(List.of(LESSON)));
  }

  private static int checks(GradingResult result) {
    return result.lessons().stream()
        .flatMap(lesson -> lesson.tasks().stream())
        .mapToInt(task -> task.checks().size())
        .sum();
  }
}
