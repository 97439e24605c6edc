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

  PropertyType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  long define() {
    return TypeBuilder.define(py, "property", ObjectStructs.PROPERTY)
        .derivable()
        .container(
            (object, visitor) -> {
              for (int field = GET; field <= DOC; field += 8) {
                if (memory.load64(object + field) != 0) {
                  visitor.accept(memory.load64(object + field));
                }
              }
            })
        .dealloc(
            object -> {
              py.untrack(object);
              for (int field = GET; field <= DOC; field += 8) {
                py.xdecref(memory.load64(object + field));
              }
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
        .method1("getter", (self, function) -> copy(self, function, 0, 0))
        .method1("setter", (self, function) -> copy(self, 0, function, 0))
        .method1("deleter", (self, function) -> copy(self, 0, 0, function))
        .ready();
  }

  private long init(long self, long tuple, long keywords) {
    long[] values =
        py.arguments.parseTuple("property", tuple, keywords, 0, "fget", "fset", "fdel", "doc");
    for (int index = 0; index < values.length; index++) {
      boolean given = values[index] != 0 && values[index] != py.none;
      py.replace(self + GET + 8L * index, given ? py.own(values[index]) : 0);
    }
    if (memory.load64(self + DOC) == 0 && memory.load64(self + GET) != 0) {
      long doc = py.attributes.find(memory.load64(self + GET), "__doc__");
      py.replace(self + DOC, doc);
      memory.store32(self + GETTER_DOC, doc == 0 ? 0 : 1);
    }
    return 0;
  }

  private long get(long self, long object, long type) {
    if (object == 0 || object == py.none) {
      return py.own(self);
    }
    long getter = memory.load64(self + GET);
    if (getter == 0) {
      throw Raise.attributeError("unreadable attribute");
    }
    return py.calls.call(getter, object);
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
    return py.calls.callWith(
        py.typeOf(self), or(get, self + GET), or(set, self + SET), or(delete, self + DELETE));
  }

  private long or(long given, long place) {
    long present = memory.load64(place);
    return given != 0 && given != py.none ? given : present == 0 ? py.none : present;
  }
}
