package gradus.engine.lib;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.function.LongConsumer;

/** {@code types.SimpleNamespace}: an object that is its attributes (Objects/namespaceobject.c). */
final class NamespaceType {

  private static final int DICT = LibraryStructs.NAMESPACE.offset("ns_dict");

  private final Space py;
  private final Memory memory;
  private final long type;

  NamespaceType(Space py) {
    this.py = py;
    memory = py.memory;
    type =
        TypeBuilder.define(py, "types.SimpleNamespace", LibraryStructs.NAMESPACE)
            .derivable()
            .container(this::traverse)
            .clear(object -> py.clear(object + DICT))
            .dealloc(
                object -> {
                  py.untrack(object);
                  py.clear(object + DICT);
                  py.free(object);
                })
            .dictAt(DICT)
            .member("__dict__", DICT, MemberKind.OBJECT)
            .slot("tp_new", (Ternary) (which, tuple, keywords) -> create(which))
            .slot("tp_init", (Ternary) this::init)
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_richcompare", (Ternary) this::compare)
            .method("__reduce__", this::reduce)
            .ready();
  }

  private void traverse(long object, LongConsumer visitor) {
    if (dict(object) != 0) {
      visitor.accept(dict(object));
    }
  }

  /** The type. */
  long type() {
    return type;
  }

  /** A new namespace without attributes. */
  long create(long which) {
    long object = py.create(which);
    memory.store64(object + DICT, py.dicts.create());
    return object;
  }

  /** A namespace's attributes, borrowed. */
  long dict(long object) {
    return memory.load64(object + DICT);
  }

  private long init(long self, long tuple, long keywords) {
    if (py.tuples.size(tuple) > 0) {
      throw Raise.typeError("no positional arguments expected");
    }
    if (keywords != 0) {
      py.dicts.update(dict(self), keywords);
    }
    return 0;
  }

  private long repr(long self) {
    String name = py.typeOf(self) == type ? "namespace" : py.typeName(self);
    if (!py.texts.enter(self)) {
      return py.strs.of(name + "(...)");
    }
    long keys = py.items.listOfKeys(dict(self));
    try {
      py.decref(py.calls.method(keys, "sort"));
      return py.strs.of(name + "(" + attributes(self, keys) + ")");
    } finally {
      py.decref(keys);
      py.texts.leave();
    }
  }

  private String attributes(long self, long keys) {
    StringBuilder out = new StringBuilder();
    for (long index = 0; index < py.listOps.size(keys); index++) {
      long key = memory.load64(py.listOps.items(keys) + 8 * index);
      if (py.strs.is(key) && py.strs.length(key) > 0) {
        long value = py.items.get(dict(self), key);
        out.append(out.length() == 0 ? "" : ", ").append(py.strs.text(key));
        out.append('=').append(py.texts.reprText(value));
        py.decref(value);
      }
    }
    return out.toString();
  }

  private long compare(long self, long other, long op) {
    return py.typeObjects.isInstance(other, type)
        ? py.comparisons.compare(dict(self), dict(other), (int) op)
        : py.newNotImplemented();
  }

  private long reduce(long self) {
    long none = py.tuples.empty();
    try {
      return py.tuples.of(py.typeOf(self), none, dict(self));
    } finally {
      py.decref(none);
    }
  }
}
