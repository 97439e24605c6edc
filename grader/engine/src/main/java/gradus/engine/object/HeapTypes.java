package gradus.engine.object;

import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import java.util.function.LongSupplier;

/** Makes classes: what {@code type(name, bases, dict)} does (type_new in Objects/typeobject.c). */
public final class HeapTypes {

  static final int NAME = TypeStructs.HEAP_TYPE.offset("ht_name");
  static final int QUALNAME = TypeStructs.HEAP_TYPE.offset("ht_qualname");
  static final int SLOTS = TypeStructs.HEAP_TYPE.offset("ht_slots");
  private static final int SIZE = 16;
  private static final int MEMBER_SIZE = TypeStructs.MEMBER_DEF.size();

  private final Space py;
  private final Memory memory;
  private final InstanceLife life;
  private final LayoutMatch layouts;
  private LongSupplier globals = () -> 0;

  HeapTypes(Space py) {
    this.py = py;
    memory = py.memory;
    life = new InstanceLife(py);
    layouts = new LayoutMatch(py);
  }

  /**
   * Says how to find the running frame's globals, borrowed, or 0: a class's module is named there.
   */
  public void globalsFrom(LongSupplier supplier) {
    globals = supplier;
  }

  /** The metaclass that fits all bases: the most derived of theirs and the given one. */
  public long metaclass(long meta, long bases) {
    long winner = meta;
    for (int index = 0; index < py.tuples.size(bases); index++) {
      long candidate = py.typeOf(py.tuples.get(bases, index));
      if (py.typeObjects.isSubtype(winner, candidate)) {
        continue;
      }
      if (!py.typeObjects.isSubtype(candidate, winner)) {
        throw Raise.typeError(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass"
                + " of the metaclasses of all its bases");
      }
      winner = candidate;
    }
    return winner;
  }

  /** What {@code type.__new__} does. */
  public long create(long meta, long tuple, long keywords) {
    long name = py.tuples.get(tuple, 0);
    long bases = py.tuples.get(tuple, 1);
    long dict = py.tuples.get(tuple, 2);
    requireKinds(name, bases, dict);
    long winner = metaclass(meta, bases);
    if (winner != meta
        && memory.load64(winner + TypeObjects.NEW)
            != memory.load64(py.types.type + TypeObjects.NEW)) {
      long function = memory.load64(winner + TypeObjects.NEW);
      return py.code.ternary(function).call(winner, tuple, keywords);
    }
    long actual = py.tuples.size(bases) == 0 ? py.tuples.of(py.types.object) : py.own(bases);
    long type = layOut(winner, name, actual, dict);
    finish(type, keywords);
    return type;
  }

  private void requireKinds(long name, long bases, long dict) {
    long[] values = {name, bases, dict};
    long[] flags = {TypeFlags.STR, TypeFlags.TUPLE, TypeFlags.DICT};
    String[] names = {"str", "tuple", "dict"};
    for (int index = 0; index < values.length; index++) {
      if (!py.types.is(values[index], flags[index])) {
        throw Raise.typeError(
            "type.__new__() argument %d must be %s, not %s"
                .formatted(index + 1, names[index], py.typeName(values[index])));
      }
    }
    if (py.strs.text(name).indexOf('\0') >= 0) {
      throw Raise.valueError("type name must not contain null characters");
    }
  }

  private long layOut(long meta, long name, long bases, long classDict) {
    long base = layouts.bestBase(bases);
    long dict = py.dicts.copy(classDict);
    SlotNames slots = SlotNames.of(py, dict, bases, base, py.strs.text(name));
    long size = memory.load64(meta + TypeObjects.BASIC_SIZE) + (long) slots.count() * MEMBER_SIZE;
    long type = py.allocate(meta, size);
    memory.store64(type + SIZE, slots.count());
    memory.store64(type + NAME, py.own(name));
    memory.store64(type + TypeObjects.NAME, py.data.string(py.strs.text(name)));
    memory.store64(type + TypeObjects.BASES, bases);
    memory.store64(type + TypeObjects.BASE, py.own(base));
    memory.store64(type + TypeObjects.DICT, dict);
    pointSuites(type);
    long flags = TypeFlags.HEAP_TYPE | TypeFlags.BASE_TYPE | TypeFlags.HAVE_FINALIZE;
    boolean container =
        (py.types.flags(base) & TypeFlags.HAVE_GC) != 0 || slots.addsDict() || slots.count() > 0;
    memory.store64(type + TypeObjects.FLAGS, flags | (container ? TypeFlags.HAVE_GC : 0));
    fillDict(type, name, dict);
    memory.store64(type + SLOTS, slots.tuple());
    slots.place(type, base);
    memory.store64(type + Slots.type("tp_dealloc"), life.dealloc());
    memory.store64(type + Slots.type("tp_traverse"), life.traverse());
    memory.store64(type + Slots.type("tp_clear"), life.clear());
    py.track(type);
    return type;
  }

  private void pointSuites(long type) {
    String[] first = {"am_await", "nb_add", "mp_length", "sq_length", "bf_getbuffer"};
    for (String slot : first) {
      long suite = type + TypeStructs.HEAP_TYPE.offset(slot);
      memory.store64(type + Slots.suitePointer(slot), suite);
    }
  }

  private void fillDict(long type, long name, long dict) {
    long module = globals.getAsLong();
    long moduleName = module == 0 ? 0 : py.dicts.getName(module, py.names.of("__name__"));
    if (moduleName != 0 && !py.dicts.contains(dict, py.names.of("__module__"))) {
      py.dicts.setName(dict, "__module__", moduleName);
    }
    long qualname = py.dicts.getName(dict, py.names.of("__qualname__"));
    if (qualname != 0 && !py.strs.is(qualname)) {
      throw Raise.typeError("type __qualname__ must be a str, not " + py.typeName(qualname));
    }
    memory.store64(type + QUALNAME, py.own(qualname == 0 ? name : qualname));
    if (qualname != 0) {
      py.dicts.remove(dict, py.names.of("__qualname__"));
    }
    wrapFunction(dict, "__new__", py.functions::staticMethod);
    wrapFunction(dict, "__init_subclass__", py.functions::classMethod);
    long cell = py.dicts.getName(dict, py.names.of("__classcell__"));
    if (cell != 0) {
      if (!py.typeName(cell).equals("cell")) {
        throw Raise.typeError(
            "__classcell__ must be a nonlocal cell, not " + py.texts.reprText(py.typeOf(cell)));
      }
      py.replace(cell + SIZE, py.own(type));
      py.dicts.remove(dict, py.names.of("__classcell__"));
    }
  }

  private void wrapFunction(long dict, String name, java.util.function.LongUnaryOperator wrapping) {
    long function = py.dicts.getName(dict, py.names.of(name));
    if (function != 0 && py.calls.isPythonFunction(function)) {
      long wrapped = wrapping.applyAsLong(py.own(function));
      py.dicts.setName(dict, name, wrapped);
      py.decref(wrapped);
    }
  }

  private void finish(long type, long keywords) {
    try {
      py.typeObjects.ready().ready(type);
      py.typeObjects.slotUpdate().all(type);
      py.sharedKeys.prepare(type);
      setNames(type);
      initSubclass(type, keywords);
    } catch (Raise raise) {
      py.decref(type);
      throw raise;
    }
  }

  /** Tells each attribute its name: {@code __set_name__} (PEP 487). */
  private void setNames(long type) {
    long dict = py.dicts.copy(memory.load64(type + TypeObjects.DICT));
    try {
      for (int at = py.dicts.next(dict, 0); at >= 0; at = py.dicts.next(dict, at + 1)) {
        long value = py.dicts.valueAt(dict, at);
        long found = py.typeObjects.lookup(py.typeOf(value), "__set_name__");
        if (found != 0) {
          long method = py.attributes.bind(found, value, py.typeOf(value));
          setName(type, py.dicts.keyAt(dict, at), value, method);
        }
      }
    } finally {
      py.decref(dict);
    }
  }

  private void setName(long type, long key, long value, long method) {
    try {
      py.decref(py.calls.callWith(method, type, key));
    } catch (Raise raise) {
      throw py.exceptions.inPlaceOf(
          raise,
          Raise.runtimeError(
              "Error calling __set_name__ on '%s' instance %s in '%s'"
                  .formatted(
                      py.typeName(value), py.texts.reprText(key), py.typeObjects.fullName(type))));
    } finally {
      py.decref(method);
    }
  }

  private void initSubclass(long type, long keywords) {
    long mro = memory.load64(type + TypeObjects.MRO);
    for (int index = 1; index < py.tuples.size(mro); index++) {
      long dict = memory.load64(py.tuples.get(mro, index) + TypeObjects.DICT);
      long found = py.dicts.getName(dict, py.names.of("__init_subclass__"));
      if (found != 0) {
        long bound = py.attributes.bind(found, 0, type);
        long none = py.tuples.empty();
        try {
          py.decref(py.calls.call(bound, none, keywords));
        } finally {
          py.decref(bound);
          py.decref(none);
        }
        return;
      }
    }
  }

  /** {@code type.__bases__ = bases}. */
  public void setBases(long type, long bases) {
    new BasesAssignment(py, layouts).set(type, bases);
  }

  /** Which classes' instances are laid out alike. */
  public LayoutMatch layouts() {
    return layouts;
  }

  /** Empties a class, so that the cycle of it and its MRO falls apart. */
  public void clear(long type) {
    py.typeObjects.changed();
    py.dicts.clear(memory.load64(type + TypeObjects.DICT));
    py.clear(type + TypeObjects.MRO);
  }

  /** Ends a class; a metaclass that is a class itself is let go of as the type of any instance. */
  public void dealloc(long type) {
    py.untrack(type);
    py.weakRefs.clear(type);
    long bases = memory.load64(type + TypeObjects.BASES);
    for (int index = 0; index < py.tuples.size(bases); index++) {
      py.typeObjects.removeSubclass(py.tuples.get(bases, index), type);
    }
    py.typeObjects.changed();
    for (int field :
        new int[] {
          TypeObjects.BASE,
          TypeObjects.DICT,
          TypeObjects.BASES,
          TypeObjects.MRO,
          TypeObjects.SUBCLASSES,
          NAME,
          QUALNAME,
          SLOTS
        }) {
      py.xdecref(memory.load64(type + field));
    }
    py.sharedKeys.drop(type);
    py.free(type);
  }

  /** The name of the slot at an offset in a class's instances; empty if none is there. */
  String slotAt(long type, int offset) {
    for (long at = type; isHeapType(at); at = memory.load64(at + TypeObjects.BASE)) {
      long member = at + memory.load64(py.typeOf(at) + TypeObjects.BASIC_SIZE);
      for (long count = memory.load64(at + SIZE); count > 0; count--, member += MEMBER_SIZE) {
        if (memory.load64(member + TypeStructs.MEMBER_DEF.offset("offset")) == offset) {
          return memory.string(memory.load64(member + TypeStructs.MEMBER_DEF.offset("name")));
        }
      }
    }
    return "";
  }

  private boolean isHeapType(long type) {
    return type != 0 && (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0;
  }
}
