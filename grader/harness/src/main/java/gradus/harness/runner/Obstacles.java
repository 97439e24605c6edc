package gradus.harness.runner;

import gradus.harness.compile.Compilation;
import gradus.harness.compile.Diagnostic;
import gradus.harness.compile.ForbiddenApis;
import gradus.harness.lesson.Lesson;
import gradus.harness.result.Outcome;
import gradus.harness.submission.SourceFile;
import gradus.harness.submission.SubmittedLesson;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps tasks from being run: files that are missing, do not compile or use forbidden APIs.
 */
public final class Obstacles {
  private static final int MOST_HELPERS = 5;

  private final Lesson lesson;
  private final Compilation compilation;
  private final List<ForbiddenApis.Use> forbidden;
  private final Set<String> submitted = new HashSet<>();

  /**
   * Prepares to look for obstacles.
   *
   * @param forbidden what the compiled classes use of what the lesson forbids
   */
  public Obstacles(
      Lesson lesson,
      SubmittedLesson sources,
      Compilation compilation,
      List<ForbiddenApis.Use> forbidden) {
    this.lesson = lesson;
    this.compilation = compilation;
    this.forbidden = List.copyOf(forbidden);
    sources.sources().stream().map(SourceFile::path).forEach(submitted::add);
    submitted.addAll(compilation.failedSources());
  }

  /** The tasks that cannot be run, and why. */
  public Map<String, Verdict> byTask() {
    Map<String, Verdict> found = new LinkedHashMap<>();
    for (Lesson.Task task : lesson.tasks()) {
      task.files().stream()
          .flatMap(file -> inFile(file).stream())
          .findFirst()
          .or(this::inOtherFiles)
          .ifPresent(verdict -> found.put(task.id(), verdict));
    }
    return found;
  }

  /**
   * What is wrong with files that no task names, one sentence a file: a helper class, or one in the
   * wrong folder.
   */
  public List<String> inHelpers() {
    Set<String> ofTasks = filesOfTasks();
    List<String> broken =
        compilation.failedSources().stream()
            .filter(path -> !ofTasks.contains(path))
            .flatMap(path -> diagnosticsOf(path).limit(1))
            .map(Obstacles::inWords)
            .toList();
    if (broken.size() <= MOST_HELPERS) {
      return broken;
    }
    String others = (broken.size() - MOST_HELPERS) + " more files do not compile";
    return Stream.concat(broken.stream().limit(MOST_HELPERS), Stream.of(others)).toList();
  }

  private Set<String> filesOfTasks() {
    return lesson.tasks().stream()
        .flatMap(task -> task.files().stream())
        .map(this::pathOf)
        .collect(Collectors.toSet());
  }

  private Stream<Diagnostic> diagnosticsOf(String path) {
    return compilation.diagnostics().stream().filter(d -> d.file().equals(path));
  }

  private Optional<Verdict> inFile(String file) {
    String path = pathOf(file);
    if (!submitted.contains(path)) {
      return Optional.of(Verdict.of(Outcome.COMPILE_ERROR, file + " is missing"));
    }
    if (compilation.failedSources().contains(path)) {
      return Optional.of(Verdict.of(Outcome.COMPILE_ERROR, whyNotCompiled(file, path)));
    }
    return forbidden.stream().filter(use -> pathOf(use).equals(path)).map(this::told).findFirst();
  }

  /** A helper class of the student's own may serve any task. */
  private Optional<Verdict> inOtherFiles() {
    Set<String> ofTasks = filesOfTasks();
    return forbidden.stream()
        .filter(use -> !ofTasks.contains(pathOf(use)))
        .map(this::told)
        .findFirst();
  }

  private Verdict told(ForbiddenApis.Use use) {
    String className = use.className().substring(use.className().lastIndexOf('.') + 1);
    return Verdict.of(
        Outcome.FORBIDDEN_API,
        Words.line(className + " uses " + use.reference() + ", which this lesson forbids"));
  }

  private String whyNotCompiled(String file, String path) {
    List<Diagnostic> own = diagnosticsOf(path).toList();
    if (!own.isEmpty()) {
      String others = own.size() == 1 ? "" : " (and " + (own.size() - 1) + " more)";
      return inWords(own.get(0)) + others;
    }
    return compilation.diagnostics().stream()
        .findFirst()
        .map(first -> file + " needs a file that does not compile: " + inWords(first))
        .orElse(file + " does not compile");
  }

  private static String inWords(Diagnostic diagnostic) {
    String file = diagnostic.file().substring(diagnostic.file().lastIndexOf('/') + 1);
    String message =
        diagnostic.message().lines().map(String::strip).collect(Collectors.joining("; "));
    return Words.line(
        diagnostic.line() > 0
            ? file + ":" + diagnostic.line() + ": " + message
            : file + " " + message);
  }

  private String pathOf(String file) {
    return lesson.studentPackage().replace('.', '/') + "/" + file;
  }

  private static String pathOf(ForbiddenApis.Use use) {
    String name = use.className();
    int nested = name.indexOf('$', name.lastIndexOf('.') + 1);
    return (nested < 0 ? name : name.substring(0, nested)).replace('.', '/') + ".java";
  }
}
