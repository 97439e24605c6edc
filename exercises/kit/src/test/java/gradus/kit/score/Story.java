package gradus.kit.score;

import gradus.kit.Todo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a student why a check failed, without a line of any framework. */
final class Story {
  private static final int MOST_FRAMES = 8;

  private final Path sources;

  /**
   * Tells stories of one lesson.
   *
   * @param lesson the lesson's folder, by which the student's own code is known
   */
  Story(Path lesson) {
    sources = lesson.resolve("src/main/java");
  }

  /** Whether the check only met a stub, wherever in the chain of causes. */
  static boolean isStub(Throwable failure) {
    return causes(failure).anyMatch(Todo.class::isInstance);
  }

  /** The story in lines: the message, then the student's own lines that led there. */
  String of(Throwable failure) {
    return String.join("\n", Stream.concat(words(failure), frames(failure)).toList());
  }

  /** An assertion's or a time limit's message says it all; of anything else the type matters. */
  private static Stream<String> words(Throwable failure) {
    if (causes(failure).anyMatch(cause -> ExitGuard.isExit(cause.getStackTrace()))) {
      return Stream.of("ends the whole program: System.exit is no way to answer a call");
    }
    String message = failure.getMessage() == null ? "" : failure.getMessage().strip();
    if (!(failure instanceof AssertionError || failure instanceof TimeoutException)) {
      String type = failure.getClass().getSimpleName();
      message = message.isEmpty() ? type : type + ": " + message;
    }
    return message.lines();
  }

  private Stream<String> frames(Throwable failure) {
    List<StackTraceElement> frames =
        causes(failure).flatMap(cause -> Arrays.stream(cause.getStackTrace())).distinct().toList();
    Stream<String> code =
        frames.stream()
            .filter(this::isStudents)
            .limit(MOST_FRAMES)
            .map(frame -> "at " + method(frame) + " (" + line(frame) + ")");
    Stream<String> test =
        frames.stream().filter(Story::isTest).limit(1).map(frame -> "checked in " + line(frame));
    return Stream.concat(code, test);
  }

  private boolean isStudents(StackTraceElement frame) {
    String type = frame.getClassName();
    String folder = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
    return Files.exists(sources.resolve(folder + frame.getFileName()));
  }

  private static boolean isTest(StackTraceElement frame) {
    return frame.getClassName().startsWith("lessons.")
        && String.valueOf(frame.getFileName()).endsWith("Tests.java");
  }

  private static String method(StackTraceElement frame) {
    String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
    return type + "." + frame.getMethodName();
  }

  private static String line(StackTraceElement frame) {
    return frame.getFileName() + ":" + frame.getLineNumber();
  }

  /** The failure and its causes; a chain that loops ends somewhere too. */
  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
