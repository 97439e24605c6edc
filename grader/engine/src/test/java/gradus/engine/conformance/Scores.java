package gradus.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** By module: how many of the tests CPython passes the engine passes, and which it does not. */
final class Scores {

  private final String title;
  private final Map<String, Tally> modules = new TreeMap<>();
  private final Tally all;
  private final List<String> differences = new ArrayList<>();

  Scores(String title) {
    this.title = title;
    all = new Tally("all of " + title);
  }

  synchronized void count(String module, TestRow row, boolean trace) {
    modules.computeIfAbsent(module, Tally::new).count(row.passed());
    all.count(row.passed());
    if (!row.passed()) {
      String name = row.test().isEmpty() ? module : module + "." + row.test();
      String line = "%s: %s %s".formatted(name, row.outcome(), row.detail());
      differences.add(trace ? line + "\n    " + row.trace().replace("\n", "\n    ") : line);
    }
  }

  Tally all() {
    return all;
  }

  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("%-28s %7s %7s %9s".formatted(title, "passed", "of", "share"));
    modules.values().forEach(tally -> lines.add(tally.toString()));
    lines.add(all.toString());
    return lines;
  }

  List<String> differences() {
    return differences.stream().sorted().toList();
  }
}
