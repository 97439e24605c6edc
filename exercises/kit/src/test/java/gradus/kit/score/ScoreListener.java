package gradus.kit.score;

import gradus.kit.score.VisibleCheck.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Keeps the score while the visible tests run, and leaves it in files for {@link ShowScore}, which
 * prints it after Surefire and JaCoCo have had their say.
 *
 * <p>Does nothing unless the build sets the system property {@code gradus.score}: in an IDE the
 * IDE's own view of the tests is the better one.
 */
public final class ScoreListener implements TestExecutionListener {
  /** The folder the score is left in. */
  static final String FOLDER = "gradus.score";

  /** The lesson's folder. */
  static final String LESSON = "gradus.lesson";

  /** The page to print. */
  static final String PAGE = "score.txt";

  /** One sentence that says why the build is red; empty when it is green. */
  static final String VERDICT = "verdict.txt";

  private final Optional<Path> folder;
  private final Path lesson;
  private final List<VisibleCheck> checks = new ArrayList<>();
  private TestPlan plan;

  /** The listener the service loader makes. */
  public ScoreListener() {
    this(
        Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of),
        Path.of(System.getProperty(LESSON, ".")));
  }

  ScoreListener(Optional<Path> folder, Path lesson) {
    this.folder = folder;
    this.lesson = lesson;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    plan = testPlan;
    folder.ifPresent(place -> ExitGuard.install(Thread.currentThread()));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    if (test.isTest()) {
      checks.add(new VisibleCheck(task(test), name(test), Status.SKIPPED, ""));
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Throwable failure = result.getThrowable().orElse(null);
    if (failure != null) {
      boolean stub = Story.isStub(failure);
      Status status = stub ? Status.NOT_WRITTEN : Status.FAILED;
      String story = stub ? "" : new Story(lesson).of(failure);
      checks.add(new VisibleCheck(task(test), name(test), status, story));
    } else if (test.isTest()) {
      checks.add(new VisibleCheck(task(test), name(test), Status.PASSED, ""));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    if (folder.isPresent()) {
      try {
        leave(folder.get());
      } catch (IOException e) {
        throw new UncheckedIOException("could not leave the score in " + folder.get(), e);
      }
    }
  }

  private void leave(Path place) throws IOException {
    Files.createDirectories(place);
    String page = new ScoreTable(LessonSheet.of(lesson), checks).text();
    Files.writeString(place.resolve(PAGE), page);
    Files.writeString(place.resolve(VERDICT), verdict());
  }

  private String verdict() {
    long failed = checks.stream().filter(check -> !check.passed()).count();
    if (checks.isEmpty()) {
      return "No visible check ran.";
    }
    return failed == 0
        ? ""
        : failed + " of " + checks.size() + " visible checks do not pass yet; see the table above.";
  }

  /** The task its class names; a nested class belongs to what its outer class says. */
  private String task(TestIdentifier test) {
    return test.getSource().flatMap(ScoreListener::testClass).map(ScoreListener::task).orElse("");
  }

  private static Optional<Class<?>> testClass(TestSource source) {
    if (source instanceof MethodSource method) {
      return Optional.of(method.getJavaClass());
    }
    return source instanceof ClassSource type ? Optional.of(type.getJavaClass()) : Optional.empty();
  }

  private static String task(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (at.isAnnotationPresent(Task.class)) {
        return at.getAnnotation(Task.class).value();
      }
    }
    return type.getSimpleName();
  }

  /** The names from below the outermost class down to the test, in words. */
  private String name(TestIdentifier test) {
    String words = inWords(shortName(test));
    return plan.getParent(test)
        .filter(parent -> isBelowOutermostClass(parent))
        .map(parent -> name(parent) + ", " + words)
        .orElse(words);
  }

  /** A method's name without its parameters' types, or what the test calls itself. */
  private static String shortName(TestIdentifier test) {
    String shown = test.getDisplayName();
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getMethodName())
        .filter(method -> shown.startsWith(method + "("))
        .orElse(shown);
  }

  /** Underscores become spaces, but not those of a constant, as in CPYTHON_36. */
  private static String inWords(String name) {
    return name.replaceAll("_(?![A-Z0-9])|(?<![A-Z])_", " ");
  }

  private boolean isBelowOutermostClass(TestIdentifier test) {
    return plan.getParent(test).flatMap(plan::getParent).isPresent();
  }
}
