package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** The types of {@code weakref.proxy}: what is done to one is done to the object it refers to. */
final class WeakProxyType {

  private static final Map<String, String> UNARY =
      Map.of("nb_negative", "unary -", "nb_positive", "unary +", "nb_invert", "unary ~");

  private final Space py;

  WeakProxyType(Space py) {
    this.py = py;
  }

  long define(String name) {
    TypeBuilder type =
        TypeBuilder.define(py, name, ObjectStructs.WEAK_REFERENCE)
            .container(py.weakRefs::traverse)
            .clear(py.weakRefs::clearReference)
            .dealloc(py.weakRefs::dealloc)
            .unhashable()
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_str", on(py.texts::str))
            .slot("tp_getattro", (Binary) (self, key) -> py.attributes.get(use(self), key))
            .slot("tp_setattro", (Ternary) this::setAttribute)
            .slot("tp_richcompare", (Ternary) this::compare)
            .slot("tp_iter", on(py.items::iter))
            .slot("tp_iternext", on(py.items::next))
            .method("__bytes__", self -> py.calls.method(use(self), "__bytes__"));
    numbers(type);
    containers(type);
    if (name.equals("weakcallableproxy")) {
      type.slot("tp_call", (Ternary) this::call);
    }
    return type.ready();
  }

  private void numbers(TypeBuilder type) {
    for (Numbers.Op op : Numbers.Op.values()) {
      type.slot(op.slot, (Binary) (left, right) -> binary(op, left, right));
      if (op != Numbers.Op.DIVMOD) {
        type.slot(
            op.inPlaceSlot,
            (Binary) (left, right) -> py.numbers.inPlace(op, use(left), useAny(right)));
      }
    }
    UNARY.forEach(
        (slot, symbol) -> type.slot(slot, on(object -> py.numbers.unary(slot, symbol, object))));
    type.slot("nb_absolute", on(object -> py.numbers.unary("nb_absolute", "abs()", object)))
        .slot("nb_power", (Ternary) this::power)
        .slot("nb_inplace_power", (Ternary) (self, by, modulus) -> power(self, by, py.none))
        .slot("nb_bool", on(object -> py.comparisons.truth(object) ? 1 : 0))
        .slot("nb_int", on(py.numbers::toInt))
        .slot("nb_float", on(object -> py.floats.of(py.numbers.toDouble(object))))
        .slot("nb_index", on(py.numbers::index));
  }

  private void containers(TypeBuilder type) {
    type.slot("mp_length", on(py.items::length))
        .slot("sq_length", on(py.items::length))
        .slot("mp_subscript", (Binary) (self, key) -> py.items.get(use(self), useAny(key)))
        .slot("mp_ass_subscript", (Ternary) this::setItem)
        .slot(
            "sq_contains",
            (Binary) (self, item) -> py.items.contains(use(self), useAny(item)) ? 1 : 0);
  }

  private Unary on(LongUnaryOperator operation) {
    return self -> {
      long object = py.own(use(self));
      try {
        return operation.applyAsLong(object);
      } finally {
        py.decref(object);
      }
    };
  }

  /** The object behind a proxy, borrowed. */
  private long use(long proxy) {
    long object = py.weakRefs.target(proxy);
    if (object == py.none) {
      throw Raise.of("ReferenceError", "weakly-referenced object no longer exists");
    }
    return object;
  }

  /** The object behind an operand that may be a proxy or not. */
  private long useAny(long object) {
    long type = py.typeOf(object);
    boolean proxy = type == py.weakRefs.proxyType() || type == py.weakRefs.callableProxyType();
    return proxy ? use(object) : object;
  }

  private long binary(Numbers.Op op, long left, long right) {
    return py.numbers.binary(op, useAny(left), useAny(right));
  }

  private long power(long base, long exponent, long modulus) {
    return py.numbers.power(useAny(base), useAny(exponent), useAny(modulus));
  }

  private long repr(long self) {
    long object = py.weakRefs.target(self);
    return py.strs.of(
        "<weakproxy at 0x%x to %s at 0x%x>".formatted(self, py.typeName(object), object));
  }

  private long setAttribute(long self, long name, long value) {
    py.attributes.set(use(self), name, value);
    return 0;
  }

  private long setItem(long self, long key, long value) {
    py.items.set(use(self), useAny(key), value);
    return 0;
  }

  private long compare(long left, long right, long op) {
    return py.comparisons.compare(useAny(left), useAny(right), (int) op);
  }

  private long call(long self, long tuple, long keywords) {
    return py.calls.call(use(self), tuple, keywords);
  }
}
