package gradus.engine.object;

import gradus.engine.layout.Structs;
import gradus.engine.memory.Memory;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Questions to a type: its name, its ancestors, what it or an ancestor defines. */
public final class TypeObjects {

  public static final int NAME = Slots.type("tp_name");
  public static final int BASIC_SIZE = Slots.type("tp_basicsize");
  public static final int ITEM_SIZE = Slots.type("tp_itemsize");
  public static final int FLAGS = Slots.type("tp_flags");
  public static final int DICT = Slots.type("tp_dict");
  public static final int BASE = Slots.type("tp_base");
  public static final int BASES = Slots.type("tp_bases");
  public static final int MRO = Slots.type("tp_mro");
  public static final int SUBCLASSES = Slots.type("tp_subclasses");
  public static final int DICT_OFFSET = Slots.type("tp_dictoffset");
  public static final int WEAKLIST_OFFSET = Slots.type("tp_weaklistoffset");
  public static final int NEW = Slots.type("tp_new");
  public static final int INIT = Slots.type("tp_init");

  private static final int SIZE = Structs.VAR_OBJECT.offset("ob_size");
  static final long UNKNOWN = -1;

  private static final int CACHE = 1 << 12;

  private final Space py;
  private final Memory memory;

  // The method cache (type_cache in Objects/typeobject.c). A change to any type makes all stale.
  private final long[] cachedType = new long[CACHE];
  private final long[] cachedName = new long[CACHE];
  private final long[] cachedValue = new long[CACHE];
  private final int[] cachedAt = new int[CACHE];
  private int changes = 1;
  private @Nullable TypeReady ready;
  private @Nullable SlotUpdate slotUpdate;
  private @Nullable HeapTypes heapTypes;
  private long mappingProxyType;

  TypeObjects(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** Makes what needs the rest of the space to be there. */
  public void start() {
    SlotTable table = new SlotTable(py);
    ready = new TypeReady(py, table);
    slotUpdate = new SlotUpdate(py, table);
    heapTypes = new HeapTypes(py);
  }

  public TypeReady ready() {
    return Objects.requireNonNull(ready);
  }

  public SlotUpdate slotUpdate() {
    return Objects.requireNonNull(slotUpdate);
  }

  public void mappingProxyIs(long type) {
    mappingProxyType = type;
  }

  public long mappingProxyType() {
    return mappingProxyType;
  }

  /** How classes are made. */
  public HeapTypes heapTypes() {
    return Objects.requireNonNull(heapTypes);
  }

  /** The name without the module before it, as messages show it. */
  public String shortName(long type) {
    String name = memory.string(memory.load64(type + NAME));
    boolean heap = (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0;
    return heap ? name : name.substring(name.lastIndexOf('.') + 1);
  }

  /** {@code tp_name} as it is: with its module if that is not builtins. */
  public String fullName(long type) {
    return memory.string(memory.load64(type + NAME));
  }

  /** Whether a type is another or descends from it. */
  public boolean isSubtype(long type, long ancestor) {
    if (type == ancestor) {
      return true;
    }
    long mro = memory.load64(type + MRO);
    if (mro == 0) {
      return descends(type, ancestor);
    }
    int size = py.tuples.size(mro);
    for (int index = 0; index < size; index++) {
      if (py.tuples.get(mro, index) == ancestor) {
        return true;
      }
    }
    return false;
  }

  private boolean descends(long type, long ancestor) {
    for (long at = type; at != 0; at = memory.load64(at + BASE)) {
      if (at == ancestor) {
        return true;
      }
    }
    return ancestor == py.types.object;
  }

  /** Whether an object is of a type or of one that descends from it. */
  public boolean isInstance(long object, long type) {
    return isSubtype(py.typeOf(object), type);
  }

  /** How often a type has changed, so that what was looked up may not be so any more. */
  int changes() {
    return changes;
  }

  /** What {@link #lookup} found when it was last asked, or {@link #UNKNOWN}. */
  long known(long type, long name) {
    int place = (int) ((type >>> 5 ^ name >>> 4) & CACHE - 1);
    return cachedType[place] == type && cachedName[place] == name && cachedAt[place] == changes
        ? cachedValue[place]
        : UNKNOWN;
  }

  /** What the first type in the MRO that defines a name says about it, borrowed, or 0. */
  public long lookup(long type, long name) {
    int place = (int) ((type >>> 5 ^ name >>> 4) & CACHE - 1);
    if (cachedType[place] == type && cachedName[place] == name && cachedAt[place] == changes) {
      return cachedValue[place];
    }
    long value = search(type, name);
    if (py.strs.isInterned(name)) {
      cachedType[place] = type;
      cachedName[place] = name;
      cachedValue[place] = value;
      cachedAt[place] = changes;
    }
    return value;
  }

  /** The same for a name native code knows. */
  public long lookup(long type, String name) {
    return lookup(type, py.names.of(name));
  }

  private long search(long type, long name) {
    long mro = memory.load64(type + MRO);
    if (mro == 0) {
      return 0;
    }
    int size = py.tuples.size(mro);
    for (int index = 0; index < size; index++) {
      long dict = memory.load64(py.tuples.get(mro, index) + DICT);
      long value = py.dicts.getName(dict, name);
      if (value != 0) {
        return value;
      }
    }
    return 0;
  }

  /** Completes a type again that got slots after it was ready. */
  public void refresh(long type) {
    memory.store64(type + MRO, 0);
    ready().ready(type);
  }

  /** Says that some type changed (PyType_Modified). */
  public void changed() {
    changes++;
  }

  /** Writes down a new type with its base. */
  void addSubclass(long base, long type) {
    long place = base + SUBCLASSES;
    if (memory.load64(place) == 0) {
      memory.store64(place, py.dicts.create());
    }
    long key = py.ints.of(type);
    py.dicts.set(memory.load64(place), key, key);
    py.decref(key);
  }

  void removeSubclass(long base, long type) {
    long subclasses = memory.load64(base + SUBCLASSES);
    if (subclasses != 0) {
      long key = py.ints.of(type);
      py.dicts.remove(subclasses, key);
      py.decref(key);
    }
  }

  /** Hands each type that names this one as a base to an action. */
  public void eachSubclass(long type, LongConsumer action) {
    long subclasses = memory.load64(type + SUBCLASSES);
    if (subclasses != 0) {
      for (int at = py.dicts.next(subclasses, 0); at >= 0; at = py.dicts.next(subclasses, at + 1)) {
        action.accept(py.ints.longValue(py.dicts.keyAt(subclasses, at)));
      }
    }
  }

  /**
   * The address of an object's {@code __dict__} pointer, or 0 if its type has none. A negative
   * offset counts from the end of the object, whose size its items decide.
   */
  public long dictPlace(long object) {
    long type = py.typeOf(object);
    long offset = memory.load64(type + DICT_OFFSET);
    if (offset >= 0) {
      return offset == 0 ? 0 : object + offset;
    }
    long items = Math.abs(memory.load64(object + SIZE));
    return object + sizeWithItems(type, items) + offset;
  }

  /** How far from its start an object without items has its dict, or 0. */
  long plainDictOffset(long type) {
    return Math.max(0, memory.load64(type + DICT_OFFSET));
  }

  /** Sets an attribute of a class as {@code type.__setattr__} does; 0 deletes it. */
  public void setAttribute(long type, long name, long value) {
    long function = memory.load64(py.types.type + Slots.type("tp_setattro"));
    py.code.ternary(function).call(type, name, value);
  }

  /** Names the metaclass of a static type. */
  public void setMetaclass(long type, long meta) {
    memory.store64(type + References.TYPE, meta);
  }

  /** The bytes of an object without items. */
  public long basicSize(long object) {
    return memory.load64(py.typeOf(object) + BASIC_SIZE);
  }

  /** The bytes of an object with so many items, rounded up to whole words. */
  public long sizeWithItems(long type, long items) {
    long size = memory.load64(type + BASIC_SIZE) + items * memory.load64(type + ITEM_SIZE);
    return size + 7 & -8;
  }
}
