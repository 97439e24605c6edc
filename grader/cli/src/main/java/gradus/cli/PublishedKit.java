package gradus.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What students get of {@code exercises}: everything but the hidden suites and what was built. */
final class PublishedKit {
  private static final Set<String> KEPT_BACK = Set.of("hidden", "target");
  private static final String NEVER_NAMED = "src/hidden|gradus\\.(suites|harness|engine|cli)\\b";

  private static final int TELLING_LENGTH = 20;
  private static final int PASSAGE = 3;

  private final Path exercises;
  private final String lesson;

  PublishedKit(Path exercises, String lesson) {
    this.exercises = exercises;
    this.lesson = lesson;
  }

  /** Proves that it tells nothing of what is kept back, and that it builds without it. */
  Proof proof() throws IOException {
    List<Path> files = files();
    Pattern names = Pattern.compile(NEVER_NAMED + suiteNames());
    Set<List<String>> secrets = new HashSet<>();
    for (Path file : hidden()) {
      secrets.addAll(passages(text(file)));
    }
    for (Path file : files) {
      String text = text(file);
      Matcher name = names.matcher(text);
      if (name.find()) {
        return leak(file, "names " + name.group());
      }
      if (passages(text).stream().anyMatch(secrets::contains)) {
        return leak(file, "holds a passage of src/hidden");
      }
    }
    String errors = compile();
    return errors.isEmpty()
        ? Proof.holding("kit", files.size() + " files, none leaks")
        : Proof.failing("kit", "broken", "without src/hidden it does not compile: " + errors);
  }

  private Proof leak(Path file, String how) {
    return Proof.failing("kit", "leaks", exercises.relativize(file) + " " + how);
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        exercises,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean kept = KEPT_BACK.contains(String.valueOf(folder.getFileName()));
            return kept ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private String suiteNames() throws IOException {
    return hidden().stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .filter(name -> name.endsWith("Suite"))
        .map(name -> "|\\b" + Pattern.quote(name) + "\\b")
        .collect(Collectors.joining());
  }

  /** Lines in a row too many and too long to have been written twice by chance. */
  private static Set<List<String>> passages(String text) {
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> line.length() >= TELLING_LENGTH && !line.startsWith("import "))
            .toList();
    Set<List<String>> passages = new HashSet<>();
    for (int first = 0; first + PASSAGE <= lines.size(); first++) {
      passages.add(lines.subList(first, first + PASSAGE));
    }
    return passages;
  }

  private List<Path> hidden() throws IOException {
    Path hidden = exercises.resolve(lesson).resolve("src/hidden");
    if (!Files.exists(hidden)) {
      return List.of();
    }
    try (Stream<Path> suite = Files.walk(hidden)) {
      return suite.filter(Files::isRegularFile).toList();
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException picture) {
      return "";
    }
  }

  /** Compiles the kit and the stubs by themselves; returns what the compiler says against it. */
  private String compile() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    Writer errors = new StringWriter();
    List<Path> sources = new ArrayList<>();
    for (String folder : List.of("kit", lesson)) {
      try (Stream<Path> files = Files.walk(Staging.sourcesOf(exercises, folder))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    sources.removeIf(file -> file.endsWith("module-info.java"));
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null);
        Staging output = new Staging()) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-cp", "", "-d", output.folder().toString());
      javac
          .getTask(
              errors, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return errors.toString().strip();
  }
}
