package gradus.engine.object;

import gradus.engine.layout.Struct;
import gradus.engine.layout.Structs;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;
import gradus.engine.memory.StaticData;
import java.util.HashMap;
import java.util.Map;

/** The built-in types: static objects in the data segment. */
public final class Types {

  private static final Struct LAYOUT = Structs.TYPE_OBJECT;
  private static final int NAME = LAYOUT.offset("tp_name");
  private static final int BASIC_SIZE = LAYOUT.offset("tp_basicsize");
  private static final int ITEM_SIZE = LAYOUT.offset("tp_itemsize");
  private static final int DEALLOC = LAYOUT.offset("tp_dealloc");
  private static final int FLAGS = LAYOUT.offset("tp_flags");
  private static final int BASE = LAYOUT.offset("tp_base");
  private static final int DICT_OFFSET = LAYOUT.offset("tp_dictoffset");
  private static final int WEAK_LIST_OFFSET = LAYOUT.offset("tp_weaklistoffset");
  private static final int ALIGNMENT = 32;

  private final Memory memory;
  private final StaticData data;
  private final NativeCode code;
  private final References references;
  private final Map<String, Long> byName = new HashMap<>();
  private final long type;
  private final long object;

  Types(Memory memory, StaticData data, NativeCode code, References references) {
    this.memory = memory;
    this.data = data;
    this.code = code;
    this.references = references;
    type = data.reserve(Segment.DATA, LAYOUT.size(), ALIGNMENT);
    object = data.reserve(Segment.DATA, LAYOUT.size(), ALIGNMENT);
    defineTypeAndObject();
  }

  /** The two types that need each other: object's type is type, type's base is object. */
  private void defineTypeAndObject() {
    long base = TypeSpec.DEFAULT | TypeSpec.BASETYPE;
    write(
        object,
        new TypeSpec("object", Structs.OBJECT_HEAD.size(), 0, base, TypeSpec.NEVER_ENDS),
        0);
    // 864: a heap type's struct, of which PyTypeObject is the first part; 40: a member descriptor
    // behind it.
    long flags = base | TypeSpec.HAVE_GC | TypeSpec.TYPE_SUBCLASS;
    write(type, new TypeSpec("type", 864, 40, flags, TypeSpec.NEVER_ENDS), object);
    memory.store64(type + DICT_OFFSET, LAYOUT.offset("tp_dict"));
    memory.store64(type + WEAK_LIST_OFFSET, LAYOUT.offset("tp_weaklist"));
  }

  /** Lays down a type with the given base. */
  long define(TypeSpec spec, long base) {
    long address = data.reserve(Segment.DATA, LAYOUT.size(), ALIGNMENT);
    write(address, spec, base);
    return address;
  }

  private void write(long address, TypeSpec spec, long base) {
    byName.put(spec.name(), address);
    references.initialise(address, type);
    memory.store64(address + NAME, data.string(spec.name()));
    memory.store64(address + BASIC_SIZE, spec.basicSize());
    memory.store64(address + ITEM_SIZE, spec.itemSize());
    memory.store64(address + FLAGS, spec.flags());
    memory.store64(address + DEALLOC, code.define(spec.destructor()));
    memory.store64(address + BASE, base);
  }

  public long type() {
    return type;
  }

  public long object() {
    return object;
  }

  /**
   * The type of a name such as {@code int} or {@code NoneType}.
   *
   * @throws IllegalArgumentException if there is no built-in type of this name
   */
  public long named(String name) {
    Long address = byName.get(name);
    if (address == null) {
      throw new IllegalArgumentException("no built-in type has the name " + name);
    }
    return address;
  }

  /** The name of the type at an address. */
  public String name(long address) {
    return memory.string(memory.load64(address + NAME));
  }
}
