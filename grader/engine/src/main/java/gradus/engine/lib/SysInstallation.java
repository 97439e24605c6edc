package gradus.engine.lib;

import gradus.engine.builtin.StructSequences;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.vm.Modules;
import java.util.TreeSet;

/**
 * What {@code sys} says of where the interpreter lies, how it finds modules, and how it switches
 * threads, of which it has one.
 */
final class SysInstallation {

  private static final String PREFIX = "/usr";
  private static final double SWITCH_INTERVAL = 0.005;
  private static final long CHECK_INTERVAL = 100;

  private final Python python;
  private final Space py;
  private double switchInterval = SWITCH_INTERVAL;
  private long checkInterval = CHECK_INTERVAL;

  SysInstallation(Python python) {
    this.python = python;
    py = python.py;
  }

  void fill(Modules modules, long module) {
    for (String name : new String[] {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"}) {
      modules.value(module, name, py.strs.of(PREFIX));
    }
    modules.value(module, "abiflags", py.strs.of(""));
    modules.value(module, "copyright", py.strs.of("See the licence of this program's sources."));
    modules.value(module, "implementation", implementation(module));
    modules.value(module, "builtin_module_names", moduleNames(modules));
    modules.value(module, "meta_path", py.lists.create(0));
    modules.value(module, "path_hooks", py.lists.create(0));
    modules.value(module, "path_importer_cache", py.dicts.create());
    modules.value(module, "_xoptions", py.dicts.create());
    modules.value(module, "thread_info", threadInfo());
    threads(modules, module);
    getter(modules, module, "getfilesystemencodeerrors", () -> py.strs.of("surrogateescape"));
    getter(modules, module, "is_finalizing", () -> py.bool(false));
    getter(modules, module, "_clear_type_cache", this::clearTypeCache);
  }

  private void getter(
      Modules modules, long module, String name, java.util.function.LongSupplier value) {
    modules.function(module, name, 0, 0, (self, args, n, k) -> value.getAsLong());
  }

  private long implementation(long module) {
    NamespaceType namespaces = python.namespaces;
    long object = namespaces.create(namespaces.type());
    long dict = namespaces.dict(object);
    put(dict, "name", py.strs.of("cpython"));
    put(dict, "cache_tag", py.strs.of("cpython-36"));
    put(dict, "hexversion", py.attributes.get(module, "hexversion"));
    put(dict, "version", py.attributes.get(module, "version_info"));
    return object;
  }

  private void put(long dict, String name, long value) {
    py.dicts.setName(dict, name, value);
    py.decref(value);
  }

  private long moduleNames(Modules modules) {
    long list = py.lists.create(0);
    for (String name : new TreeSet<>(modules.natives())) {
      long text = py.strs.of(name);
      py.listOps.append(list, text);
      py.decref(text);
    }
    long tuple = py.items.tupleOf(list);
    py.decref(list);
    return tuple;
  }

  private long threadInfo() {
    StructSequences sequences = new StructSequences(py);
    long type = sequences.define("sys.thread_info", "name", "lock", "version");
    return sequences.of(type, py.newNone(), py.newNone(), py.newNone());
  }

  private void threads(Modules modules, long module) {
    getter(modules, module, "getswitchinterval", () -> py.floats.of(switchInterval));
    modules.function(
        module,
        "setswitchinterval",
        1,
        1,
        (self, args, n, k) -> {
          double seconds = py.numbers.toDouble(py.arguments.get(args, 0));
          if (seconds <= 0) {
            throw Raise.valueError("switch interval must be strictly positive");
          }
          switchInterval = seconds;
          return py.newNone();
        });
    getter(modules, module, "getcheckinterval", () -> py.ints.of(checkInterval));
    modules.function(
        module,
        "setcheckinterval",
        1,
        1,
        (self, args, n, k) -> {
          checkInterval = py.numbers.longArgument(py.arguments.get(args, 0));
          return py.newNone();
        });
  }

  private long clearTypeCache() {
    py.typeObjects.changed();
    return py.newNone();
  }
}
