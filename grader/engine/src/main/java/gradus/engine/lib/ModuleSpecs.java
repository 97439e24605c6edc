package gradus.engine.lib;

import gradus.engine.object.Space;

/** What a module written in Python knows of itself: {@code __file__}, {@code __spec__}, … */
final class ModuleSpecs {

  private final Space py;
  private long type;

  ModuleSpecs(Space py) {
    this.py = py;
  }

  /** Sets a module's attributes before it runs. */
  void describe(long module, String name, ModuleSource source) {
    String parent =
        source.isPackage() ? name : name.substring(0, Math.max(0, name.lastIndexOf('.')));
    long path = source.isPackage() ? folders(source) : 0;
    set(module, "__package__", py.strs.of(parent));
    if (path != 0) {
      set(module, "__path__", py.own(path));
    }
    long spec = py.calls.call(type());
    set(spec, "name", py.strs.of(name));
    set(spec, "loader", py.newNone());
    set(spec, "parent", py.strs.of(parent));
    set(spec, "submodule_search_locations", path == 0 ? py.newNone() : path);
    set(spec, "cached", py.newNone());
    set(spec, "has_location", py.bool(!source.isNamespace()));
    set(spec, "origin", source.isNamespace() ? py.strs.of("namespace") : file(source));
    if (!source.isNamespace()) {
      set(module, "__file__", file(source));
      set(module, "__cached__", py.newNone());
    }
    set(module, "__spec__", spec);
  }

  private long file(ModuleSource source) {
    return py.strs.of(source.filename());
  }

  private long folders(ModuleSource source) {
    long list = py.lists.create(0);
    long folder = py.strs.of(source.folder());
    py.decref(py.calls.method(list, "append", folder));
    py.decref(folder);
    return list;
  }

  /** Sets an attribute to a value whose reference is taken over. */
  private void set(long object, String name, long value) {
    py.attributes.set(object, name, value);
    py.decref(value);
  }

  /** The class ModuleSpec; like CPython's it is made at run time. */
  private long type() {
    if (type == 0) {
      long name = py.strs.of("ModuleSpec");
      long dict = py.dicts.create();
      long module = py.strs.of("_frozen_importlib");
      py.dicts.setName(dict, "__module__", module);
      type = py.calls.callWith(py.types.type, name, py.tuples.empty(), dict);
      py.decref(module);
      py.decref(dict);
      py.decref(name);
    }
    return type;
  }
}
