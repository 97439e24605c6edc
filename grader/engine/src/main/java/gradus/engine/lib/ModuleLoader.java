package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.util.Optional;

/**
 * Finds a module by its whole name and runs it ({@code _find_and_load} of importlib._bootstrap).
 */
final class ModuleLoader {

  private final Python python;
  private final Space py;
  private final ModuleSpecs specs;

  ModuleLoader(Python python) {
    this.python = python;
    py = python.py;
    specs = new ModuleSpecs(py);
  }

  /** The module of that name, imported now if it was not before. */
  long load(String name) {
    long loaded = loaded(name);
    if (loaded == py.none) {
      py.decref(loaded);
      throw notFound("import of %s halted; None in sys.modules".formatted(name), name);
    }
    return loaded != 0 ? loaded : findAndLoad(name);
  }

  /** What {@code sys.modules} has for a name, or 0. */
  long loaded(String name) {
    long key = py.strs.of(name);
    try {
      long module = py.dicts.get(python.machine.modules.loaded(), key);
      return module == 0 ? 0 : py.own(module);
    } finally {
      py.decref(key);
    }
  }

  private long findAndLoad(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return topLevel(name);
    }
    String parentName = name.substring(0, dot);
    py.decref(load(parentName));
    // Importing the parent may have imported the module.
    long loaded = loaded(name);
    if (loaded != 0) {
      return loaded;
    }
    long parent = load(parentName);
    try {
      long module = inPackage(parent, parentName, name);
      py.attributes.set(parent, name.substring(dot + 1), module);
      return module;
    } finally {
      py.decref(parent);
    }
  }

  private long topLevel(String name) {
    long module = python.machine.modules.find(name);
    if (module != 0) {
      return py.own(module);
    }
    long sys = python.machine.modules.find("sys");
    long path = py.attributes.get(sys, "path");
    try {
      return alongPath(path, name, name);
    } finally {
      py.decref(path);
    }
  }

  private long inPackage(long parent, String parentName, String name) {
    long builtIn = python.machine.modules.find(name);
    if (builtIn != 0) {
      return py.own(builtIn);
    }
    long path = py.attributes.find(parent, "__path__");
    if (path == 0) {
      throw notFound(
          "No module named '%s'; '%s' is not a package".formatted(name, parentName), name);
    }
    try {
      return alongPath(path, name.substring(parentName.length() + 1), name);
    } finally {
      py.decref(path);
    }
  }

  private long alongPath(long path, String tail, String name) {
    Optional<ModuleSource> namespace = Optional.empty();
    long entries = py.items.listOf(path);
    try {
      for (long index = 0; index < py.items.length(entries); index++) {
        Optional<ModuleSource> found = atEntry(entries, index, tail);
        if (found.isPresent() && !found.get().isNamespace()) {
          return run(name, found.get());
        }
        namespace = namespace.or(() -> found);
      }
    } finally {
      py.decref(entries);
    }
    return run(
        name, namespace.orElseThrow(() -> notFound("No module named '%s'".formatted(name), name)));
  }

  private Optional<ModuleSource> atEntry(long entries, long index, String tail) {
    long entry = py.items.item(entries, index);
    try {
      return py.strs.is(entry) ? python.finder.find(py.strs.text(entry), tail) : Optional.empty();
    } finally {
      py.decref(entry);
    }
  }

  private long run(String name, ModuleSource source) {
    long module = python.machine.modules.create(name);
    long loaded = python.machine.modules.loaded();
    try {
      specs.describe(module, name, source);
      py.dicts.setName(loaded, name, module);
      execute(python.machine.modules.dict(module), source);
    } catch (Raise raise) {
      py.dicts.remove(loaded, py.names.of(name));
      throw raise;
    } finally {
      py.decref(module);
    }
    // A module may put something else in its place.
    long result = loaded(name);
    if (result == 0) {
      throw notFound("Loaded module '%s' not found in sys.modules".formatted(name), name);
    }
    return result;
  }

  private void execute(long dict, ModuleSource source) {
    if (source.isNamespace()) {
      return;
    }
    py.dicts.setName(dict, "__builtins__", python.machine.modules.builtinsDict());
    python.sources.add(source.filename(), source.content());
    long code = python.compile(source.filename(), source.content());
    try {
      py.decref(python.machine.runCode(code, dict, dict));
    } finally {
      py.decref(code);
    }
  }

  private Raise notFound(String text, String name) {
    long message = py.strs.of(text);
    long error = py.calls.call(py.exceptions.type("ModuleNotFoundError"), message);
    py.decref(message);
    long module = py.strs.of(name);
    py.attributes.set(error, "name", module);
    py.decref(module);
    return Raise.object(error);
  }
}
