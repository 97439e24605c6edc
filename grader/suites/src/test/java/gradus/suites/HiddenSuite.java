package gradus.suites;

import gradus.harness.suite.Check;
import gradus.harness.suite.CheckSession;
import gradus.harness.suite.Lesson;
import gradus.harness.suite.Runs;
import gradus.harness.suite.Student;
import gradus.harness.suite.Task;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The checks of a lesson's hidden suite, to be run on trusted sources in this JVM. */
record HiddenSuite(List<HiddenCheck> checks) {

  /** One check. */
  record HiddenCheck(Method method) {
    String task() {
      return method.getAnnotation(Task.class).value();
    }

    String property() {
      return method.getAnnotation(Check.class).value();
    }

    int points() {
      return method.getAnnotation(Check.class).points();
    }

    /** What the check fails with on a student's classes; empty if it passes. */
    Optional<Throwable> failure(Student student, long seed) {
      CheckSession session = CheckSession.over(student, seed);
      Object[] arguments =
          Arrays.stream(method.getParameterTypes())
              .map(type -> type == Runs.class ? session.runs() : session.student())
              .toArray();
      try {
        Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        method.setAccessible(true);
        method.invoke(constructor.newInstance(), arguments);
        return Optional.empty();
      } catch (InvocationTargetException e) {
        return Optional.of(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Every check of a lesson, from the classes beside it in {@code src/hidden}. */
  static HiddenSuite of(String lesson) {
    Path hidden = Tree.ROOT.resolve("exercises").resolve(lesson).resolve("src/hidden/java");
    return new HiddenSuite(
        Tree.sources(hidden).keySet().stream()
            .map(path -> path.replace(".java", "").replace('/', '.'))
            .map(HiddenSuite::load)
            .filter(type -> type.isAnnotationPresent(Lesson.class))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Check.class))
            .map(HiddenCheck::new)
            .toList());
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  List<HiddenCheck> ofTask(String task) {
    return checks.stream().filter(check -> check.task().equals(task)).toList();
  }
}
