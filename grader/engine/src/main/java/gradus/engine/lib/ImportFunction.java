package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** {@code __import__}: what an import statement calls (PyImport_ImportModuleLevelObject). */
final class ImportFunction {

  private final Space py;
  private final ModuleLoader loader;

  ImportFunction(Python python) {
    py = python.py;
    loader = python.loader;
  }

  void fill(Modules modules, long module) {
    modules.function(module, "__import__", this::importModule);
  }

  private long importModule(long self, long args, int count, long names) {
    long[] values =
        py.arguments.parse(
            "__import__", args, count, names, 1, "name", "globals", "locals", "fromlist", "level");
    py.arguments.requireStr("__import__", 1, values[0]);
    String name = py.strs.text(values[0]);
    long level = values[4] == 0 ? 0 : py.numbers.longArgument(values[4]);
    if (level < 0) {
      throw Raise.valueError("level must be >= 0");
    }
    String whole = level == 0 ? name : relative(name, values[1], level);
    if (whole.isEmpty()) {
      throw Raise.valueError("Empty module name");
    }
    long module = loader.load(whole);
    boolean listed = values[3] != 0 && py.comparisons.truth(values[3]);
    return listed ? withNames(module, values[3]) : first(module, name, whole, level);
  }

  /** Without a list of names the statement binds the first part of a dotted name. */
  private long first(long module, String name, String whole, long level) {
    int dot = name.indexOf('.');
    if ((level > 0 && name.isEmpty()) || dot < 0) {
      return module;
    }
    py.decref(module);
    String front = whole.substring(0, whole.length() - name.length() + dot);
    long found = loader.loaded(front);
    if (found == 0) {
      throw Raise.of("KeyError", "'%s' not in sys.modules as expected".formatted(front));
    }
    return found;
  }

  private String relative(String name, long globals, long level) {
    if (globals == 0 || !py.dicts.is(globals)) {
      throw Raise.typeError("globals must be a dict");
    }
    String base = packageOf(globals);
    if (base.isEmpty()) {
      throw Raise.of("ImportError", "attempted relative import with no known parent package");
    }
    for (long up = 1; up < level; up++) {
      int dot = base.lastIndexOf('.');
      if (dot < 0) {
        throw Raise.valueError("attempted relative import beyond top-level package");
      }
      base = base.substring(0, dot);
    }
    return name.isEmpty() ? base : base + "." + name;
  }

  /** The package in which code with these globals stands; empty if in none. */
  private String packageOf(long globals) {
    long stated = py.dicts.getName(globals, py.names.of("__package__"));
    if (stated != 0 && stated != py.none) {
      if (!py.strs.is(stated)) {
        throw Raise.typeError("package must be a string");
      }
      return py.strs.text(stated);
    }
    long name = py.dicts.getName(globals, py.names.of("__name__"));
    if (name == 0) {
      throw Raise.of("KeyError", "'__name__' not in globals");
    }
    if (!py.strs.is(name)) {
      throw Raise.typeError("__name__ must be a string");
    }
    String text = py.strs.text(name);
    // A name without a dot stays as it is, so that the error speaks of the module itself.
    boolean isPackage = py.dicts.getName(globals, py.names.of("__path__")) != 0;
    return isPackage || text.indexOf('.') < 0 ? text : text.substring(0, text.lastIndexOf('.'));
  }

  /** Imports those names of a {@code from} list that are modules of a package. */
  private long withNames(long module, long fromList) {
    long path = py.attributes.find(module, "__path__");
    if (path != 0) {
      py.decref(path);
      submodules(module, fromList, false);
    }
    return module;
  }

  private void submodules(long module, long fromList, boolean all) {
    long items = py.items.listOf(fromList);
    try {
      for (long index = 0; index < py.items.length(items); index++) {
        long item = py.items.item(items, index);
        try {
          submodule(module, item, all);
        } finally {
          py.decref(item);
        }
      }
    } finally {
      py.decref(items);
    }
  }

  private void submodule(long module, long item, boolean all) {
    if (!py.strs.is(item)) {
      throw Raise.typeError(
          "Item in %s must be str, not %s"
              .formatted(all ? "__all__" : "``from list''", py.typeName(item)));
    }
    if (py.strs.text(item).equals("*")) {
      long names = all ? 0 : py.attributes.find(module, "__all__");
      if (names != 0) {
        submodules(module, names, true);
        py.decref(names);
      }
      return;
    }
    long present = py.attributes.find(module, item);
    if (present != 0) {
      py.decref(present);
      return;
    }
    tryImport(moduleName(module) + "." + py.strs.text(item));
  }

  private String moduleName(long module) {
    return py.texts.take(py.attributes.get(module, "__name__"));
  }

  /** Imports a module; that there is none is for the statement to say. */
  private void tryImport(String name) {
    try {
      py.decref(loader.load(name));
    } catch (Raise raise) {
      if (!py.exceptions.matches(raise, "ModuleNotFoundError")) {
        throw raise;
      }
      long missing = py.attributes.get(py.exceptions.object(raise), "name");
      boolean isIt = py.strs.is(missing) && py.strs.text(missing).equals(name);
      py.decref(missing);
      if (!isIt) {
        throw raise;
      }
      py.exceptions.drop(raise);
    }
  }
}
