package gradus.engine.conformance;

import gradus.engine.lib.Python;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The driver's way out when it runs on the engine: the native module {@code libtest_host}. */
final class EngineHost {

  static final long STEPS = 2_000_000_000L;
  static final long MILLIS = 20_000;

  private final Python python;
  private final Space py;
  private final TestFile file;
  private final String shim;
  private final String tests;
  private final Set<String> done;
  private final List<TestRow> rows = new ArrayList<>();
  private volatile String label = "";
  private volatile long began = System.nanoTime();
  private volatile boolean finished;

  /**
   * A way out.
   *
   * @param done the tests that ran before and need not run again
   */
  EngineHost(Python python, TestFile file, String shim, String tests, Set<String> done) {
    this.python = python;
    this.file = file;
    this.shim = shim;
    this.tests = tests;
    this.done = done;
    py = python.py;
    python.machine.modules.register("libtest_host", this::fill);
  }

  /** The test that is running, or ran last. */
  String label() {
    return label;
  }

  long running() {
    return (System.nanoTime() - began) / 1_000_000;
  }

  boolean finished() {
    return finished;
  }

  List<TestRow> rows() {
    return rows;
  }

  private void fill(Modules modules, long module) {
    modules.function(module, "path", 0, 0, (s, args, n, k) -> list(List.of(shim)));
    modules.function(module, "allowed", 0, 0, (s, args, n, k) -> list(file.allowed()));
    modules.function(module, "tests", 0, 0, (s, args, n, k) -> py.strs.of(tests));
    modules.function(module, "module", 0, 0, (s, args, n, k) -> py.strs.of(file.module()));
    modules.function(module, "kind", 0, 0, (s, args, n, k) -> py.strs.of(file.kind()));
    modules.function(module, "begin", 1, 1, (s, args, n, k) -> py.bool(begin(text(args, 0))));
    modules.function(module, "end", 0, 0, (s, args, n, k) -> py.newNone());
    modules.function(module, "report", 4, 4, (s, args, n, k) -> report(args));
    modules.function(module, "finish", 0, 0, (s, args, n, k) -> finish());
    modules.function(
        module, "search", 2, 2, (s, args, n, k) -> py.bool(search(text(args, 0), text(args, 1))));
    modules.function(module, "collect", 0, 0, (s, args, n, k) -> collector("collect"));
    modules.function(
        module,
        "collecting",
        1,
        1,
        (s, args, n, k) -> collector(py.arguments.get(args, 0) == py.yes ? "enable" : "disable"));
    modules.value(module, "Hang", hang());
  }

  private long list(List<String> texts) {
    long list = py.lists.create(0);
    for (String text : texts) {
      long str = py.strs.of(text);
      py.decref(py.calls.method(list, "append", str));
      py.decref(str);
    }
    return list;
  }

  private String text(long args, int index) {
    return py.texts.strText(py.arguments.get(args, index));
  }

  private boolean begin(String name) {
    if (done.contains(name) && !name.isEmpty()) {
      return false;
    }
    label = name;
    began = System.nanoTime();
    python.machine.limits().steps(STEPS);
    python.machine.limits().millis(MILLIS);
    return true;
  }

  private long report(long args) {
    rows.add(new TestRow(text(args, 0), text(args, 1), text(args, 2), text(args, 3)));
    return py.newNone();
  }

  private long finish() {
    finished = true;
    return py.newNone();
  }

  /** Python's and Java's patterns differ little where error messages are matched. */
  private static boolean search(String pattern, String text) {
    String java = pattern.replace("(?P<", "(?<").replace("\\Z", "\\z");
    Matcher matcher = Pattern.compile(java).matcher(text);
    return matcher.find();
  }

  private long collector(String function) {
    long gc = python.machine.modules.find("gc");
    return gc == 0 ? py.newNone() : py.calls.method(gc, function);
  }

  private long hang() {
    long name = py.strs.of("Hang");
    long bases = py.tuples.of(py.exceptions.type("BaseException"));
    long dict = py.dicts.create();
    long type = py.calls.callWith(py.types.type, name, bases, dict);
    py.decref(dict);
    py.decref(bases);
    py.decref(name);
    return type;
  }
}
