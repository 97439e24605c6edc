package gradus.engine.vm;

import gradus.engine.builtin.DictMerge;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeFlags;

/** Displays, comprehensions, f-strings, functions: instructions that make objects. */
final class BuildOps {

  private final Machine machine;
  private final Space py;
  private final Memory memory;

  BuildOps(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
  }

  long shuffle(long sp, int op) {
    long top = memory.load64(sp - 8);
    switch (op) {
      case Ops.ROT_TWO -> {
        memory.store64(sp - 8, memory.load64(sp - 16));
        memory.store64(sp - 16, top);
      }
      case Ops.ROT_THREE -> {
        memory.store64(sp - 8, memory.load64(sp - 16));
        memory.store64(sp - 16, memory.load64(sp - 24));
        memory.store64(sp - 24, top);
      }
      case Ops.DUP_TOP -> {
        memory.store64(sp, py.own(top));
        return sp + 8;
      }
      default -> {
        memory.store64(sp, py.own(memory.load64(sp - 16)));
        memory.store64(sp + 8, py.own(top));
        return sp + 16;
      }
    }
    return sp;
  }

  long run(long frame, long sp, int op, int arg) {
    return switch (op) {
      case Ops.BUILD_TUPLE -> buildTuple(sp, arg);
      case Ops.BUILD_LIST -> moved(sp, arg, list(sp, arg));
      case Ops.BUILD_SET -> released(sp, arg, set(sp, arg));
      case Ops.BUILD_MAP -> released(sp, 2 * arg, map(sp, arg));
      case Ops.BUILD_CONST_KEY_MAP -> released(sp, arg + 1, constKeyMap(sp, arg));
      case Ops.BUILD_STRING -> released(sp, arg, string(sp, arg));
      case Ops.BUILD_SLICE -> released(sp, arg, slice(sp, arg));
      case Ops.BUILD_LIST_UNPACK -> released(sp, arg, unpacked(sp, arg, false));
      case Ops.BUILD_TUPLE_UNPACK -> released(sp, arg, tupleUnpacked(sp, arg, false));
      case Ops.BUILD_TUPLE_UNPACK_WITH_CALL -> released(sp, arg, tupleUnpacked(sp, arg, true));
      case Ops.BUILD_SET_UNPACK -> released(sp, arg, setUnpacked(sp, arg));
      case Ops.BUILD_MAP_UNPACK -> released(sp, arg, mapUnpacked(sp, arg));
      case Ops.BUILD_MAP_UNPACK_WITH_CALL -> released(sp, arg, keywordsUnpacked(sp, arg));
      case Ops.LIST_APPEND -> listAppend(sp, arg);
      case Ops.SET_ADD -> setAdd(sp, arg);
      case Ops.MAP_ADD -> mapAdd(sp, arg);
      case Ops.FORMAT_VALUE -> formatValue(sp, arg);
      case Ops.MAKE_FUNCTION -> makeFunction(frame, sp, arg);
      case Ops.LOAD_BUILD_CLASS -> loadBuildClass(frame, sp);
      default -> printExpression(sp);
    };
  }

  /** Puts a result in the place of operands whose references it took over. */
  private long moved(long sp, int count, long result) {
    long place = sp - 8L * count;
    memory.store64(place, result);
    return place + 8;
  }

  /** Puts a result in the place of operands, which are let go. */
  private long released(long sp, int count, long result) {
    long place = sp - 8L * count;
    for (long at = sp - 8; at >= place; at -= 8) {
      py.decref(memory.load64(at));
    }
    memory.store64(place, result);
    return place + 8;
  }

  private long at(long sp, int count, int index) {
    return memory.load64(sp - 8L * (count - index));
  }

  long buildTuple(long sp, int count) {
    return moved(sp, count, tuple(sp, count));
  }

  private long tuple(long sp, int count) {
    long tuple = py.tuples.unset(count);
    for (int index = 0; index < count; index++) {
      py.tuples.set(tuple, index, at(sp, count, index));
    }
    return tuple;
  }

  private long list(long sp, int count) {
    long list = py.lists.create(count);
    for (int index = 0; index < count; index++) {
      py.listOps.initialise(list, index, at(sp, count, index));
    }
    return list;
  }

  private long set(long sp, int count) {
    long set = py.sets.create(py.sets.type());
    for (int index = 0; index < count; index++) {
      py.sets.add(set, at(sp, count, index));
    }
    return set;
  }

  private long map(long sp, int count) {
    long dict = py.dicts.create();
    py.dicts.reserve(dict, count);
    for (int index = 0; index < 2 * count; index += 2) {
      py.dicts.set(dict, at(sp, 2 * count, index), at(sp, 2 * count, index + 1));
    }
    return dict;
  }

  private long constKeyMap(long sp, int count) {
    long keys = memory.load64(sp - 8);
    long dict = py.dicts.create();
    py.dicts.reserve(dict, count);
    for (int index = 0; index < count; index++) {
      py.dicts.set(dict, py.tuples.get(keys, index), at(sp - 8, count, index));
    }
    return dict;
  }

  private long string(long sp, int count) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < count; index++) {
      text.append(py.strs.text(at(sp, count, index)));
    }
    return py.strs.of(text.toString());
  }

  private long slice(long sp, int count) {
    long step = count == 3 ? memory.load64(sp - 8) : py.none;
    return py.slices.of(at(sp, count, 0), at(sp, count, 1), step);
  }

  private long unpacked(long sp, int count, boolean call) {
    long list = py.lists.create(0);
    for (int index = 0; index < count; index++) {
      long items = at(sp, count, index);
      boolean iterable = py.calls.hasSpecial(items, "__iter__") || py.items.isSequence(items);
      if (call && !iterable) {
        long function = memory.load64(sp - 8L * (count + 1));
        throw Raise.typeError(
            "%s argument after * must be an iterable, not %s"
                .formatted(CallOps.describe(py, function), py.typeName(items)));
      }
      py.items.extend(list, items);
    }
    return list;
  }

  private long tupleUnpacked(long sp, int count, boolean call) {
    long list = unpacked(sp, count, call);
    long tuple = py.items.tupleOf(list);
    py.decref(list);
    return tuple;
  }

  private long setUnpacked(long sp, int count) {
    long set = py.sets.create(py.sets.type());
    for (int index = 0; index < count; index++) {
      py.decref(py.calls.method(set, "update", at(sp, count, index)));
    }
    return set;
  }

  private long mapUnpacked(long sp, int count) {
    long dict = py.dicts.create();
    for (int index = 0; index < count; index++) {
      long source = at(sp, count, index);
      requireMapping(source, "'%s' object is not a mapping");
      new DictMerge(py).merge(dict, source);
    }
    return dict;
  }

  private void requireMapping(long source, String message) {
    long keys = py.attributes.find(source, "keys");
    if (keys == 0) {
      throw Raise.typeError(message.formatted(py.typeName(source)));
    }
    py.decref(keys);
  }

  /** Keyword arguments of several mappings, none of which may come twice. */
  private long keywordsUnpacked(long sp, int count) {
    long function = memory.load64(sp - 8L * (count + 2));
    String name = CallOps.describe(py, function);
    long dict = py.dicts.create();
    for (int index = 0; index < count; index++) {
      long source = at(sp, count, index);
      requireMapping(source, name + " argument after ** must be a mapping, not %s");
      long copy = py.dicts.create();
      new DictMerge(py).merge(copy, source);
      for (int at = py.dicts.next(copy, 0); at >= 0; at = py.dicts.next(copy, at + 1)) {
        long key = py.dicts.keyAt(copy, at);
        if (!py.strs.is(key)) {
          throw Raise.typeError(name + " keywords must be strings");
        }
        if (py.dicts.contains(dict, key)) {
          throw Raise.typeError(
              "%s got multiple values for keyword argument '%s'"
                  .formatted(name, py.strs.text(key)));
        }
        py.dicts.set(dict, key, py.dicts.valueAt(copy, at));
      }
      py.decref(copy);
    }
    return dict;
  }

  private long listAppend(long sp, int depth) {
    long item = memory.load64(sp - 8);
    long list = memory.load64(sp - 8 - 8L * depth);
    require(py.types.is(list, TypeFlags.LIST));
    py.listOps.append(list, item);
    py.decref(item);
    return sp - 8;
  }

  private long setAdd(long sp, int depth) {
    long item = memory.load64(sp - 8);
    long set = memory.load64(sp - 8 - 8L * depth);
    require(py.sets.isAny(set));
    py.sets.add(set, item);
    py.decref(item);
    return sp - 8;
  }

  private long mapAdd(long sp, int depth) {
    long key = memory.load64(sp - 8);
    long value = memory.load64(sp - 16);
    long dict = memory.load64(sp - 16 - 8L * depth);
    require(py.dicts.is(dict));
    py.dicts.set(dict, key, value);
    py.decref(key);
    py.decref(value);
    return sp - 16;
  }

  /** Code that was not made by the compiler can be wrong about what lies on the stack. */
  private static void require(boolean isContainer) {
    if (!isContainer) {
      throw Raise.systemError("bad argument to internal function");
    }
  }

  private long formatValue(long sp, int flags) {
    boolean hasSpec = (flags & 4) != 0;
    long place = hasSpec ? sp - 16 : sp - 8;
    long spec = hasSpec ? memory.load64(sp - 8) : py.strs.empty();
    long value = memory.load64(place);
    long converted =
        switch (flags & 3) {
          case 1 -> py.texts.str(value);
          case 2 -> py.texts.repr(value);
          case 3 -> py.texts.ascii(value);
          default -> py.own(value);
        };
    long text;
    try {
      text = py.texts.format(converted, spec);
    } finally {
      py.decref(converted);
      if (!hasSpec) {
        py.decref(spec);
      }
    }
    return released(sp, hasSpec ? 2 : 1, text);
  }

  private long makeFunction(long frame, long sp, int flags) {
    long qualname = memory.load64(sp - 8);
    long code = memory.load64(sp - 16);
    long function = machine.functions.of(code, memory.load64(frame + Frames.GLOBALS), qualname);
    py.decref(qualname);
    py.decref(code);
    long top = sp - 16;
    int[] bits = {8, 4, 2, 1};
    int[] fields = {
      Functions.CLOSURE, Functions.ANNOTATIONS, Functions.KWDEFAULTS, Functions.DEFAULTS
    };
    for (int index = 0; index < bits.length; index++) {
      if ((flags & bits[index]) != 0) {
        top -= 8;
        memory.store64(function + fields[index], memory.load64(top));
      }
    }
    memory.store64(top, function);
    return top + 8;
  }

  private long loadBuildClass(long frame, long sp) {
    long builtins = memory.load64(frame + Frames.BUILTINS);
    long function = py.dicts.getName(builtins, py.names.of("__build_class__"));
    if (function == 0) {
      throw Raise.of("NameError", "__build_class__ not found");
    }
    memory.store64(sp, py.own(function));
    return sp + 8;
  }

  private long printExpression(long sp) {
    long value = memory.load64(sp - 8);
    long sys = machine.modules.find("sys");
    long hook = py.attributes.get(sys, "displayhook");
    py.decref(py.calls.call(hook, value));
    py.decref(hook);
    py.decref(value);
    return sp - 8;
  }
}
