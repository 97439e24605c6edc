package gradus.worker.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles what can be compiled: a file with an error is left out, then those that need it, until
 * the rest compiles.
 *
 * <p>The first round stops after parsing when a file has a syntax error, so that an error of
 * another file is never one that only the broken syntax caused.
 */
final class Rounds {
  private final JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
  private final List<String> options;

  /** Of the platform and the kit, which stay the same; to open them takes a tenth of a lesson. */
  private final StandardJavaFileManager platform = javac.getStandardFileManager(null, null, UTF_8);

  Rounds(List<String> options) {
    this.options = List.copyOf(options);
  }

  /** The classes of the files that compile, and for each other file what is wrong with it. */
  record Result(Map<String, byte[]> classes, List<Problem> problems, Set<String> failed) {}

  Result compile(String lessonPackage, Map<String, String> sources, Set<String> missing)
      throws IOException {
    Map<String, String> left = new TreeMap<>(sources);
    List<Problem> problems = new ArrayList<>();
    Set<String> failed = new TreeSet<>(missing);
    while (!left.isEmpty()) {
      Round round = new Round(lessonPackage, left);
      if (round.gaveUp) {
        round.refused.addAll(tooMuch(lessonPackage, left));
      }
      if (round.succeeded()) {
        return new Result(round.files.classes(), problems, failed);
      }
      problems.addAll(blame(round.errors(), failed));
      failed.addAll(round.failed());
      left.keySet().removeAll(round.failed());
    }
    return new Result(Map.of(), problems, failed);
  }

  /** javac recurses over nested expressions; the files that are too deep on their own did it. */
  private List<Problem> tooMuch(String lessonPackage, Map<String, String> sources)
      throws IOException {
    Set<String> deep = new TreeSet<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      if (new Round(lessonPackage, Map.of(source.getKey(), source.getValue())).gaveUp) {
        deep.add(source.getKey());
      }
    }
    return (deep.isEmpty() ? sources.keySet() : deep)
        .stream()
            .map(path -> new Problem(path, -1, "is more than javac can take: nest it less"))
            .toList();
  }

  /** Errors that a file owes to one left out before are told in one sentence. */
  private static List<Problem> blame(List<Problem> errors, Set<String> leftOut) {
    Map<String, Problem> victims = new TreeMap<>();
    for (Problem error : errors) {
      for (String path : leftOut) {
        if (error.names(simpleName(path))) {
          String message = "needs " + fileName(path) + ", which does not compile";
          victims.putIfAbsent(error.path(), new Problem(error.path(), error.line(), message));
        }
      }
    }
    List<Problem> told = new ArrayList<>(victims.values());
    errors.stream().filter(error -> !victims.containsKey(error.path())).forEach(told::add);
    return told;
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String simpleName(String path) {
    String file = fileName(path);
    return file.substring(0, file.length() - ".java".length());
  }

  /** One run of javac over the files that are left. */
  private final class Round {
    private final DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    private final List<Problem> refused = new ArrayList<>();
    private final MemoryFiles files;
    private final Collection<String> paths;
    private final String lessonPackage;
    private boolean gaveUp;

    Round(String lessonPackage, Map<String, String> sources) throws IOException {
      this.lessonPackage = lessonPackage;
      this.paths = sources.keySet();
      this.files = new MemoryFiles(platform);
      List<JavaFileObject> units = new ArrayList<>();
      sources.forEach((path, text) -> units.add(new MemoryFiles.Source(path, text)));
      run((JavacTask) javac.getTask(new StringWriter(), files, said, options, null, units));
    }

    private void run(JavacTask task) throws IOException {
      try {
        for (CompilationUnitTree unit : task.parse()) {
          checkPackage(unit);
        }
        if (errors().isEmpty()) {
          task.generate();
        }
      } catch (RuntimeException | StackOverflowError javacItselfFails) {
        gaveUp = true;
      }
    }

    private void checkPackage(CompilationUnitTree unit) {
      String declared = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
      if (!declared.equals(lessonPackage) && !declared.startsWith(lessonPackage + ".")) {
        String path = unit.getSourceFile().getName();
        refused.add(
            new Problem(path, 1, "must say package " + lessonPackage + "; and nothing else"));
      }
    }

    boolean succeeded() {
      return errors().isEmpty();
    }

    List<Problem> errors() {
      List<Problem> errors = new ArrayList<>(refused);
      boolean burst = false;
      for (Diagnostic<? extends JavaFileObject> one : said.getDiagnostics()) {
        // After a class too large for a class file javac finds fault with every class that follows.
        if (one.getKind() == Diagnostic.Kind.ERROR && !burst) {
          Problem.of(one, paths).forEach(errors::add);
          burst = one.getCode().startsWith("compiler.err.limit.");
        }
      }
      return errors;
    }

    Set<String> failed() {
      Set<String> failed = new TreeSet<>();
      errors().forEach(error -> failed.add(error.path()));
      return failed;
    }
  }
}
