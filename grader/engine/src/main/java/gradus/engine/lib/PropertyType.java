package gradus.engine.lib;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;

/** The type {@code property} (Objects/descrobject.c). */
final class PropertyType {

  private static final int GET = ObjectStructs.PROPERTY.offset("prop_get");
  private static final int SET = ObjectStructs.PROPERTY.offset("prop_set");
  private static final int DELETE = ObjectStructs.PROPERTY.offset("prop_del");
  private static final int DOC = ObjectStructs.PROPERTY.offset("prop_doc");

  private static final int GETTER_DOC = ObjectStructs.PROPERTY.offset("getter_doc");

  private final Space py;
  private final Memory memory;
  private long propertyType;

  PropertyType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  long define() {
    propertyType =
        TypeBuilder.define(py, "property", ObjectStructs.PROPERTY)
            .derivable()
            .container(
                (object, visitor) -> {
                  for (int field = GET; field <= DOC; field += 8) {
                    if (memory.load64(object + field) != 0) {
                      visitor.accept(memory.load64(object + field));
                    }
                  }
                })
            .clear(this::clear)
            .dealloc(
                object -> {
                  py.untrack(object);
                  clear(object);
                  py.free(object);
                })
            .slot("tp_new", (Ternary) (type, tuple, keywords) -> py.create(type))
            .slot("tp_init", (Ternary) this::init)
            .slot("tp_descr_get", (Ternary) this::get)
            .slot("tp_descr_set", (Ternary) this::set)
            .member("fget", GET, MemberKind.OBJECT)
            .member("fset", SET, MemberKind.OBJECT)
            .member("fdel", DELETE, MemberKind.OBJECT)
            .writableMember("__doc__", DOC, MemberKind.OBJECT)
            .getter("__isabstractmethod__", this::isAbstract)
            .method1("getter", (self, function) -> copy(self, function, 0, 0))
            .method1("setter", (self, function) -> copy(self, 0, function, 0))
            .method1("deleter", (self, function) -> copy(self, 0, 0, function))
            .ready();
    return propertyType;
  }

  private void clear(long object) {
    for (int field = GET; field <= DOC; field += 8) {
      py.clear(object + field);
    }
  }

  private long init(long self, long tuple, long keywords) {
    long[] values =
        py.arguments.parseTuple("property", tuple, keywords, 0, "fget", "fset", "fdel", "doc");
    for (int index = 0; index < values.length; index++) {
      boolean given = values[index] != 0 && values[index] != py.none;
      py.replace(self + GET + 8L * index, given ? py.own(values[index]) : 0);
    }
    boolean documented = values[3] != 0 && values[3] != py.none;
    if (!documented && memory.load64(self + GET) != 0) {
      takeDocOfGetter(self);
    }
    return 0;
  }

  /** A subclass has a __doc__ of its own, which an instance's attribute must hide. */
  private void takeDocOfGetter(long self) {
    long doc = py.attributes.find(memory.load64(self + GET), "__doc__");
    if (doc == 0) {
      return;
    }
    try {
      if (py.typeOf(self) == propertyType) {
        py.replace(self + DOC, py.own(doc));
      } else {
        py.attributes.set(self, "__doc__", doc);
      }
    } finally {
      py.decref(doc);
    }
    memory.store32(self + GETTER_DOC, 1);
  }

  private long isAbstract(long self) {
    for (int field = GET; field <= DELETE; field += 8) {
      long function = memory.load64(self + field);
      long mark = function == 0 ? 0 : py.attributes.find(function, "__isabstractmethod__");
      boolean set = mark != 0 && py.comparisons.truth(mark);
      py.xdecref(mark);
      if (set) {
        return py.bool(true);
      }
    }
    return py.bool(false);
  }

  private long get(long self, long object, long type) {
    if (object == 0 || object == py.none) {
      return py.own(self);
    }
    long getter = memory.load64(self + GET);
    if (getter == 0) {
      throw Raise.attributeError("unreadable attribute");
    }
    // PyObject_CallFunctionObjArgs makes a tuple, which holds the object too.
    py.incref(object);
    try {
      return py.calls.call(getter, object);
    } finally {
      py.decref(object);
    }
  }

  private long set(long self, long object, long value) {
    long function = memory.load64(self + (value == 0 ? DELETE : SET));
    if (function == 0) {
      throw Raise.attributeError(value == 0 ? "can't delete attribute" : "can't set attribute");
    }
    py.decref(
        value == 0 ? py.calls.call(function, object) : py.calls.callWith(function, object, value));
    return 0;
  }

  private long copy(long self, long get, long set, long delete) {
    long getter = or(get, self + GET);
    boolean ofGetter = memory.load32(self + GETTER_DOC) != 0 && getter != py.none;
    long doc = ofGetter ? py.none : or(0, self + DOC);
    return py.calls.callWith(
        py.typeOf(self), getter, or(set, self + SET), or(delete, self + DELETE), doc);
  }

  private long or(long given, long place) {
    long present = memory.load64(place);
    return given != 0 && given != py.none ? given : present == 0 ? py.none : present;
  }
}
