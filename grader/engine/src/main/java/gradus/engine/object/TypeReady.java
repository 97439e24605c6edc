package gradus.engine.object;

import gradus.engine.layout.Field;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import java.util.List;

/** Completes a type: its MRO, its inherited slots, its slots seen as methods (PyType_Ready). */
public final class TypeReady {

  private static final int HASH = Slots.type("tp_hash");
  private static final int COMPARE = Slots.type("tp_richcompare");
  private static final List<String> INHERITED =
      List.of(
          "tp_dealloc",
          "tp_print",
          "tp_getattro",
          "tp_setattro",
          "tp_repr",
          "tp_call",
          "tp_str",
          "tp_iter",
          "tp_iternext",
          "tp_descr_get",
          "tp_descr_set",
          "tp_init",
          "tp_alloc",
          "tp_free",
          "tp_is_gc",
          "tp_traverse",
          "tp_clear",
          "tp_del",
          "tp_finalize");
  private static final List<String> SUITES =
      List.of("nb_add", "sq_length", "mp_length", "am_await", "bf_getbuffer");

  private final Space py;
  private final Memory memory;
  private final SlotTable table;
  private final Mro mro;
  private final long newWrapper;

  TypeReady(Space py, SlotTable table) {
    this.py = py;
    this.table = table;
    memory = py.memory;
    mro = new Mro(py);
    newWrapper = py.code.define("tp_new_wrapper", (Fast) this::callNew);
  }

  /** Makes a type ready whose own fields are set. */
  public void ready(long type) {
    boolean isObject = type == py.types.object;
    long base = isObject ? 0 : orObject(memory.load64(type + TypeObjects.BASE));
    memory.store64(type + TypeObjects.BASE, base);
    if (memory.load64(type + TypeObjects.BASES) == 0) {
      long bases = isObject ? py.tuples.empty() : py.tuples.of(base);
      memory.store64(type + TypeObjects.BASES, bases);
    }
    long dict = memory.load64(type + TypeObjects.DICT);
    addNew(type, dict);
    addWrappers(type, dict);
    if (memory.load64(type + TypeObjects.MRO) == 0) {
      renewMro(type);
    }
    inherit(type, base);
    if (!py.dicts.contains(dict, py.names.of("__doc__"))) {
      py.dicts.setName(dict, "__doc__", py.none);
    }
    hashRule(type, dict);
    flag(type, TypeFlags.READY | TypeFlags.HAVE_VERSION_TAG);
    py.typeObjects.changed();
    addToBases(type);
  }

  /**
   * Makes a type's MRO anew as its metaclass says; the old one is not let go of.
   *
   * @return false if that made another change to the type's MRO, which stands then
   */
  boolean renewMro(long type) {
    long old = memory.load64(type + TypeObjects.MRO);
    long made = mro.asked(type);
    if (memory.load64(type + TypeObjects.MRO) != old) {
      py.decref(made);
      return false;
    }
    memory.store64(type + TypeObjects.MRO, made);
    py.typeObjects.changed();
    return true;
  }

  public long mroOf(long type, long bases) {
    return mro.of(type, bases);
  }

  private long orObject(long base) {
    return base == 0 ? py.types.object : base;
  }

  private void flag(long type, long flags) {
    memory.store64(type + TypeObjects.FLAGS, py.types.flags(type) | flags);
  }

  private void addToBases(long type) {
    long bases = memory.load64(type + TypeObjects.BASES);
    for (int index = 0; index < py.tuples.size(bases); index++) {
      py.typeObjects.addSubclass(py.tuples.get(bases, index), type);
    }
  }

  /** {@code __new__}, if the type has its own tp_new. */
  private void addNew(long type, long dict) {
    boolean heap = (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0;
    boolean own = memory.load64(type + TypeObjects.NEW) != 0;
    if (heap || !own || py.dicts.contains(dict, py.names.of("__new__"))) {
      return;
    }
    int flags = TypeBuilder.FAST | TypeBuilder.KEYWORDS;
    long def = py.functions.methodDef("__new__", flags, newWrapper);
    long function = py.functions.create(def, type, 0);
    py.dicts.setName(dict, "__new__", function);
    py.decref(function);
  }

  private long callNew(long owner, long arguments, int count, long names) {
    String name = py.typeObjects.shortName(owner);
    if (count == 0) {
      throw Raise.typeError(name + ".__new__(): not enough arguments");
    }
    long type = memory.load64(arguments);
    if (!py.types.is(type, TypeFlags.TYPE)) {
      throw Raise.typeError(
          "%s.__new__(X): X is not a type object (%s)".formatted(name, py.typeName(type)));
    }
    requireSafe(owner, type, name);
    long tuple = py.tuples.ofArray(arguments + 8, count - 1);
    long keywords = names == 0 ? 0 : py.arguments.keywordDict(arguments, count, names);
    try {
      long function = memory.load64(owner + TypeObjects.NEW);
      return py.code.ternary(function).call(type, tuple, keywords);
    } finally {
      py.decref(tuple);
      py.xdecref(keywords);
    }
  }

  private void requireSafe(long owner, long type, String name) {
    String other = py.typeObjects.shortName(type);
    if (!py.typeObjects.isSubtype(type, owner)) {
      throw Raise.typeError(
          "%s.__new__(%s): %s is not a subtype of %s".formatted(name, other, other, name));
    }
    long natural = type;
    while (natural != 0 && (py.types.flags(natural) & TypeFlags.HEAP_TYPE) != 0) {
      natural = memory.load64(natural + TypeObjects.BASE);
    }
    if (natural != 0
        && memory.load64(natural + TypeObjects.NEW) != memory.load64(owner + TypeObjects.NEW)) {
      throw Raise.typeError(
          "%s.__new__(%s) is not safe, use %s.__new__()"
              .formatted(name, other, py.typeObjects.shortName(natural)));
    }
  }

  private void addWrappers(long type, long dict) {
    for (SlotTable.Def def : table.all()) {
      long function = def.wrapper() == 0 ? 0 : Slots.load(memory, type, def.slot());
      long name = py.names.of(def.name());
      if (function == 0
          || py.dicts.contains(dict, name)
          || function == py.comparisons.notHashable) {
        continue;
      }
      long wrapper =
          py.functions.descriptor(py.types.wrapperDescriptor, type, def.name(), def.wrapper());
      memory.store64(wrapper + Descriptors.WRAPPED, function);
      py.dicts.set(dict, name, wrapper);
      py.decref(wrapper);
    }
  }

  private void inherit(long type, long base) {
    if (base == 0) {
      return;
    }
    inheritShape(type, base);
    long order = memory.load64(type + TypeObjects.MRO);
    for (int index = 1; index < py.tuples.size(order); index++) {
      inheritSlots(type, py.tuples.get(order, index));
    }
    for (String first : SUITES) {
      int pointer = Slots.suitePointer(first);
      if (memory.load64(type + pointer) == 0) {
        memory.store64(type + pointer, memory.load64(base + pointer));
      }
    }
  }

  private void inheritShape(long type, long base) {
    for (int field :
        new int[] {
          TypeObjects.BASIC_SIZE,
          TypeObjects.ITEM_SIZE,
          TypeObjects.WEAKLIST_OFFSET,
          TypeObjects.DICT_OFFSET
        }) {
      if (memory.load64(type + field) == 0) {
        memory.store64(type + field, memory.load64(base + field));
      }
    }
    // A container's header cannot be taken away, and without a traverse of its own it is the
    // base's.
    flag(type, py.types.flags(base) & (TypeFlags.SUBCLASSES | TypeFlags.HAVE_GC));
    boolean heap = (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0;
    if (memory.load64(type + TypeObjects.NEW) == 0 && (base != py.types.object || heap)) {
      memory.store64(type + TypeObjects.NEW, memory.load64(base + TypeObjects.NEW));
    }
  }

  private void inheritSlots(long type, long base) {
    INHERITED.forEach(slot -> inheritField(type, base, Slots.type(slot)));
    if (memory.load64(type + HASH) == 0 && memory.load64(type + COMPARE) == 0 && !own(type)) {
      inheritField(type, base, HASH);
      inheritField(type, base, COMPARE);
    }
    for (String first : SUITES) {
      int pointer = Slots.suitePointer(first);
      long mine = memory.load64(type + pointer);
      long theirs = memory.load64(base + pointer);
      if (mine != 0 && theirs != 0 && mine != theirs) {
        inheritSuite(Slots.suite(first), mine, theirs);
      }
    }
  }

  private boolean own(long type) {
    long dict = memory.load64(type + TypeObjects.DICT);
    return py.dicts.contains(dict, py.names.of("__eq__"))
        || py.dicts.contains(dict, py.names.of("__hash__"));
  }

  private void inheritField(long type, long base, int offset) {
    if (memory.load64(type + offset) == 0) {
      memory.store64(type + offset, memory.load64(base + offset));
    }
  }

  private void inheritSuite(Struct suite, long mine, long theirs) {
    for (Field field : suite.fields()) {
      inheritField(mine, theirs, field.offset());
    }
  }

  /** A type that compares without hashing cannot be hashed. */
  private void hashRule(long type, long dict) {
    if (memory.load64(type + HASH) == 0) {
      memory.store64(type + HASH, py.comparisons.notHashable);
    }
    if (memory.load64(type + HASH) == py.comparisons.notHashable
        && !py.dicts.contains(dict, py.names.of("__hash__"))) {
      py.dicts.setName(dict, "__hash__", py.none);
    }
  }
}
