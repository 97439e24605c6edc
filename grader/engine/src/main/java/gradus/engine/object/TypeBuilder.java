package gradus.engine.object;

import gradus.engine.layout.Struct;
import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;

/**
 * Fills in a static type: its slots, methods and attributes, then makes it ready.
 *
 * <pre>{@code
 * long type =
 *     TypeBuilder.define(py, "point", POINT)          // or of(py, py.types.str)
 *         .dealloc(this::dealloc)
 *         .slot("tp_repr", (Unary) this::repr)        // by the name of the C slot
 *         .slot("nb_add", (Binary) this::add)
 *         .method("norm", this::norm)                 // no argument
 *         .method1("scaled", this::scaled)            // one
 *         .methods("moved", this::moved)              // any: arguments lie in memory
 *         .getter("x", this::x)
 *         .member("y", POINT.offset("y"), MemberKind.OBJECT)
 *         .ready();
 * }</pre>
 *
 * <p>Slots of ancestors are inherited; the methods that mirror slots, {@code __add__} for {@code
 * nb_add}, come by themselves. Types whose instances hold references and can be part of a cycle say
 * so with {@link #container}.
 */
public final class TypeBuilder {

  static final int VARARGS = 1;
  static final int KEYWORDS = 2;
  static final int NO_ARGUMENTS = 4;
  static final int ONE_ARGUMENT = 8;
  static final int CLASS = 0x10;
  static final int STATIC = 0x20;
  static final int FAST = 0x80;

  private final Space py;
  private final Memory memory;
  private final long type;
  private final long dict;

  private TypeBuilder(Space py, long type) {
    this.py = py;
    this.type = type;
    memory = py.memory;
    long present = memory.load64(type + TypeObjects.DICT);
    dict = present == 0 ? py.dicts.create() : present;
    memory.store64(type + TypeObjects.DICT, dict);
  }

  /** Fills in a type that was declared before. */
  public static TypeBuilder of(Space py, long type) {
    return new TypeBuilder(py, type);
  }

  /** A new type whose instances are laid out so. */
  public static TypeBuilder define(Space py, String name, Struct instances) {
    return new TypeBuilder(py, py.types.declare(name, instances));
  }

  public TypeBuilder base(long base) {
    memory.store64(type + TypeObjects.BASE, base);
    return this;
  }

  public TypeBuilder flags(long flags) {
    memory.store64(type + TypeObjects.FLAGS, memory.load64(type + TypeObjects.FLAGS) | flags);
    return this;
  }

  /** Lets classes derive from the type. */
  public TypeBuilder derivable() {
    return flags(TypeFlags.BASE_TYPE);
  }

  /** Instances have the cycle collector's header. */
  public TypeBuilder container(Traverse traverse) {
    flags(TypeFlags.HAVE_GC);
    return put("tp_traverse", py.code.defineTraverse("traverse", traverse));
  }

  /** How the collector finds what instances hold, where only derived classes have its header. */
  public TypeBuilder traverse(Traverse traverse) {
    return put("tp_traverse", py.code.defineTraverse("traverse", traverse));
  }

  /** Lets go of what an instance refers to, so that a cycle it is part of falls apart. */
  public TypeBuilder clear(Destructor clear) {
    return put("tp_clear", py.code.defineDestructor("clear", clear));
  }

  public TypeBuilder dealloc(Destructor destructor) {
    return put("tp_dealloc", py.code.defineDestructor("dealloc", destructor));
  }

  /** Where in an instance the pointer to its {@code __dict__} lies. */
  public TypeBuilder dictAt(int offset) {
    memory.store64(type + TypeObjects.DICT_OFFSET, offset);
    return this;
  }

  /** The same, with the attribute {@code __dict__} for it. */
  public TypeBuilder attributesAt(int offset) {
    return dictAt(offset)
        .property(
            "__dict__",
            object -> InstanceLife.getDict(py, object),
            (object, value) -> InstanceLife.replaceDict(py, object, value));
  }

  /** Where in an instance the list of weak references to it starts. */
  public TypeBuilder weakListAt(int offset) {
    memory.store64(type + TypeObjects.WEAKLIST_OFFSET, offset);
    return this;
  }

  public TypeBuilder slot(String slot, Unary body) {
    return put(slot, py.code.define(slot, body));
  }

  public TypeBuilder slot(String slot, Binary body) {
    return put(slot, py.code.define(slot, body));
  }

  public TypeBuilder slot(String slot, Ternary body) {
    return put(slot, py.code.define(slot, body));
  }

  /** Sets a slot to a native function, making the slot's struct if there is none yet. */
  public TypeBuilder put(String slot, long function) {
    int pointer = Slots.suitePointer(slot);
    if (pointer >= 0 && memory.load64(type + pointer) == 0) {
      int size = Slots.suite(slot).size();
      memory.store64(type + pointer, py.data.reserve(Segment.DATA, size, 8));
    }
    memory.store64(Slots.place(memory, type, slot), function);
    return this;
  }

  /** Sets {@code tp_call} to a function that takes its arguments from an array. */
  public TypeBuilder fastCall(Fast body) {
    long function =
        py.code.define(
            "tp_call",
            (Ternary) (callable, tuple, keywords) -> py.calls.call(callable, tuple, keywords));
    py.code.alsoFast(function, body);
    return put("tp_call", function);
  }

  /** A method without arguments. */
  public TypeBuilder method(String name, Unary body) {
    return add(name, NO_ARGUMENTS, py.code.define(name, body));
  }

  /** A method with one positional argument. */
  public TypeBuilder method1(String name, Binary body) {
    return add(name, ONE_ARGUMENT, py.code.define(name, body));
  }

  /** A method that looks at its arguments itself. */
  public TypeBuilder methods(String name, Fast body) {
    return add(name, FAST | KEYWORDS, py.code.define(name, body));
  }

  /** A method with so many positional arguments and no keywords. */
  public TypeBuilder methods(String name, int min, int max, Fast body) {
    Fast checked =
        (self, arguments, count, names) -> {
          py.arguments.noKeywords(name, names);
          py.arguments.count(name, count, min, max);
          return body.call(self, arguments, count, names);
        };
    return add(name, FAST, py.code.define(name, checked));
  }

  /** A class method that looks at its arguments itself. */
  public TypeBuilder classMethods(String name, Fast body) {
    return add(name, FAST | KEYWORDS | CLASS, py.code.define(name, body));
  }

  /** A static method that looks at its arguments itself. */
  public TypeBuilder staticMethods(String name, Fast body) {
    long function =
        py.functions.create(methodDef(name, FAST | KEYWORDS, py.code.define(name, body)), 0, 0);
    long wrapped = py.functions.staticMethod(function);
    return attribute(name, wrapped);
  }

  private TypeBuilder add(String name, int flags, long function) {
    return attribute(name, py.functions.methodDescriptor(type, methodDef(name, flags, function)));
  }

  private long methodDef(String name, int flags, long function) {
    return py.functions.methodDef(name, flags, function);
  }

  /** An attribute that can only be read. */
  public TypeBuilder getter(String name, Unary get) {
    return getSet(name, py.code.define(name, get), 0);
  }

  /** An attribute that can be set; the setter's value is 0 for {@code del}. */
  public TypeBuilder property(String name, Unary get, Binary set) {
    return getSet(name, py.code.define(name, get), py.code.define(name, set));
  }

  private TypeBuilder getSet(String name, long get, long set) {
    long def = py.data.reserve(Segment.DATA, TypeStructs.GETSET_DEF.size(), 8);
    memory.store64(def, py.data.string(name));
    memory.store64(def + TypeStructs.GETSET_DEF.offset("get"), get);
    memory.store64(def + TypeStructs.GETSET_DEF.offset("set"), set);
    return attribute(name, py.functions.descriptor(py.types.getSetDescriptor, type, name, def));
  }

  /** A field of the struct as an attribute that can only be read. */
  public TypeBuilder member(String name, int offset, MemberKind kind) {
    return member(name, offset, kind, Members.READ_ONLY);
  }

  /** A field of the struct as an attribute that can be set. */
  public TypeBuilder writableMember(String name, int offset, MemberKind kind) {
    return member(name, offset, kind, 0);
  }

  private TypeBuilder member(String name, int offset, MemberKind kind, int flags) {
    long def = py.data.reserve(Segment.DATA, TypeStructs.MEMBER_DEF.size(), 8);
    Members.write(memory, def, py.data.string(name), kind, offset, flags);
    return attribute(name, py.functions.descriptor(py.types.memberDescriptor, type, name, def));
  }

  /** Any other attribute of the type; the reference is taken over. */
  public TypeBuilder attribute(String name, long value) {
    py.dicts.setName(dict, name, value);
    py.decref(value);
    return this;
  }

  /** The type's {@code __doc__}. */
  public TypeBuilder doc(String text) {
    return attribute("__doc__", py.strs.of(text));
  }

  /** Says that instances cannot be hashed. */
  public TypeBuilder unhashable() {
    put("tp_hash", py.comparisons.notHashable);
    return attribute("__hash__", py.newNone());
  }

  /** Completes the type from its ancestors; its address. */
  public long ready() {
    py.typeObjects.ready().ready(type);
    return type;
  }
}
