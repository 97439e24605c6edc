package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;

/** The type {@code weakref.ref} (Objects/weakrefobject.c). */
final class WeakRefType {

  private final Space py;
  private final Memory memory;

  WeakRefType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  long define() {
    return TypeBuilder.define(py, "weakref", ObjectStructs.WEAK_REFERENCE)
        .derivable()
        .container(py.weakRefs::traverse)
        .clear(py.weakRefs::clearReference)
        .dealloc(py.weakRefs::dealloc)
        .slot("tp_new", (Ternary) this::create)
        .slot("tp_init", (Ternary) this::init)
        .slot("tp_call", (Ternary) this::call)
        .slot("tp_hash", (Unary) this::hash)
        .slot("tp_richcompare", (Ternary) this::compare)
        .slot("tp_repr", (Unary) this::repr)
        .member("__callback__", WeakRefs.CALLBACK, MemberKind.OBJECT)
        .ready();
  }

  private long create(long type, long tuple, long keywords) {
    int count = py.tuples.size(tuple);
    py.arguments.unpack("__new__", count, 1, 2);
    long callback = count == 2 ? py.tuples.get(tuple, 1) : py.none;
    return py.weakRefs.reference(type, py.tuples.get(tuple, 0), callback == py.none ? 0 : callback);
  }

  private long init(long self, long tuple, long keywords) {
    py.arguments.noKeywordDict("ref()", keywords);
    py.arguments.unpack("__init__", py.tuples.size(tuple), 1, 2);
    return 0;
  }

  private long call(long self, long tuple, long keywords) {
    py.arguments.parseTuple("__call__", tuple, keywords, 0);
    return py.own(py.weakRefs.target(self));
  }

  private long hash(long self) {
    long known = memory.load64(self + WeakRefs.HASH);
    if (known != -1) {
      return known;
    }
    long object = py.weakRefs.target(self);
    if (object == py.none) {
      throw Raise.typeError("weak object has gone away");
    }
    py.incref(object);
    try {
      long hash = py.comparisons.hash(object);
      memory.store64(self + WeakRefs.HASH, hash);
      return hash;
    } finally {
      py.decref(object);
    }
  }

  private long compare(long self, long other, long op) {
    boolean equality = op == Comparisons.EQ || op == Comparisons.NE;
    if (!equality || !py.weakRefs.is(other)) {
      return py.newNotImplemented();
    }
    long left = py.weakRefs.target(self);
    long right = py.weakRefs.target(other);
    if (left == py.none || right == py.none) {
      return py.bool((self == other) == (op == Comparisons.EQ));
    }
    py.incref(left);
    py.incref(right);
    try {
      return py.comparisons.compare(left, right, (int) op);
    } finally {
      py.decref(left);
      py.decref(right);
    }
  }

  private long repr(long self) {
    long object = py.weakRefs.target(self);
    if (object == py.none) {
      return py.strs.of("<weakref at 0x%x; dead>".formatted(self));
    }
    long name = py.attributes.find(object, "__name__");
    try {
      String shown = name != 0 && py.strs.is(name) ? " (" + py.strs.text(name) + ")" : "";
      return py.strs.of(
          "<weakref at 0x%x; to '%s' at 0x%x%s>"
              .formatted(self, py.typeName(object), object, shown));
    } finally {
      py.xdecref(name);
    }
  }
}
