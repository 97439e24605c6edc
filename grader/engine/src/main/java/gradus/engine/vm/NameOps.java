package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Tuples;

/** Names: locals, globals, cells, attributes; imports stand apart. */
final class NameOps {

  private final Machine machine;
  private final Space py;
  private final Memory memory;
  private final ImportOps imports;

  NameOps(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    imports = new ImportOps(machine);
  }

  private long name(long frame, int index) {
    long code = memory.load64(frame + Frames.CODE);
    return memory.load64(memory.load64(code + CodeObjects.NAMES) + Tuples.ITEMS + 8L * index);
  }

  private long push(long sp, long value) {
    memory.store64(sp, value);
    return sp + 8;
  }

  /** The instruction with an argument over 255, or of a variable that is not set. */
  long loadFast(long code, long fast, long sp, int index) {
    long value = memory.load64(fast + 8L * index);
    if (value == 0) {
      throw unboundLocal(code, index);
    }
    return push(sp, py.own(value));
  }

  long loadConst(long consts, long sp, int index) {
    return push(sp, py.own(memory.load64(consts + 8L * index)));
  }

  long storeFast(long fast, long sp, int index) {
    py.replace(fast + 8L * index, memory.load64(sp - 8));
    return sp - 8;
  }

  private Raise unboundLocal(long code, int index) {
    long name = py.tuples.get(memory.load64(code + CodeObjects.VARNAMES), index);
    return Raise.of(
        "UnboundLocalError",
        "local variable '%s' referenced before assignment".formatted(py.strs.text(name)));
  }

  private Raise undefined(long name) {
    return Raise.of("NameError", "name '%s' is not defined".formatted(py.strs.text(name)));
  }

  long loadGlobal(long frame, long sp, long name) {
    long value = globalOrBuiltin(frame, name);
    if (value == 0) {
      throw undefined(name);
    }
    py.incref(value);
    return push(sp, value);
  }

  private long globalOrBuiltin(long frame, long name) {
    long value = py.dicts.getName(memory.load64(frame + Frames.GLOBALS), name);
    if (value != 0) {
      return value;
    }
    long builtins = memory.load64(frame + Frames.BUILTINS);
    return py.dicts.is(builtins) ? py.dicts.getName(builtins, name) : 0;
  }

  long loadAttribute(long sp, long name) {
    long owner = memory.load64(sp - 8);
    long value = py.attributes.get(owner, name);
    memory.store64(sp - 8, value);
    py.decref(owner);
    return sp;
  }

  long run(long frame, long sp, int op, int arg) {
    return switch (op) {
      case Ops.LOAD_NAME -> push(sp, loadName(frame, name(frame, arg)));
      case Ops.STORE_NAME -> storeName(frame, sp, name(frame, arg));
      case Ops.DELETE_NAME -> deleteName(frame, sp, name(frame, arg));
      case Ops.STORE_GLOBAL -> storeGlobal(frame, sp, name(frame, arg));
      case Ops.DELETE_GLOBAL -> deleteGlobal(frame, sp, name(frame, arg));
      case Ops.STORE_ATTR -> storeAttribute(frame, sp, arg);
      case Ops.DELETE_ATTR -> deleteAttribute(sp, name(frame, arg));
      case Ops.DELETE_FAST -> deleteFast(frame, sp, arg);
      case Ops.LOAD_CLOSURE -> push(sp, py.own(machine.frames.cell(frame, arg)));
      case Ops.LOAD_DEREF -> push(sp, deref(frame, arg));
      case Ops.LOAD_CLASSDEREF -> push(sp, classDeref(frame, arg));
      case Ops.STORE_DEREF -> storeDeref(frame, sp, arg);
      case Ops.DELETE_DEREF -> deleteDeref(frame, sp, arg);
      case Ops.SETUP_ANNOTATIONS -> setupAnnotations(frame, sp);
      case Ops.STORE_ANNOTATION -> storeAnnotation(frame, sp, name(frame, arg));
      case Ops.IMPORT_NAME -> imports.name(frame, sp, name(frame, arg));
      case Ops.IMPORT_FROM -> imports.from(sp, name(frame, arg));
      default -> imports.star(frame, sp);
    };
  }

  private long localsOf(long frame, String doing, long name) {
    long locals = memory.load64(frame + Frames.LOCALS);
    if (locals == 0) {
      throw Raise.systemError("no locals %s %s".formatted(doing, py.texts.reprText(name)));
    }
    return locals;
  }

  private long loadName(long frame, long name) {
    long locals = localsOf(frame, "when loading", name);
    long value = fromMapping(locals, name);
    if (value != 0) {
      return value;
    }
    value = globalOrBuiltin(frame, name);
    if (value == 0) {
      throw undefined(name);
    }
    return py.own(value);
  }

  /** The value in locals, a new reference, or 0. */
  private long fromMapping(long locals, long name) {
    if (py.typeOf(locals) == py.types.dict) {
      long value = py.dicts.getName(locals, name);
      return value == 0 ? 0 : py.own(value);
    }
    try {
      return py.items.get(locals, name);
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "KeyError");
      return 0;
    }
  }

  private long storeName(long frame, long sp, long name) {
    long locals = localsOf(frame, "found when storing", name);
    long value = memory.load64(sp - 8);
    if (py.typeOf(locals) == py.types.dict) {
      py.dicts.set(locals, name, value);
    } else {
      py.items.set(locals, name, value);
    }
    py.decref(value);
    return sp - 8;
  }

  private long deleteName(long frame, long sp, long name) {
    long locals = localsOf(frame, "when deleting", name);
    try {
      py.items.set(locals, name, 0);
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "KeyError");
      throw undefined(name);
    }
    return sp;
  }

  private long storeGlobal(long frame, long sp, long name) {
    long value = memory.load64(sp - 8);
    py.dicts.set(memory.load64(frame + Frames.GLOBALS), name, value);
    py.decref(value);
    return sp - 8;
  }

  private long deleteGlobal(long frame, long sp, long name) {
    if (!py.dicts.remove(memory.load64(frame + Frames.GLOBALS), name)) {
      throw undefined(name);
    }
    return sp;
  }

  long storeAttribute(long frame, long sp, int index) {
    long name = name(frame, index);
    long owner = memory.load64(sp - 8);
    long value = memory.load64(sp - 16);
    py.attributes.set(owner, name, value);
    py.decref(value);
    py.decref(owner);
    return sp - 16;
  }

  private long deleteAttribute(long sp, long name) {
    long owner = memory.load64(sp - 8);
    py.attributes.set(owner, name, 0);
    py.decref(owner);
    return sp - 8;
  }

  private long deleteFast(long frame, long sp, int arg) {
    long place = frame + Frames.FAST + 8L * arg;
    if (memory.load64(place) == 0) {
      throw unboundLocal(memory.load64(frame + Frames.CODE), arg);
    }
    py.clear(place);
    return sp;
  }

  private Raise unboundDeref(long frame, int arg) {
    String name = machine.frames.derefName(frame, arg);
    return machine.frames.isCell(frame, arg)
        ? Raise.of(
            "UnboundLocalError", "local variable '%s' referenced before assignment".formatted(name))
        : Raise.of(
            "NameError",
            "free variable '%s' referenced before assignment in enclosing scope".formatted(name));
  }

  private long deref(long frame, int arg) {
    long value = memory.load64(machine.frames.cell(frame, arg) + Cells.VALUE);
    if (value == 0) {
      throw unboundDeref(frame, arg);
    }
    return py.own(value);
  }

  private long classDeref(long frame, int arg) {
    long name = py.strs.of(machine.frames.derefName(frame, arg));
    long value = fromMapping(memory.load64(frame + Frames.LOCALS), name);
    py.decref(name);
    return value != 0 ? value : deref(frame, arg);
  }

  private long storeDeref(long frame, long sp, int arg) {
    long value = memory.load64(sp - 8);
    py.replace(machine.frames.cell(frame, arg) + Cells.VALUE, value);
    return sp - 8;
  }

  private long deleteDeref(long frame, long sp, int arg) {
    long place = machine.frames.cell(frame, arg) + Cells.VALUE;
    if (memory.load64(place) == 0) {
      throw unboundDeref(frame, arg);
    }
    py.clear(place);
    return sp;
  }

  private long setupAnnotations(long frame, long sp) {
    long locals = memory.load64(frame + Frames.LOCALS);
    long name = py.names.of("__annotations__");
    long present = fromMapping(locals, name);
    if (present == 0) {
      present = py.dicts.create();
      py.items.set(locals, name, present);
    }
    py.decref(present);
    return sp;
  }

  private long storeAnnotation(long frame, long sp, long name) {
    long locals = memory.load64(frame + Frames.LOCALS);
    long annotations = fromMapping(locals, py.names.of("__annotations__"));
    if (annotations == 0) {
      throw Raise.of("NameError", "__annotations__ not found");
    }
    long value = memory.load64(sp - 8);
    py.items.set(annotations, name, value);
    py.decref(annotations);
    py.decref(value);
    return sp - 8;
  }
}
