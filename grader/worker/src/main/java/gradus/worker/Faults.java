package gradus.worker;

import gradus.wire.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Exceptions as text. Whatever a student's exception class overrides may throw, lie or be huge; if
 * it never returns, the grader's watchdog ends it.
 */
final class Faults {
  private static final List<String> NOT_THE_STUDENTS = List.of("java.", "jdk.", "sun.", "gradus.");

  private final PyErrors pyErrors;

  Faults(PyErrors pyErrors) {
    this.pyErrors = pyErrors;
  }

  Fault of(Throwable thrown) {
    Throwable told = toldInstead(thrown);
    return new Fault(
        told.getClass().getName(),
        orElse("", told::getMessage),
        orElse("", () -> pyErrors.typeOf(told)),
        orElse(List.of(), () -> frames(told.getStackTrace())));
  }

  /** A static initialiser's failure is wrapped by the JVM; the student knows what is inside. */
  private static Throwable toldInstead(Throwable thrown) {
    Throwable cause = thrown instanceof ExceptionInInitializerError e ? e.getException() : thrown;
    return cause == null ? thrown : cause;
  }

  private static List<String> frames(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .filter(frame -> NOT_THE_STUDENTS.stream().noneMatch(frame.getClassName()::startsWith))
        .limit(Fault.MAX_FRAMES)
        .map(StackTraceElement::toString)
        .toList();
  }

  private static <T> T orElse(T otherwise, Callable<T> source) {
    try {
      return Stream.ofNullable(source.call()).findFirst().orElse(otherwise);
    } catch (Throwable hostile) {
      return otherwise;
    }
  }
}
