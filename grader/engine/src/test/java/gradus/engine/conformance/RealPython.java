package gradus.engine.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The CPython 3.6 that was found: its tests, and how they end there under our shim. */
final class RealPython {

  private static final String SECONDS = "10";
  private static final long MODULE_SECONDS = 240;

  private final String python;
  private final Path scripts;
  private final Path cache;
  private final Path tests;
  private final boolean aligned;

  /** The outcomes are kept in a folder from one run to the next. */
  RealPython(String python, Path scripts, Path cache) throws IOException, InterruptedException {
    this.python = python;
    this.scripts = scripts;
    this.cache = Files.createDirectories(cache);
    String[] facts = ask("import sys, test; print(test.__path__[0], sys.getsizeof([]))").split(" ");
    tests = Path.of(facts[0]);
    aligned = facts[1].equals("72");
  }

  private String ask(String code) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(python, "-I", "-c", code).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  /** The folder Lib/test. */
  Path tests() {
    return tests;
  }

  /** Whether its objects are laid out as in the build with patches. */
  boolean aligned() {
    return aligned;
  }

  List<TestRow> run(TestFile file) throws IOException, InterruptedException {
    String name = "%s-%s-%d.tsv".formatted(file.module(), file.kind(), file.allowed().size());
    Path rows = cache.resolve(name);
    if (!Files.exists(rows)) {
      Path fresh = Files.createTempFile(cache, "rows", "");
      runDriver(file, fresh);
      Files.move(fresh, rows);
    }
    return Files.readAllLines(rows).stream().map(TestRow::parse).toList();
  }

  private void runDriver(TestFile file, Path rows) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(cache, "cwd");
    ProcessBuilder builder =
        new ProcessBuilder(
            python,
            "-B",
            "-s",
            scripts.resolve("shim/driver.py").toString(),
            scripts.resolve("shim").toString(),
            tests.toString(),
            file.module(),
            file.kind(),
            String.join(",", file.allowed()),
            rows.toString(),
            SECONDS);
    builder.environment().put("PYTHONPATH", scripts.resolve("cpython").toString());
    builder.directory(folder.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    if (!process.waitFor(MODULE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    delete(folder);
  }

  /** Deletes a folder with what the tests left in it. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
