package gradus.engine.object;

import gradus.engine.memory.Memory;

/**
 * What fills the slots of classes: functions that call the special method (slot_* in typeobject.c).
 */
final class SlotFunctions {

  private static final int GET_ATTRIBUTE = Slots.type("tp_getattro");

  private final Space py;
  private final Memory memory;

  SlotFunctions(Space py) {
    this.py = py;
    memory = py.memory;
  }

  private long required(long result, String name) {
    if (result == 0) {
      throw Raise.attributeError(name);
    }
    return result;
  }

  long unary(String name) {
    return py.code.define(
        "slot" + name, (Unary) self -> required(py.calls.special(self, name), name));
  }

  long binary(String name) {
    return py.code.define(
        "slot" + name,
        (Binary) (self, other) -> required(py.calls.special(self, name, other), name));
  }

  long repr() {
    return py.code.define(
        "slot_tp_repr",
        (Unary)
            self -> {
              long result = py.calls.special(self, "__repr__");
              return result != 0 ? result : py.texts.plainRepr(self);
            });
  }

  long hash() {
    return py.code.define("slot_tp_hash", (Unary) this::hash);
  }

  private long hash(long self) {
    long method = py.typeObjects.lookup(py.typeOf(self), "__hash__");
    if (method == 0 || method == py.none) {
      throw Raise.typeError("unhashable type: '%s'".formatted(py.typeName(self)));
    }
    long result = py.calls.special(self, "__hash__");
    try {
      if (!py.types.is(result, TypeFlags.LONG)) {
        throw Raise.typeError("__hash__ method should return an integer");
      }
      long hash = py.numbers.fits(result) ? py.ints.longValue(result) : py.comparisons.hash(result);
      return hash == -1 ? -2 : hash;
    } finally {
      py.decref(result);
    }
  }

  /** {@code __call__}; arguments are passed on as they lie, with the object before them. */
  long call() {
    long function =
        py.code.define(
            "slot_tp_call",
            (Ternary) (self, tuple, keywords) -> py.calls.call(self, tuple, keywords));
    py.code.alsoFast(function, this::call);
    return function;
  }

  private long call(long self, long arguments, int count, long names) {
    int all = count + (names == 0 ? 0 : py.tuples.size(names));
    long array = py.stack.push(all + 1);
    try {
      memory.store64(array, self);
      if (all > 0) {
        memory.copy(array + 8, arguments, 8L * all);
      }
      long found = py.typeObjects.lookup(py.typeOf(self), "__call__");
      if (found == 0) {
        throw Raise.typeError("'%s' object is not callable".formatted(py.typeName(self)));
      }
      return py.calls.callFound(found, array, count + 1, names);
    } finally {
      py.stack.pop(all + 1);
    }
  }

  /** {@code __getattribute__}, and where that raises AttributeError {@code __getattr__}. */
  long getAttribute() {
    return py.code.define("slot_tp_getattr_hook", (Binary) this::getAttribute);
  }

  private long getAttribute(long self, long name) {
    try {
      long found = py.typeObjects.lookup(py.typeOf(self), "__getattribute__");
      if (py.typeOf(found) == py.types.wrapperDescriptor) {
        long function = memory.load64(found + Descriptors.WRAPPED);
        return py.code.binary(function).call(self, name);
      }
      return required(py.calls.special(self, "__getattribute__", name), "__getattribute__");
    } catch (Raise raise) {
      if (!py.calls.hasSpecial(self, "__getattr__")
          || !py.exceptions.matches(raise, "AttributeError")) {
        throw raise;
      }
      py.exceptions.drop(raise);
      return py.calls.special(self, "__getattr__", name);
    }
  }

  long setAttribute() {
    return set("__setattr__", "__delattr__");
  }

  /** A slot for two methods: one to set a value and one to delete it. */
  long set(String setter, String deleter) {
    return py.code.define(
        "slot" + setter,
        (Ternary)
            (self, key, value) -> {
              long result =
                  value == 0
                      ? required(py.calls.special(self, deleter, key), deleter)
                      : required(py.calls.special(self, setter, key, value), setter);
              py.decref(result);
              return 0;
            });
  }

  long compare() {
    return py.code.define(
        "slot_tp_richcompare",
        (Ternary)
            (self, other, op) -> {
              long result = compared(self, Comparisons.NAMES.get((int) op), other);
              return result == 0 ? py.newNotImplemented() : result;
            });
  }

  /** A method that cannot be bound counts as one that is not there; or 0. */
  private long compared(long self, String name, long other) {
    long found = py.typeObjects.lookup(py.typeOf(self), name);
    if (found == 0 || py.calls.isFunction(found)) {
      return found == 0 ? 0 : py.calls.special(self, name, other);
    }
    long method;
    try {
      method = py.attributes.bind(found, self, py.typeOf(self));
    } catch (Raise raise) {
      py.exceptions.drop(raise);
      return 0;
    }
    try {
      return py.calls.call(method, other);
    } finally {
      py.decref(method);
    }
  }

  long iter() {
    return py.code.define("slot_tp_iter", (Unary) this::iter);
  }

  private long iter(long self) {
    long found = py.typeObjects.lookup(py.typeOf(self), "__iter__");
    if (found == py.none
        || (found == 0 && py.typeObjects.lookup(py.typeOf(self), "__getitem__") == 0)) {
      throw Raise.typeError("'%s' object is not iterable".formatted(py.typeName(self)));
    }
    return found == 0 ? py.items.sequenceIterator(self) : py.calls.special(self, "__iter__");
  }

  long get() {
    return py.code.define(
        "slot_tp_descr_get",
        (Ternary)
            (self, object, type) -> {
              long first = object == 0 ? py.none : object;
              long second = type == 0 ? py.none : type;
              long result = py.calls.special(self, "__get__", first, second);
              return result == 0 ? py.own(self) : result;
            });
  }

  long init() {
    return py.code.define("slot_tp_init", (Ternary) this::init);
  }

  private long init(long self, long tuple, long keywords) {
    long found = py.typeObjects.lookup(py.typeOf(self), "__init__");
    long bound = py.attributes.bind(found, self, py.typeOf(self));
    long result;
    try {
      result = py.calls.call(bound, tuple, keywords);
    } finally {
      py.decref(bound);
    }
    try {
      if (result != py.none) {
        throw Raise.typeError(
            "__init__() should return None, not '%s'".formatted(py.typeName(result)));
      }
    } finally {
      py.decref(result);
    }
    return 0;
  }

  long create() {
    return py.code.define("slot_tp_new", (Ternary) this::create);
  }

  private long create(long type, long tuple, long keywords) {
    long function = py.attributes.get(type, "__new__");
    int count = py.tuples.size(tuple);
    long arguments = py.tuples.create(count + 1);
    py.tuples.set(arguments, 0, py.own(type));
    for (int index = 0; index < count; index++) {
      py.tuples.set(arguments, index + 1, py.own(py.tuples.get(tuple, index)));
    }
    try {
      return py.calls.call(function, arguments, keywords);
    } finally {
      py.decref(arguments);
      py.decref(function);
    }
  }

  /** A binary operator, called for either side: SLOT1BINFULL. */
  long operator(String slot, String name, String reflected) {
    OperatorSlot operator = new OperatorSlot(py, slot, name, reflected);
    long function = py.code.define("slot_" + slot, (Binary) operator::call);
    operator.isAt(function);
    return function;
  }

  long power() {
    OperatorSlot operator = new OperatorSlot(py, "nb_power", "__pow__", "__rpow__");
    long function =
        py.code.define(
            "slot_nb_power",
            (Ternary)
                (self, other, modulus) -> {
                  if (modulus == py.none) {
                    return operator.call(self, other);
                  }
                  long result =
                      memory.load64(py.typeOf(self) + GET_ATTRIBUTE) == 0
                          ? 0
                          : py.calls.special(self, "__pow__", other, modulus);
                  return result == 0 ? py.newNotImplemented() : result;
                });
    operator.isAt(function);
    return function;
  }

  long inPlacePower() {
    return py.code.define(
        "slot_nb_inplace_power",
        (Ternary)
            (self, other, modulus) ->
                required(py.calls.special(self, "__ipow__", other), "__ipow__"));
  }

  long truth() {
    return py.code.define("slot_nb_bool", (Unary) this::truth);
  }

  private long truth(long self) {
    long result = py.calls.special(self, "__bool__");
    if (result == 0) {
      result = py.calls.special(self, "__len__");
      if (result == 0) {
        return 1;
      }
      long size = py.numbers.length(result);
      return size != 0 ? 1 : 0;
    }
    try {
      if (py.typeOf(result) != py.types.bool) {
        throw Raise.typeError(
            "__bool__ should return bool, returned %s".formatted(py.typeName(result)));
      }
      return result == py.yes ? 1 : 0;
    } finally {
      py.decref(result);
    }
  }

  long length() {
    return py.code.define(
        "slot_sq_length",
        (Unary) self -> py.numbers.length(required(py.calls.special(self, "__len__"), "__len__")));
  }

  long item() {
    return py.code.define(
        "slot_sq_item",
        (Binary)
            (self, index) -> {
              long key = py.ints.of(index);
              try {
                return required(py.calls.special(self, "__getitem__", key), "__getitem__");
              } finally {
                py.decref(key);
              }
            });
  }

  long setItem() {
    return py.code.define(
        "slot_sq_ass_item",
        (Ternary)
            (self, index, value) -> {
              long key = py.ints.of(index);
              try {
                long result =
                    value == 0
                        ? required(py.calls.special(self, "__delitem__", key), "__delitem__")
                        : required(
                            py.calls.special(self, "__setitem__", key, value), "__setitem__");
                py.decref(result);
                return 0;
              } finally {
                py.decref(key);
              }
            });
  }

  long contains() {
    return py.code.define("slot_sq_contains", (Binary) this::contains);
  }

  private long contains(long self, long item) {
    long found = py.typeObjects.lookup(py.typeOf(self), "__contains__");
    if (found == py.none) {
      throw Raise.typeError("'%s' object is not a container".formatted(py.typeName(self)));
    }
    if (found == 0) {
      return py.items.searchByIteration(self, item) ? 1 : 0;
    }
    long result = py.calls.special(self, "__contains__", item);
    try {
      return py.comparisons.truth(result) ? 1 : 0;
    } finally {
      py.decref(result);
    }
  }
}
