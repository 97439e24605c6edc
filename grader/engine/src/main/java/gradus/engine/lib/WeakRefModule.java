package gradus.engine.lib;

import gradus.engine.object.Space;
import gradus.engine.vm.Modules;

/** The module {@code _weakref}: the types of weak references, and who refers to an object. */
final class WeakRefModule {

  private final Space py;

  WeakRefModule(Python python) {
    py = python.py;
  }

  void fill(Modules modules, long module) {
    modules.value(module, "ref", py.own(py.weakRefs.type()));
    modules.value(module, "ReferenceType", py.own(py.weakRefs.type()));
    modules.value(module, "ProxyType", py.own(py.weakRefs.proxyType()));
    modules.value(module, "CallableProxyType", py.own(py.weakRefs.callableProxyType()));
    modules.function(module, "proxy", this::proxy);
    modules.function(module, "getweakrefcount", 1, 1, (self, args, n, k) -> count(args));
    modules.function(module, "getweakrefs", 1, 1, (self, args, n, k) -> list(args));
    modules.function(module, "_remove_dead_weakref", 2, 2, this::removeDead);
  }

  private long proxy(long self, long args, int count, long names) {
    py.arguments.noKeywords("proxy", names);
    py.arguments.unpack("proxy", count, 1, 2);
    long callback = count == 2 ? py.arguments.get(args, 1) : py.none;
    return py.weakRefs.proxy(py.arguments.get(args, 0), callback == py.none ? 0 : callback);
  }

  private long count(long args) {
    long[] count = {0};
    py.weakRefs.each(py.arguments.get(args, 0), reference -> count[0]++);
    return py.ints.of(count[0]);
  }

  private long list(long args) {
    long list = py.lists.create(0);
    py.weakRefs.each(py.arguments.get(args, 0), reference -> py.listOps.append(list, reference));
    return list;
  }

  /** Takes a key out of a dict if its value is a weak reference to nothing. */
  private long removeDead(long self, long args, int count, long names) {
    long dict = py.arguments.get(args, 0);
    long key = py.arguments.get(args, 1);
    long reference = py.dicts.get(dict, key);
    if (reference != 0 && py.weakRefs.target(reference) == py.none) {
      py.dicts.remove(dict, key);
    }
    return py.newNone();
  }
}
