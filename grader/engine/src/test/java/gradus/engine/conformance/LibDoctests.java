package gradus.engine.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Runs the examples in the docstrings of CPython's own tests on the engine. Arguments as those of
 * {@link LibTests}.
 */
public final class LibDoctests {

  private static final List<String> MODULES =
      List.of(
          "test_code",
          "test_extcall",
          "test_generators",
          "test_genexps",
          "test_listcomps",
          "test_metaclass",
          "test_setcomps",
          "test_syntax",
          "test_unpack",
          "test_unpack_ex");

  private final Comparisons comparisons;
  private final Scores scores = new Scores("doctests");

  private LibDoctests(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  public static void main(String[] args) throws Exception {
    Comparisons comparisons = Comparisons.of(args);
    LibDoctests doctests = new LibDoctests(comparisons);
    comparisons.eachOf(MODULES, doctests::compare);
    comparisons.report(List.of(doctests.scores));
    System.exit(0);
  }

  private void compare(String module) throws IOException, InterruptedException {
    TestFile file = new TestFile(module, "doctests", Tiers.B);
    List<String> wanted = comparisons.passing(file);
    Map<String, TestRow> ours = comparisons.ours(file);
    wanted.forEach(test -> comparisons.count(scores, module, test, ours));
  }
}
