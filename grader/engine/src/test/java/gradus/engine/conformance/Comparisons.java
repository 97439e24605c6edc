package gradus.engine.conformance;

import gradus.engine.layout.ObjectLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The found CPython and the engine side by side, running the same tests under the same shim. */
final class Comparisons {

  private final RealPython real;
  private final EngineRun engine;
  private final int shown;
  private final Path page;
  private final String only;
  private final boolean trace;

  private Comparisons(RealPython real, int shown, Path page, Path shim, List<String> options) {
    this.real = real;
    this.shown = shown;
    this.page = page;
    trace = options.contains("--trace");
    int at = options.indexOf("--only");
    only = at < 0 ? "" : options.get(at + 1);
    ObjectLayout layout = real.aligned() ? ObjectLayout.ALIGNED16 : ObjectLayout.VANILLA;
    engine = new EngineRun(shim, real.tests(), layout);
  }

  /** As a part's arguments say. */
  static Comparisons of(String... args) throws IOException, InterruptedException {
    Path scripts = Path.of(args[1]).toAbsolutePath();
    RealPython real = new RealPython(args[0], scripts, cacheOf(scripts));
    List<String> options = List.of(args).subList(5, args.length);
    int shown = Integer.parseInt(args[3]);
    return new Comparisons(real, shown, Path.of(args[4]), scripts.resolve("shim"), options);
  }

  /** Where outcomes on CPython are kept as long as the shim stays as it is. */
  private static Path cacheOf(Path scripts) throws IOException {
    CRC32 sum = new CRC32();
    try (Stream<Path> files = Files.walk(scripts)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".py")).sorted().toList()) {
        sum.update(Files.readAllBytes(file));
      }
    }
    return scripts.resolveSibling("target").resolve("libtest-%08x".formatted(sum.getValue()));
  }

  /** The folder Lib/test. */
  Path tests() {
    return real.tests();
  }

  /** What is done with each module. */
  @FunctionalInterface
  interface Comparison {
    void of(String module) throws IOException, InterruptedException;
  }

  void eachOf(List<String> modules, Comparison comparison)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<Void>> running = new ArrayList<>();
    for (String module : modules) {
      Callable<Void> task =
          () -> {
            comparison.of(module);
            return null;
          };
      if (only.isEmpty() || only.equals(module)) {
        running.add(pool.submit(task));
      }
    }
    for (Future<Void> each : running) {
      each.get();
    }
    pool.shutdown();
  }

  /** The tests that pass on CPython. */
  List<String> passing(TestFile file) throws IOException, InterruptedException {
    return real.run(file).stream().filter(TestRow::passed).map(TestRow::test).toList();
  }

  /** How the tests end on the engine. */
  Map<String, TestRow> ours(TestFile file) throws IOException, InterruptedException {
    Map<String, TestRow> ours = new HashMap<>();
    engine.run(file).forEach(row -> ours.put(row.test(), row));
    return ours;
  }

  /** Counts a test; where it did not run, the row of its module's loading says why. */
  void count(Scores scores, String module, String test, Map<String, TestRow> ours) {
    TestRow loading = ours.getOrDefault("", new TestRow("", "failed", "did not run", ""));
    TestRow row = ours.getOrDefault(test, loading);
    scores.count(module, new TestRow(test, row.outcome(), row.detail(), row.trace()), trace);
  }

  void report(List<Scores> all) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Scores scores : all) {
      lines.addAll(scores.table());
    }
    lines.forEach(System.out::println);
    for (Scores scores : all) {
      scores.differences().stream().limit(shown).forEach(System.out::println);
    }
    if (only.isEmpty()) {
      Files.write(page, lines, StandardCharsets.UTF_8);
    }
  }
}
