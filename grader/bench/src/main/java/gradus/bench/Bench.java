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
  private static final int SLOW_ROUNDS = 7;
  private static final int QUICK_ROUNDS = 25;

  /** As many submissions as a large class hands in; by then the grader's own code is compiled. */
  private static final int WARM_UP = 100;

  /** How long a warm grader waits for the next submission; it gets its workers ready meanwhile. */
  private static final long IDLE_MILLIS = 1500;

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
        compare("grading, cold", () -> Shell.millis(home, cold), against, maven, 1 / 2.0);
        Median.of(WARM_UP, () -> millis(grader));
        double theirs =
            compare("grading, warm", () -> afterAWhile(grader), against, maven, 1 / 15.0);
        double inARow = Median.of(QUICK_ROUNDS, () -> millis(grader));
        rows.add(new Row("grading, warm, many in a row", inARow, against, theirs, "ms", 1 / 15.0));
      }
    }
  }

  /** Measures both in turn; returns Maven's median. */
  private double compare(
      String what, Median.Measurement ours, String against, MavenProject maven, double goal)
      throws Exception {
    double[] medians = Median.ofBoth(SLOW_ROUNDS, ours, maven::coldTest);
    rows.add(new Row(what, medians[0], against, medians[1], "ms", goal));
    return medians[1];
  }

  /** Rests before and after, so that the grader's preparations are at neither's cost. */
  private double afterAWhile(Grader grader) throws InterruptedException {
    Thread.sleep(IDLE_MILLIS);
    double millis = millis(grader);
    Thread.sleep(IDLE_MILLIS);
    return millis;
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
