package gradus.engine.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs CPython's own tests on the engine: of those the found CPython passes under the same shim of
 * unittest, how many pass here?
 *
 * <p>Arguments: the interpreter; the folder of the shim; a seed, not used; how many differences to
 * show; the file the summary is written to; then, where wanted, {@code --only} with a module, and
 * {@code --trace}.
 */
public final class LibTests {

  private final Comparisons comparisons;
  private final Scores tierA = new Scores("tier A");
  private final Scores tierB = new Scores("tier B");

  private LibTests(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  public static void main(String[] args) throws Exception {
    Comparisons comparisons = Comparisons.of(args);
    LibTests tests = new LibTests(comparisons);
    comparisons.eachOf(modulesIn(comparisons.tests()), tests::compare);
    comparisons.report(List.of(tests.tierA, tests.tierB));
    // A test that hangs in native code has left a thread behind.
    System.exit(0);
  }

  private static List<String> modulesIn(Path tests) throws IOException {
    try (Stream<Path> files = Files.list(tests)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("test_") && name.endsWith(".py"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .toList();
    }
  }

  private void compare(String module) throws IOException, InterruptedException {
    Map<String, Scores> wanted = new LinkedHashMap<>();
    comparisons
        .passing(new TestFile(module, "tests", Tiers.A))
        .forEach(test -> wanted.put(test, tierA));
    TestFile all = new TestFile(module, "tests", Tiers.B);
    comparisons.passing(all).forEach(test -> wanted.putIfAbsent(test, tierB));
    if (!wanted.isEmpty()) {
      Map<String, TestRow> ours = comparisons.ours(all);
      wanted.forEach((test, scores) -> comparisons.count(scores, module, test, ours));
    }
  }
}
