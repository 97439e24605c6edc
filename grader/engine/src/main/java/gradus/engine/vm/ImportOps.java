package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** What import statements do besides calling {@code __import__}. */
final class ImportOps {

  private final Machine machine;
  private final Space py;
  private final Memory memory;

  ImportOps(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
  }

  long name(long frame, long sp, long name) {
    long builtins = memory.load64(frame + Frames.BUILTINS);
    long function = py.dicts.getName(builtins, py.names.of("__import__"));
    if (function == 0) {
      throw Raise.of("ImportError", "__import__ not found");
    }
    long fromList = memory.load64(sp - 8);
    long level = memory.load64(sp - 16);
    long globals = memory.load64(frame + Frames.GLOBALS);
    long locals = memory.load64(frame + Frames.LOCALS);
    long module =
        py.calls.callWith(function, name, globals, locals == 0 ? py.none : locals, fromList, level);
    memory.store64(sp - 16, module);
    py.decref(fromList);
    py.decref(level);
    return sp - 8;
  }

  long from(long sp, long name) {
    long module = memory.load64(sp - 8);
    long value = py.attributes.find(module, name);
    if (value == 0) {
      value = submodule(module, name);
    }
    if (value == 0) {
      throw Raise.of("ImportError", "cannot import name " + py.texts.reprText(name));
    }
    memory.store64(sp, value);
    return sp + 8;
  }

  /** A module that is being imported in a cycle and not yet an attribute of its package; or 0. */
  private long submodule(long module, long name) {
    long owner = py.attributes.find(module, "__name__");
    if (owner == 0 || !py.strs.is(owner)) {
      py.xdecref(owner);
      return 0;
    }
    long whole = py.strs.of(py.texts.take(owner) + "." + py.strs.text(name));
    long found = py.dicts.get(machine.modules.loaded(), whole);
    py.decref(whole);
    return found == 0 ? 0 : py.own(found);
  }

  long star(long frame, long sp) {
    long module = memory.load64(sp - 8);
    long locals = machine.frames.locals(frame);
    long all = py.attributes.find(module, "__all__");
    long dict = py.attributes.find(module, "__dict__");
    try {
      if (all == 0 && dict == 0) {
        throw Raise.of("ImportError", "from-import-* object has no __dict__ and no __all__");
      }
      copy(module, locals, all != 0 ? all : dict, all == 0);
    } finally {
      py.xdecref(all);
      py.xdecref(dict);
    }
    py.decref(module);
    return sp - 8;
  }

  private void copy(long module, long locals, long names, boolean publicOnly) {
    long list = py.items.listOf(names);
    try {
      for (long index = 0; index < py.items.length(list); index++) {
        long name = py.items.item(list, index);
        try {
          if (!publicOnly || !py.strs.is(name) || !py.strs.text(name).startsWith("_")) {
            copyOne(module, locals, name);
          }
        } finally {
          py.decref(name);
        }
      }
    } finally {
      py.decref(list);
    }
  }

  private void copyOne(long module, long locals, long name) {
    long value = py.attributes.get(module, name);
    try {
      py.items.set(locals, name, value);
    } finally {
      py.decref(value);
    }
  }
}
