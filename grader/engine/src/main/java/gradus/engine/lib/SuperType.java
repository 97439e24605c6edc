package gradus.engine.lib;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;

/** The type {@code super} (Objects/typeobject.c). */
final class SuperType {

  private static final int TYPE = ObjectStructs.SUPER.offset("type");
  private static final int OBJECT = ObjectStructs.SUPER.offset("obj");
  private static final int OBJECT_TYPE = ObjectStructs.SUPER.offset("obj_type");

  private final Python python;
  private final Space py;
  private final Memory memory;

  SuperType(Python python) {
    this.python = python;
    py = python.py;
    memory = py.memory;
  }

  long define() {
    return TypeBuilder.define(py, "super", ObjectStructs.SUPER)
        .derivable()
        .container(
            (object, visitor) -> {
              for (int field = TYPE; field <= OBJECT_TYPE; field += 8) {
                if (memory.load64(object + field) != 0) {
                  visitor.accept(memory.load64(object + field));
                }
              }
            })
        .dealloc(
            object -> {
              py.untrack(object);
              for (int field = TYPE; field <= OBJECT_TYPE; field += 8) {
                py.xdecref(memory.load64(object + field));
              }
              py.free(object);
            })
        .slot("tp_new", (Ternary) (type, tuple, keywords) -> py.create(type))
        .slot("tp_init", (Ternary) this::init)
        .slot("tp_getattro", (Binary) this::get)
        .slot("tp_descr_get", (Ternary) this::bind)
        .slot("tp_repr", (Unary) this::repr)
        .member("__thisclass__", TYPE, MemberKind.OBJECT)
        .member("__self__", OBJECT, MemberKind.OBJECT)
        .member("__self_class__", OBJECT_TYPE, MemberKind.OBJECT)
        .ready();
  }

  private long init(long self, long tuple, long keywords) {
    py.arguments.noKeywordDict("super", keywords);
    int count = py.tuples.size(tuple);
    py.arguments.count("super", count, 0, 2);
    long type = count > 0 ? py.tuples.get(tuple, 0) : 0;
    long object = count > 1 ? py.tuples.get(tuple, 1) : 0;
    if (count == 0) {
      long[] found = python.machine.superArguments();
      type = found[0];
      object = found[1];
    }
    if (!py.types.isType(type)) {
      throw Raise.typeError("super() argument 1 must be type, not " + py.typeName(type));
    }
    object = object == py.none ? 0 : object;
    long objectType = object == 0 ? 0 : check(type, object);
    py.replace(self + TYPE, py.own(type));
    py.replace(self + OBJECT, object == 0 ? 0 : py.own(object));
    py.replace(self + OBJECT_TYPE, objectType == 0 ? 0 : py.own(objectType));
    return 0;
  }

  /** The type whose MRO is searched: the object itself if it is a class, else its class. */
  private long check(long type, long object) {
    if (py.types.isType(object) && py.typeObjects.isSubtype(object, type)) {
      return object;
    }
    if (py.typeObjects.isInstance(object, type)) {
      return py.typeOf(object);
    }
    long claimed = py.attributes.find(object, "__class__");
    py.xdecref(claimed);
    if (claimed != 0
        && claimed != py.typeOf(object)
        && py.types.isType(claimed)
        && py.typeObjects.isSubtype(claimed, type)) {
      return claimed;
    }
    throw Raise.typeError("super(type, obj): obj must be an instance or subtype of type");
  }

  private long get(long self, long name) {
    long start = memory.load64(self + OBJECT_TYPE);
    if (start == 0 || py.strs.text(name).equals("__class__")) {
      return py.attributes.genericGet(self, name);
    }
    long mro = memory.load64(start + TypeObjects.MRO);
    // A class whose MRO is still being made has no ancestors to search.
    int size = mro == 0 ? 0 : py.tuples.size(mro);
    int index = 0;
    while (index < size && py.tuples.get(mro, index) != memory.load64(self + TYPE)) {
      index++;
    }
    for (index++; index < size; index++) {
      long dict = memory.load64(py.tuples.get(mro, index) + TypeObjects.DICT);
      long found = py.dicts.getName(dict, name);
      if (found != 0) {
        long object = memory.load64(self + OBJECT);
        return py.attributes.bind(found, object == start ? 0 : object, start);
      }
    }
    return py.attributes.genericGet(self, name);
  }

  private long bind(long self, long object, long owner) {
    if (object == 0 || object == py.none || memory.load64(self + OBJECT) != 0) {
      return py.own(self);
    }
    return py.calls.callWith(py.typeOf(self), memory.load64(self + TYPE), object);
  }

  private long repr(long self) {
    String type = py.typeObjects.shortName(memory.load64(self + TYPE));
    long objectType = memory.load64(self + OBJECT_TYPE);
    return py.strs.of(
        objectType == 0
            ? "<super: <class '%s'>, NULL>".formatted(type)
            : "<super: <class '%s'>, <%s object>>"
                .formatted(type, py.typeObjects.shortName(objectType)));
  }
}
