package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Raise;
import gradus.engine.object.References;
import gradus.engine.object.Slots;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;

/** The type {@code object} (Objects/typeobject.c). */
final class ObjectType {

  private final Space py;
  private final Memory memory;
  private long newFunction;
  private long initFunction;

  ObjectType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void define() {
    TypeBuilder type = TypeBuilder.of(py, py.types.object);
    newFunction = py.code.define("object_new", (Ternary) this::create);
    initFunction = py.code.define("object_init", (Ternary) this::init);
    type.derivable()
        .dealloc(py::free)
        .put("tp_new", newFunction)
        .put("tp_init", initFunction)
        .put("tp_getattro", py.attributes.genericGet)
        .put("tp_setattro", py.attributes.genericSet)
        .put("tp_alloc", py.code.define("PyType_GenericAlloc", (Binary) this::allocate))
        .put("tp_free", py.code.defineDestructor("PyObject_Del", py::free))
        .slot("tp_repr", (Unary) py.texts::plainRepr)
        .slot("tp_str", (Unary) py.texts::uncheckedRepr)
        .slot("tp_hash", (Unary) Comparisons::identityHash)
        .slot("tp_richcompare", (Ternary) this::compare)
        .property("__class__", self -> py.own(py.typeOf(self)), this::setClass)
        .method1("__format__", this::format)
        .method("__dir__", this::dir)
        .method("__sizeof__", this::sizeOf)
        .classMethods("__init_subclass__", (self, args, n, names) -> initSubclass(names))
        .classMethods("__subclasshook__", (self, args, n, names) -> py.newNotImplemented());
  }

  private long allocate(long type, long items) {
    long object = py.allocate(type, py.typeObjects.sizeWithItems(type, items));
    if ((py.types.flags(type) & TypeFlags.HAVE_GC) != 0) {
      py.track(object);
    }
    return object;
  }

  private long initSubclass(long names) {
    py.arguments.noKeywords("__init_subclass__", names);
    return py.newNone();
  }

  private boolean excess(long tuple, long keywords) {
    return py.tuples.size(tuple) > 0 || (keywords != 0 && py.dicts.size(keywords) > 0);
  }

  private long create(long type, long tuple, long keywords) {
    if (excess(tuple, keywords)
        && (memory.load64(type + TypeObjects.INIT) == initFunction
            || memory.load64(type + TypeObjects.NEW) != newFunction)) {
      throw Raise.typeError("object() takes no parameters");
    }
    if ((py.types.flags(type) & TypeFlags.IS_ABSTRACT) != 0) {
      throw Raise.typeError("Can't instantiate abstract class " + py.typeObjects.shortName(type));
    }
    return py.create(type);
  }

  private long init(long self, long tuple, long keywords) {
    long type = py.typeOf(self);
    if (excess(tuple, keywords)
        && (memory.load64(type + TypeObjects.NEW) == newFunction
            || memory.load64(type + TypeObjects.INIT) != initFunction)) {
      throw Raise.typeError("object.__init__() takes no parameters");
    }
    return 0;
  }

  private long compare(long self, long other, long op) {
    if (op == Comparisons.EQ) {
      return self == other ? py.bool(true) : py.newNotImplemented();
    }
    if (op != Comparisons.NE) {
      return py.newNotImplemented();
    }
    // By default, != is the opposite of ==.
    long compare = memory.load64(py.typeOf(self) + Slots.type("tp_richcompare"));
    long equal = py.code.ternary(compare).call(self, other, Comparisons.EQ);
    if (equal == py.notImplemented) {
      return equal;
    }
    boolean same = py.comparisons.truth(equal);
    py.decref(equal);
    return py.bool(!same);
  }

  private long setClass(long self, long type) {
    if (type == 0) {
      throw Raise.typeError("can't delete __class__ attribute");
    }
    if (!py.types.is(type, TypeFlags.TYPE)) {
      throw Raise.typeError(
          "__class__ must be set to a class, not '%s' object".formatted(py.typeName(type)));
    }
    long old = py.typeOf(self);
    requireSameShape(old, type);
    if (isHeap(type)) {
      py.incref(type);
    }
    memory.store64(self + References.TYPE, type);
    if (isHeap(old)) {
      py.decref(old);
    }
    return 0;
  }

  private void requireSameShape(long old, long type) {
    boolean modules =
        py.typeObjects.isSubtype(type, py.types.module)
            && py.typeObjects.isSubtype(old, py.types.module);
    if (!modules && !(isHeap(old) && isHeap(type))) {
      throw Raise.typeError(
          "__class__ assignment only supported for heap types or ModuleType subclasses");
    }
    py.typeObjects.heapTypes().layouts().requireAlike(old, type, "__class__");
  }

  private boolean isHeap(long type) {
    return (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0;
  }

  private long format(long self, long spec) {
    py.arguments.requireStr("__format__", 1, spec);
    if (py.strs.length(spec) > 0) {
      throw Raise.typeError(
          "unsupported format string passed to %s.__format__".formatted(py.typeName(self)));
    }
    return py.texts.str(self);
  }

  private long sizeOf(long self) {
    long type = py.typeOf(self);
    long items =
        memory.load64(type + TypeObjects.ITEM_SIZE) > 0 ? Math.abs(memory.load64(self + 16)) : 0;
    return py.ints.of(
        memory.load64(type + TypeObjects.BASIC_SIZE)
            + items * memory.load64(type + TypeObjects.ITEM_SIZE));
  }

  private long dir(long self) {
    long names = py.dicts.create();
    long place = py.typeObjects.dictPlace(self);
    if (place != 0 && memory.load64(place) != 0) {
      py.dicts.update(names, memory.load64(place));
    }
    addNames(py.typeOf(self), names);
    long list = py.items.listOfKeys(names);
    py.decref(names);
    return list;
  }

  private void addNames(long type, long names) {
    long mro = memory.load64(type + TypeObjects.MRO);
    for (int index = py.tuples.size(mro) - 1; index >= 0; index--) {
      py.dicts.update(names, memory.load64(py.tuples.get(mro, index) + TypeObjects.DICT));
    }
  }
}
