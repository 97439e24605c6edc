package gradus.engine.lib;

import gradus.engine.object.Space;
import gradus.engine.vm.Modules;
import java.util.List;

/** The module {@code linecache}: the lines of the files that run. */
final class LinecacheModule {

  private final Python python;
  private final Space py;

  LinecacheModule(Python python) {
    this.python = python;
    py = python.py;
  }

  void fill(Modules modules, long module) {
    modules.function(
        module, "getlines", 1, 2, (self, args, count, names) -> lines(py.arguments.get(args, 0)));
    modules.function(
        module,
        "getline",
        2,
        3,
        (self, args, count, names) ->
            line(py.arguments.get(args, 0), py.numbers.longArgument(py.arguments.get(args, 1))));
    modules.function(module, "checkcache", 0, 1, (self, args, count, names) -> py.newNone());
    modules.function(module, "clearcache", 0, 0, (self, args, count, names) -> py.newNone());
  }

  /** A list of all lines, each with its line feed. */
  private long lines(long filename) {
    long list = py.lists.create(0);
    for (String line : python.sources.lines(py.texts.strText(filename))) {
      long text = py.strs.of(line + "\n");
      py.listOps.append(list, text);
      py.decref(text);
    }
    return list;
  }

  private long line(long filename, long number) {
    List<String> lines = python.sources.lines(py.texts.strText(filename));
    boolean there = number >= 1 && number <= lines.size();
    return py.strs.of(there ? lines.get((int) number - 1) + "\n" : "");
  }
}
