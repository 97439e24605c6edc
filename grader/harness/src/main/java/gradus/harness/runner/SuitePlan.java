package gradus.harness.runner;

import gradus.harness.compile.ClassFile;
import gradus.harness.lesson.Lesson;
import gradus.harness.suite.Check;
import gradus.harness.suite.Task;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The checks a suite is expected to run, read from its annotations and held against its lesson.
 *
 * @param lesson the lesson
 * @param checks the checks, in the order of the lesson's tasks and then of the suites' sources
 */
public record SuitePlan(Lesson lesson, List<ExpectedCheck> checks) {
  public SuitePlan {
    checks = List.copyOf(checks);
  }

  /**
   * Reads the plan of a lesson.
   *
   * @param suites the classes that hold its checks
   * @throws SuiteException if the checks do not make up the lesson's tasks
   */
  public static SuitePlan of(Lesson lesson, List<Class<?>> suites) {
    List<ExpectedCheck> checks = new ArrayList<>();
    List<Method> methods = suites.stream().flatMap(suite -> inSourceOrder(suite).stream()).toList();
    for (Lesson.Task task : lesson.tasks()) {
      methods.stream()
          .filter(method -> taskOf(method).equals(task.id()))
          .forEach(method -> checks.add(expected(method)));
    }
    SuitePlan plan = new SuitePlan(lesson, checks);
    methods.forEach(method -> lesson.task(taskOf(method)));
    lesson.tasks().forEach(plan::requirePoints);
    plan.requireDistinctNames();
    return plan;
  }

  /** The name of the lesson a suite is for. */
  public static String lessonOf(Class<?> suite) {
    var lesson = suite.getAnnotation(gradus.harness.suite.Lesson.class);
    if (lesson == null) {
      throw new SuiteException(suite.getName() + " lacks @Lesson, which names its lesson.");
    }
    return lesson.value();
  }

  List<ExpectedCheck> checksOf(Lesson.Task task) {
    return checks.stream().filter(check -> check.task().equals(task.id())).toList();
  }

  private static ExpectedCheck expected(Method method) {
    Check check = method.getAnnotation(Check.class);
    return new ExpectedCheck(taskOf(method), check.value(), check.points(), method);
  }

  private static String taskOf(Method method) {
    Task task = method.getAnnotation(Task.class);
    if (task == null) {
      throw new SuiteException(method + " is a @Check without @Task, which names its task.");
    }
    return task.value();
  }

  private void requirePoints(Lesson.Task task) {
    int points = checksOf(task).stream().mapToInt(ExpectedCheck::points).sum();
    if (points != task.points()) {
      throw new SuiteException(
          "The checks of task %s in %s are worth %d points together; lesson.yaml says %d."
              .formatted(task.id(), lesson.id(), points, task.points()));
    }
  }

  private void requireDistinctNames() {
    Set<String> seen = new HashSet<>();
    for (ExpectedCheck check : checks) {
      if (!seen.add(check.task() + "\n" + check.name()) || check.points() <= 0) {
        throw new SuiteException(
            "The check \"%s\" of task %s needs a name of its own, and points."
                .formatted(check.name(), check.task()));
      }
    }
  }

  /** Reflection promises no order, a class file has that of the source. */
  private static List<Method> inSourceOrder(Class<?> suite) {
    List<String> order = methodNames(suite);
    return Arrays.stream(suite.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Check.class))
        .sorted(Comparator.comparing(method -> order.indexOf(method.getName())))
        .toList();
  }

  private static List<String> methodNames(Class<?> suite) {
    String file = suite.getName().replaceFirst(".*\\.", "") + ".class";
    try (InputStream in = suite.getResourceAsStream(file)) {
      return in == null ? List.of() : ClassFile.read(in.readAllBytes()).methods();
    } catch (IOException e) {
      throw new SuiteException("The class file of " + suite.getName() + " cannot be read: " + e);
    }
  }
}
