package gradus.engine.lib;

import gradus.engine.object.Space;
import gradus.engine.vm.Machine;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a process: what only the modules kept alive ends, in the order in which CPython ends
 * it (PyImport_Cleanup in Python/import.c).
 *
 * <p>Built-in modules stay, because the engine itself uses them.
 */
final class Shutdown {

  private static final int OLDEST = 2;

  private final Space py;
  private final Machine machine;
  private final Sources sources;
  private final long modules;

  Shutdown(Python python) {
    py = python.py;
    machine = python.machine;
    sources = python.sources;
    modules = machine.modules.loaded();
  }

  void run() {
    collect();
    sources.clear();
    for (long name : sourceModules()) {
      py.dicts.set(modules, name, py.none);
    }
    // What is left is held by cycles, such as functions and the namespace they see.
    collect();
  }

  private void collect() {
    if (py.cycles.enabled()) {
      py.cycles.collect(OLDEST);
    }
  }

  /** The names, borrowed, of the modules that were made from a file. */
  private List<Long> sourceModules() {
    List<Long> names = new ArrayList<>();
    for (int at = py.dicts.next(modules, 0); at >= 0; at = py.dicts.next(modules, at + 1)) {
      long module = py.dicts.valueAt(modules, at);
      if (py.typeOf(module) == py.types.module
          && py.dicts.getName(machine.modules.dict(module), py.names.of("__cached__")) != 0) {
        names.add(py.dicts.keyAt(modules, at));
      }
    }
    return names;
  }
}
