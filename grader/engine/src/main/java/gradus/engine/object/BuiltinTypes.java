package gradus.engine.object;

import gradus.engine.layout.CodeStructs;
import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Struct;
import gradus.engine.layout.Structs;
import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The addresses of the static types that the object layer itself has to know. They are laid down
 * empty at first, because types, names and dicts all need each other; {@link TypeBuilder} fills
 * them.
 */
public final class BuiltinTypes {

  public final long type;
  public final long object;
  public final long integer;
  public final long bool;
  public final long none;
  public final long list;
  public final long notImplemented;
  public final long ellipsis;
  public final long floating;
  public final long str;
  public final long bytes;
  public final long tuple;
  public final long dict;
  public final long slice;
  public final long range;
  public final long nativeFunction;
  public final long methodDescriptor;
  public final long classMethodDescriptor;
  public final long wrapperDescriptor;
  public final long memberDescriptor;
  public final long getSetDescriptor;
  public final long methodWrapper;
  public final long method;
  public final long module;

  private final Map<Long, Struct> structs = new HashMap<>();
  private final Types types;
  private final Memory memory;

  BuiltinTypes(ObjectSpace ground) {
    types = ground.types();
    memory = ground.memory();
    type = types.type();
    object = types.object();
    integer = ground.ints().type();
    bool = ground.singletons().boolType();
    none = ground.references().typeOf(ground.singletons().none());
    list = ground.lists().type();
    structs.put(object, Structs.OBJECT_HEAD);
    structs.put(none, Structs.OBJECT_HEAD);
    structs.put(integer, Structs.LONG);
    structs.put(bool, Structs.LONG);
    structs.put(list, Structs.LIST);
    structs.put(type, Structs.TYPE_OBJECT);
    notImplemented = declare("NotImplementedType", Structs.OBJECT_HEAD);
    ellipsis = declare("ellipsis", Structs.OBJECT_HEAD);
    floating = declare("float", ObjectStructs.FLOAT);
    str = declare("str", Structs.OBJECT_HEAD);
    bytes = declare("bytes", ObjectStructs.BYTES);
    tuple = container("tuple", ObjectStructs.TUPLE);
    dict = container("dict", ObjectStructs.DICT);
    slice = container("slice", ObjectStructs.SLICE);
    range = declare("range", ObjectStructs.RANGE);
    nativeFunction = container("builtin_function_or_method", CodeStructs.NATIVE_FUNCTION);
    methodDescriptor = container("method_descriptor", TypeStructs.METHOD_DESCR);
    classMethodDescriptor = container("classmethod_descriptor", TypeStructs.METHOD_DESCR);
    wrapperDescriptor = container("wrapper_descriptor", TypeStructs.WRAPPER_DESCR);
    memberDescriptor = container("member_descriptor", TypeStructs.MEMBER_DESCR);
    getSetDescriptor = container("getset_descriptor", TypeStructs.GETSET_DESCR);
    methodWrapper = container("method-wrapper", TypeStructs.METHOD_WRAPPER);
    method = container("method", CodeStructs.METHOD);
    module = container("module", CodeStructs.MODULE);
  }

  /** Room for a static type, with its name and its instances' size. */
  public long declare(String name, Struct instances) {
    int item = instances.item().map(field -> field.type().size()).orElse(0);
    TypeSpec spec = new TypeSpec(name, instances.size(), item, 0, TypeSpec.NEVER_ENDS);
    long address = types.define(spec, types.object());
    structs.put(address, instances);
    // To be set by the builder, or inherited.
    memory.store64(address + Slots.type("tp_dealloc"), 0);
    return address;
  }

  /** The same for containers: instances may be made before the type is filled in. */
  private long container(String name, Struct instances) {
    long address = declare(name, instances);
    memory.store64(address + TypeObjects.FLAGS, TypeFlags.HAVE_GC);
    return address;
  }

  /** The struct that instances of a type start with: its own, or that of its nearest base. */
  Struct structOf(long address) {
    long at = address;
    while (!structs.containsKey(at)) {
      at = memory.load64(at + TypeObjects.BASE);
    }
    return Objects.requireNonNull(structs.get(at));
  }

  /** Whether an object is a type. */
  public boolean isType(long object) {
    return is(object, TypeFlags.TYPE);
  }

  /** Whether an object is an exception. */
  public boolean isException(long object) {
    return is(object, TypeFlags.EXCEPTION);
  }

  /** Whether an object is a class of exceptions. */
  public boolean isExceptionClass(long object) {
    return isType(object) && (flags(object) & TypeFlags.EXCEPTION) != 0;
  }

  /** Whether the collector knows an object. */
  public boolean isContainer(long object) {
    return is(object, TypeFlags.HAVE_GC);
  }

  /** A type's flags. */
  public long flags(long address) {
    return memory.load64(address + TypeObjects.FLAGS);
  }

  /** Whether an object's type descends from a built-in type, by that type's flag. */
  public boolean is(long object, long flag) {
    return (flags(memory.load64(object + References.TYPE)) & flag) != 0;
  }
}
