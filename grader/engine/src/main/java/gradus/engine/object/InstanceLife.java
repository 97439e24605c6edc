package gradus.engine.object;

import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import java.util.function.LongConsumer;

/** What instances of classes hold, and how they end (subtype_dealloc in Objects/typeobject.c). */
final class InstanceLife {

  private static final int DEALLOC = Slots.type("tp_dealloc");
  private static final int TRAVERSE = Slots.type("tp_traverse");
  private static final int CLEAR = Slots.type("tp_clear");

  private final Space py;
  private final Memory memory;
  private final long dealloc;
  private final long traverse;
  private final long clear;

  InstanceLife(Space py) {
    this.py = py;
    memory = py.memory;
    dealloc = py.code.defineDestructor("subtype_dealloc", this::end);
    traverse = py.code.defineTraverse("subtype_traverse", this::visit);
    clear = py.code.defineDestructor("subtype_clear", this::empty);
  }

  long dealloc() {
    return dealloc;
  }

  long traverse() {
    return traverse;
  }

  long clear() {
    return clear;
  }

  private void end(long object) {
    long type = py.typeOf(object);
    if ((py.types.flags(type) & TypeFlags.HAVE_GC) == 0) {
      if (!py.finalizers.revive(object)) {
        release(object);
      }
      return;
    }
    py.untrack(object);
    if (!py.trashcan().enterInstance(object)) {
      return;
    }
    if (!revived(object)) {
      release(object);
    }
    py.trashcan().leaveInstance();
  }

  private boolean revived(long object) {
    if (!py.finalizers.has(object)) {
      return false;
    }
    py.track(object);
    if (py.finalizers.revive(object)) {
      return true;
    }
    py.untrack(object);
    return false;
  }

  private void release(long object) {
    // The finaliser may have given the object another class.
    long type = py.typeOf(object);
    py.weakRefs.clear(object);
    long base = type;
    while (memory.load64(base + DEALLOC) == dealloc) {
      eachSlot(base, py::clear, object);
      base = memory.load64(base + TypeObjects.BASE);
    }
    long place = py.typeObjects.dictPlace(object);
    if (place != 0 && memory.load64(base + TypeObjects.DICT_OFFSET) == 0) {
      py.clear(place);
    }
    py.code.destructor(memory.load64(base + DEALLOC)).dealloc(object);
    py.decref(type);
  }

  /** Empties an instance's slots and lets go of its dict. */
  private void empty(long object) {
    long base = py.typeOf(object);
    while (memory.load64(base + CLEAR) == clear) {
      eachSlot(base, py::clear, object);
      base = memory.load64(base + TypeObjects.BASE);
    }
    long place = py.typeObjects.dictPlace(object);
    if (place != 0 && memory.load64(base + TypeObjects.DICT_OFFSET) == 0) {
      py.clear(place);
    }
    if (memory.load64(base + CLEAR) != 0) {
      py.code.destructor(memory.load64(base + CLEAR)).dealloc(object);
    }
  }

  private void eachSlot(long type, LongConsumer action, long object) {
    long count = memory.load64(type + 16);
    long member = type + TypeStructs.HEAP_TYPE.size();
    for (long index = 0; index < count; index++) {
      action.accept(object + memory.load64(member + TypeStructs.MEMBER_DEF.offset("offset")));
      member += TypeStructs.MEMBER_DEF.size();
    }
  }

  private void visit(long object, LongConsumer visitor) {
    long type = py.typeOf(object);
    long base = type;
    while (memory.load64(base + TRAVERSE) == traverse) {
      eachSlot(
          base,
          place -> {
            if (memory.load64(place) != 0) {
              visitor.accept(memory.load64(place));
            }
          },
          object);
      base = memory.load64(base + TypeObjects.BASE);
    }
    long place = py.typeObjects.dictPlace(object);
    if (place != 0
        && memory.load64(base + TypeObjects.DICT_OFFSET) == 0
        && memory.load64(place) != 0) {
      visitor.accept(memory.load64(place));
    }
    visitor.accept(type);
    if (memory.load64(base + TRAVERSE) != 0) {
      py.code.traverse(memory.load64(base + TRAVERSE)).traverse(object, visitor);
    }
  }

  /** The PyGetSetDef of {@code __dict__}. */
  static long dictAttribute(Space py) {
    return attribute(
        py,
        "__dict__",
        (Unary) object -> getInstanceDict(py, object),
        (Binary) (object, value) -> setInstanceDict(py, object, value));
  }

  /** A built-in type with a dict, such as type, has the say over the dict of what descends. */
  private static long ofBuiltinBase(Space py, long object) {
    long type = py.typeOf(object);
    for (long base = type; base != 0; base = py.memory.load64(base + TypeObjects.BASE)) {
      boolean heap = (py.types.flags(base) & TypeFlags.HEAP_TYPE) != 0;
      if (!heap && py.memory.load64(base + TypeObjects.DICT_OFFSET) != 0) {
        long descriptor = py.typeObjects.lookup(base, "__dict__");
        if (descriptor == 0 || !py.attributes.hasSet(descriptor)) {
          throw Raise.typeError(
              "this __dict__ descriptor does not support '%s' objects"
                  .formatted(py.typeName(object)));
        }
        return descriptor;
      }
    }
    return 0;
  }

  private static long getInstanceDict(Space py, long object) {
    long descriptor = ofBuiltinBase(py, object);
    return descriptor != 0
        ? py.attributes.bind(descriptor, object, py.typeOf(object))
        : getDict(py, object);
  }

  static long getDict(Space py, long object) {
    long place = py.typeObjects.dictPlace(object);
    if (place == 0) {
      throw Raise.attributeError("This object has no __dict__");
    }
    if (py.memory.load64(place) == 0) {
      py.memory.store64(place, py.sharedKeys.create(py.typeOf(object)));
    }
    return py.own(py.memory.load64(place));
  }

  private static long setInstanceDict(Space py, long object, long value) {
    long descriptor = ofBuiltinBase(py, object);
    if (descriptor != 0) {
      py.attributes.setThrough(descriptor, object, value);
      return 0;
    }
    if (value == 0) {
      py.clear(py.typeObjects.dictPlace(object));
      return 0;
    }
    return replaceDict(py, object, value);
  }

  static long replaceDict(Space py, long object, long value) {
    if (value == 0) {
      throw Raise.typeError("cannot delete __dict__");
    }
    if (!py.dicts.is(value)) {
      throw Raise.typeError(
          "__dict__ must be set to a dictionary, not a '%s'".formatted(py.typeName(value)));
    }
    py.replace(py.typeObjects.dictPlace(object), py.own(value));
    return 0;
  }

  /** The PyGetSetDef of {@code __weakref__}. */
  static long weakAttribute(Space py) {
    return attribute(
        py,
        "__weakref__",
        object -> {
          long first = py.memory.load64(py.weakRefs.place(object));
          return first == 0 ? py.newNone() : py.own(first);
        },
        (object, value) -> {
          throw Raise.attributeError(
              "attribute '__weakref__' of '%s' objects is not writable"
                  .formatted(py.typeName(object)));
        });
  }

  private static long attribute(Space py, String name, Unary get, Binary set) {
    long def = py.data.reserve(Segment.DATA, TypeStructs.GETSET_DEF.size(), 8);
    memoryOf(py).store64(def, py.data.string(name));
    memoryOf(py).store64(def + TypeStructs.GETSET_DEF.offset("get"), py.code.define(name, get));
    memoryOf(py).store64(def + TypeStructs.GETSET_DEF.offset("set"), py.code.define(name, set));
    return def;
  }

  private static Memory memoryOf(Space py) {
    return py.memory;
  }
}
