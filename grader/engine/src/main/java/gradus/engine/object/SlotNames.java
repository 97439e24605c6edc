package gradus.engine.object;

import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a class says in {@code __slots__}, and the fields its instances get for it. */
final class SlotNames {

  private static final int MEMBER_SIZE = TypeStructs.MEMBER_DEF.size();

  /** What the compiler puts into the namespace and the class does not keep. */
  private static final Set<String> DELETED_LATER = Set.of("__qualname__", "__classcell__");

  private final Space py;
  private final Memory memory;
  private final List<Long> names = new ArrayList<>();
  private boolean declared;
  private boolean dict;
  private boolean weak;

  private SlotNames(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** Reads a new class's slots; without any, its instances get a dict and weak references. */
  static SlotNames of(Space py, long classDict, long bases, long base, String className) {
    SlotNames slots = new SlotNames(py);
    long declared = py.dicts.getName(classDict, py.names.of("__slots__"));
    boolean mayDict = py.memory.load64(base + TypeObjects.DICT_OFFSET) == 0;
    boolean mayWeak =
        py.memory.load64(base + TypeObjects.WEAKLIST_OFFSET) == 0
            && py.memory.load64(base + TypeObjects.ITEM_SIZE) == 0;
    if (declared == 0) {
      slots.dict = mayDict;
      slots.weak = mayWeak;
    } else {
      slots.declared = true;
      slots.read(declared, classDict, base, className, mayDict, mayWeak);
      slots.ofOtherBases(bases, mayDict, mayWeak);
    }
    return slots;
  }

  int count() {
    return names.size();
  }

  /** The names in a tuple ({@code ht_slots}), or 0 where nothing was declared. */
  long tuple() {
    return declared ? py.tuples.of(names.stream().mapToLong(Long::longValue).toArray()) : 0;
  }

  boolean addsDict() {
    return dict;
  }

  private void read(
      long declared,
      long classDict,
      long base,
      String className,
      boolean mayDict,
      boolean mayWeak) {
    List<String> texts = new ArrayList<>();
    for (long name : declaredNames(declared)) {
      texts.add(check(name));
    }
    if (!texts.isEmpty() && memory.load64(base + TypeObjects.ITEM_SIZE) != 0) {
      throw Raise.typeError(
          "nonempty __slots__ not supported for subtype of '%s'"
              .formatted(py.typeObjects.shortName(base)));
    }
    texts.sort(null);
    for (String text : texts) {
      if (text.equals("__dict__")) {
        requireNew(mayDict && !dict, text);
        dict = true;
      } else if (text.equals("__weakref__")) {
        requireNew(mayWeak && !weak, text);
        weak = true;
      } else {
        add(text, classDict, className);
      }
    }
  }

  /** A base whose layout is not extended may bring a dict or weak references with it. */
  private void ofOtherBases(long bases, boolean mayDict, boolean mayWeak) {
    for (int index = 0; index < py.tuples.size(bases); index++) {
      long base = py.tuples.get(bases, index);
      dict |= mayDict && memory.load64(base + TypeObjects.DICT_OFFSET) != 0;
      weak |= mayWeak && memory.load64(base + TypeObjects.WEAKLIST_OFFSET) != 0;
    }
  }

  private static void requireNew(boolean may, String slot) {
    if (!may) {
      throw Raise.typeError(
          slot
              + " slot disallowed: "
              + (slot.equals("__dict__") ? "" : "either ")
              + "we already got one"
              + (slot.equals("__dict__") ? "" : ", or __itemsize__ != 0"));
    }
  }

  private List<Long> declaredNames(long declared) {
    if (py.strs.is(declared)) {
      return List.of(declared);
    }
    List<Long> all = new ArrayList<>();
    long tuple = py.items.tupleOf(declared);
    for (int index = 0; index < py.tuples.size(tuple); index++) {
      all.add(py.tuples.get(tuple, index));
    }
    // The strs live on in the class's dict, in __slots__ itself.
    py.decref(tuple);
    return all;
  }

  private String check(long name) {
    if (!py.strs.is(name)) {
      throw Raise.typeError(
          "__slots__ items must be strings, not '%s'".formatted(py.typeName(name)));
    }
    String text = py.strs.text(name);
    if (!CharacterKinds.isIdentifier(py.strs.codePoints(name))) {
      throw Raise.typeError("__slots__ must be identifiers");
    }
    return text;
  }

  private void add(String text, long classDict, String className) {
    String owner = className.replaceFirst("^_+", "");
    boolean isPrivate = text.startsWith("__") && !text.endsWith("__") && !owner.isEmpty();
    String mangled = isPrivate ? "_" + owner + text : text;
    long name = py.names.of(mangled);
    if (py.dicts.contains(classDict, name) && !DELETED_LATER.contains(mangled)) {
      throw Raise.valueError("'%s' in __slots__ conflicts with class variable".formatted(text));
    }
    names.add(name);
  }

  /** Gives the class its sizes and offsets, and a descriptor for each field. */
  void place(long type, long base) {
    long size = memory.load64(base + TypeObjects.BASIC_SIZE);
    long member = type + TypeStructs.HEAP_TYPE.size();
    for (long name : names) {
      Members.write(
          memory, member, py.data.string(py.strs.text(name)), MemberKind.OBJECT_OR_ERROR, size, 0);
      attribute(type, py.types.memberDescriptor, py.strs.text(name), member);
      member += MEMBER_SIZE;
      size += 8;
    }
    boolean items = memory.load64(base + TypeObjects.ITEM_SIZE) != 0;
    if (dict) {
      memory.store64(type + TypeObjects.DICT_OFFSET, items ? -8 : size);
      size += 8;
    }
    if (weak) {
      memory.store64(type + TypeObjects.WEAKLIST_OFFSET, size);
      size += 8;
    }
    memory.store64(type + TypeObjects.BASIC_SIZE, size);
    memory.store64(type + TypeObjects.ITEM_SIZE, memory.load64(base + TypeObjects.ITEM_SIZE));
    if (dict) {
      attribute(type, py.types.getSetDescriptor, "__dict__", InstanceLife.dictAttribute(py));
    }
    if (weak) {
      attribute(type, py.types.getSetDescriptor, "__weakref__", InstanceLife.weakAttribute(py));
    }
  }

  private void attribute(long type, long kind, String name, long payload) {
    long dictionary = memory.load64(type + TypeObjects.DICT);
    if (!py.dicts.contains(dictionary, py.names.of(name))) {
      long descriptor = py.functions.descriptor(kind, type, name, payload);
      py.dicts.setName(dictionary, name, descriptor);
      py.decref(descriptor);
    }
  }
}
