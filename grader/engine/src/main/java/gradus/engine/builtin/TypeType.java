package gradus.engine.builtin;

import gradus.engine.layout.Structs;
import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;
import java.util.function.LongConsumer;

/** The type {@code type}: what one can do with types (Objects/typeobject.c). */
final class TypeType {

  private static final int HEAP_NAME = TypeStructs.HEAP_TYPE.offset("ht_name");
  private static final int QUALNAME = TypeStructs.HEAP_TYPE.offset("ht_qualname");

  private final Space py;
  private final Memory memory;

  TypeType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void define() {
    TypeBuilder.of(py, py.types.type)
        .derivable()
        .flags(TypeFlags.TYPE)
        .container(this::traverse)
        .clear(type -> py.typeObjects.heapTypes().clear(type))
        .dealloc(object -> py.typeObjects.heapTypes().dealloc(object))
        .fastCall(this::call)
        .slot("tp_new", (Ternary) this::create)
        .slot("tp_init", (Ternary) (self, tuple, keywords) -> 0)
        .slot("tp_repr", (Unary) this::repr)
        .slot("tp_getattro", (Binary) this::getAttribute)
        .slot("tp_setattro", (Ternary) this::setAttribute)
        .property("__name__", this::name, this::setName)
        .property("__qualname__", this::qualname, this::setQualname)
        .property("__module__", this::module, this::setModule)
        .getter("__dict__", this::dict)
        .property("__bases__", this::bases, this::setBases)
        .property("__doc__", this::doc, this::setDoc)
        .member("__mro__", TypeObjects.MRO, MemberKind.OBJECT)
        .member("__base__", TypeObjects.BASE, MemberKind.OBJECT)
        .member("__basicsize__", TypeObjects.BASIC_SIZE, MemberKind.SSIZE)
        .member("__itemsize__", TypeObjects.ITEM_SIZE, MemberKind.SSIZE)
        .member("__flags__", TypeObjects.FLAGS, MemberKind.SSIZE)
        .member("__dictoffset__", TypeObjects.DICT_OFFSET, MemberKind.SSIZE)
        .member("__weakrefoffset__", TypeObjects.WEAKLIST_OFFSET, MemberKind.SSIZE)
        .put("tp_is_gc", py.code.define("type_is_gc", (Unary) type -> isHeap(type) ? 1 : 0))
        .method("mro", this::mro)
        .method("__subclasses__", this::subclasses)
        .method("__dir__", this::dir)
        .method1("__instancecheck__", this::instanceCheck)
        .method1("__subclasscheck__", this::subclassCheck)
        .method("__sizeof__", this::sizeOf)
        .classMethods("__prepare__", (self, args, n, names) -> py.dicts.create());
  }

  private void traverse(long type, LongConsumer visitor) {
    if ((py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0) {
      for (int field :
          new int[] {TypeObjects.DICT, TypeObjects.MRO, TypeObjects.BASES, TypeObjects.BASE}) {
        if (memory.load64(type + field) != 0) {
          visitor.accept(memory.load64(type + field));
        }
      }
    }
  }

  private boolean isHeap(long type) {
    return (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0;
  }

  /** Makes an instance: {@code __new__}, then {@code __init__}. */
  private long call(long type, long arguments, int count, long names) {
    if (type == py.types.type && count == 1 && names == 0) {
      return py.own(py.typeOf(memory.load64(arguments)));
    }
    long function = memory.load64(type + TypeObjects.NEW);
    if (function == 0) {
      throw Raise.typeError(
          "cannot create '%s' instances".formatted(py.typeObjects.shortName(type)));
    }
    long tuple = py.tuples.ofArray(arguments, count);
    long keywords = names == 0 ? 0 : py.arguments.keywordDict(arguments, count, names);
    try {
      return make(type, function, tuple, keywords);
    } finally {
      py.decref(tuple);
      py.xdecref(keywords);
    }
  }

  private long make(long type, long function, long tuple, long keywords) {
    long object = py.code.ternary(function).call(type, tuple, keywords);
    long init = memory.load64(py.typeOf(object) + TypeObjects.INIT);
    if (init == 0 || !py.typeObjects.isInstance(object, type)) {
      return object;
    }
    try {
      py.code.ternary(init).call(object, tuple, keywords);
      return object;
    } catch (Raise raise) {
      py.decref(object);
      throw raise;
    }
  }

  private long create(long meta, long tuple, long keywords) {
    int count = py.tuples.size(tuple);
    if (meta == py.types.type && count == 1 && keywords == 0) {
      return py.own(py.typeOf(py.tuples.get(tuple, 0)));
    }
    if (count != 3) {
      throw Raise.typeError("type() takes 1 or 3 arguments");
    }
    return py.typeObjects.heapTypes().create(meta, tuple, keywords);
  }

  private long repr(long type) {
    long module = py.attributes.find(type, "__module__");
    long name = qualname(type);
    try {
      String prefix = module != 0 && py.strs.is(module) ? py.strs.text(module) + "." : "";
      prefix = prefix.equals("builtins.") ? "" : prefix;
      return py.strs.of("<class '" + prefix + py.strs.text(name) + "'>");
    } finally {
      py.xdecref(module);
      py.decref(name);
    }
  }

  private long getAttribute(long type, long name) {
    if (!py.strs.is(name)) {
      throw Raise.typeError("attribute name must be string, not '%s'".formatted(py.typeName(name)));
    }
    long meta = py.typeOf(type);
    long fromMeta = py.typeObjects.lookup(meta, name);
    if (fromMeta != 0 && py.attributes.hasSet(fromMeta) && py.attributes.hasGet(fromMeta)) {
      return py.attributes.bind(fromMeta, type, meta);
    }
    long found = py.typeObjects.lookup(type, name);
    if (found != 0) {
      return py.attributes.bind(found, 0, type);
    }
    if (fromMeta != 0) {
      return py.attributes.bind(fromMeta, type, meta);
    }
    throw Raise.attributeError(
        "type object '%s' has no attribute '%s'"
            .formatted(py.typeObjects.shortName(type), py.strs.text(name)));
  }

  private long setAttribute(long type, long name, long value) {
    if (!isHeap(type)) {
      throw Raise.typeError(
          "can't set attributes of built-in/extension type '%s'"
              .formatted(py.typeObjects.fullName(type)));
    }
    if (!py.strs.is(name)) {
      throw Raise.typeError("attribute name must be string, not '%s'".formatted(py.typeName(name)));
    }
    long interned = py.strs.intern(py.own(name));
    try {
      setInDict(type, interned, value);
    } finally {
      py.decref(interned);
    }
    py.typeObjects.changed();
    String text = py.strs.text(name);
    if (text.startsWith("__") && text.endsWith("__")) {
      py.typeObjects.slotUpdate().name(type, text);
    }
    return 0;
  }

  private void setInDict(long type, long name, long value) {
    long fromMeta = py.typeObjects.lookup(py.typeOf(type), name);
    if (fromMeta != 0 && py.attributes.hasSet(fromMeta)) {
      py.attributes.setThrough(fromMeta, type, value);
      return;
    }
    long dict = memory.load64(type + TypeObjects.DICT);
    if (value != 0) {
      py.dicts.set(dict, name, value);
    } else if (!py.dicts.remove(dict, name)) {
      throw Raise.attributeError(py.strs.text(name));
    }
  }

  private long name(long type) {
    return isHeap(type)
        ? py.own(memory.load64(type + HEAP_NAME))
        : py.strs.of(py.typeObjects.shortName(type));
  }

  private long setName(long type, long name) {
    requireHeap(type, "__name__");
    requireValue(type, "__name__", name);
    if (!py.strs.is(name)) {
      throw Raise.typeError(
          "can only assign string to %s.__name__, not '%s'"
              .formatted(py.typeObjects.shortName(type), py.typeName(name)));
    }
    if (py.strs.text(name).indexOf('\0') >= 0) {
      throw Raise.valueError("type name must not contain null characters");
    }
    py.replace(type + HEAP_NAME, py.own(name));
    memory.store64(type + TypeObjects.NAME, py.data.string(py.strs.text(name)));
    return 0;
  }

  private void requireValue(long type, String attribute, long value) {
    if (value == 0) {
      throw Raise.typeError(
          "can't delete %s.%s".formatted(py.typeObjects.shortName(type), attribute));
    }
  }

  private void requireHeap(long type, String attribute) {
    if (!isHeap(type)) {
      throw Raise.typeError("can't set %s.%s".formatted(py.typeObjects.shortName(type), attribute));
    }
  }

  private long qualname(long type) {
    return isHeap(type) ? py.own(memory.load64(type + QUALNAME)) : name(type);
  }

  private long setQualname(long type, long name) {
    requireHeap(type, "__qualname__");
    requireValue(type, "__qualname__", name);
    if (!py.strs.is(name)) {
      throw Raise.typeError(
          "can only assign string to %s.__qualname__, not '%s'"
              .formatted(py.typeObjects.shortName(type), py.typeName(name)));
    }
    py.replace(type + QUALNAME, py.own(name));
    return 0;
  }

  private long module(long type) {
    if (isHeap(type)) {
      long dict = memory.load64(type + TypeObjects.DICT);
      long module = py.dicts.getName(dict, py.names.of("__module__"));
      if (module == 0) {
        throw Raise.attributeError("__module__");
      }
      return py.own(module);
    }
    String name = py.typeObjects.fullName(type);
    int dot = name.lastIndexOf('.');
    return py.strs.of(dot < 0 ? "builtins" : name.substring(0, dot));
  }

  private long setModule(long type, long module) {
    requireHeap(type, "__module__");
    requireValue(type, "__module__", module);
    py.dicts.setName(memory.load64(type + TypeObjects.DICT), "__module__", module);
    return 0;
  }

  private long dict(long type) {
    return py.calls.call(py.typeObjects.mappingProxyType(), memory.load64(type + TypeObjects.DICT));
  }

  private long bases(long type) {
    return py.own(memory.load64(type + TypeObjects.BASES));
  }

  private long setBases(long type, long bases) {
    requireHeap(type, "__bases__");
    requireValue(type, "__bases__", bases);
    py.typeObjects.heapTypes().setBases(type, bases);
    return 0;
  }

  private long doc(long type) {
    long dict = memory.load64(type + TypeObjects.DICT);
    long doc = py.dicts.getName(dict, py.names.of("__doc__"));
    return doc == 0 ? py.newNone() : py.attributes.bind(doc, 0, type);
  }

  private long setDoc(long type, long doc) {
    requireHeap(type, "__doc__");
    requireValue(type, "__doc__", doc);
    py.dicts.setName(memory.load64(type + TypeObjects.DICT), "__doc__", doc);
    return 0;
  }

  private long mro(long type) {
    long order = py.typeObjects.ready().mroOf(type, memory.load64(type + TypeObjects.BASES));
    long list = py.items.listOf(order);
    py.decref(order);
    return list;
  }

  private long subclasses(long type) {
    long list = py.lists.create(0);
    py.typeObjects.eachSubclass(type, below -> py.listOps.append(list, below));
    return list;
  }

  private long dir(long type) {
    long names = py.dicts.create();
    long mro = memory.load64(type + TypeObjects.MRO);
    for (int index = py.tuples.size(mro) - 1; index >= 0; index--) {
      py.dicts.update(names, memory.load64(py.tuples.get(mro, index) + TypeObjects.DICT));
    }
    long list = py.items.listOfKeys(names);
    py.decref(names);
    return list;
  }

  private long instanceCheck(long type, long object) {
    if (py.typeObjects.isInstance(object, type)) {
      return py.bool(true);
    }
    long declared = py.attributes.find(object, "__class__");
    boolean instance =
        declared != 0
            && py.types.is(declared, TypeFlags.TYPE)
            && py.typeObjects.isSubtype(declared, type);
    py.xdecref(declared);
    return py.bool(instance);
  }

  private long subclassCheck(long type, long other) {
    if (!py.types.is(other, TypeFlags.TYPE)) {
      throw Raise.typeError("issubclass() arg 1 must be a class");
    }
    return py.bool(py.typeObjects.isSubtype(other, type));
  }

  private long sizeOf(long type) {
    return py.ints.of(
        isHeap(type)
            ? TypeStructs.HEAP_TYPE.size() + py.sharedKeys.size(type)
            : Structs.TYPE_OBJECT.size());
  }
}
