package gradus.engine.lib.ctypes;

import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.Unary;
import java.util.HashMap;
import java.util.Map;

/** Array types such as {@code c_int * 3}: their metaclass, their base, their items. */
final class ArrayTypes {

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;
  private final Map<String, Long> made = new HashMap<>();
  private long meta;
  private long type;

  ArrayTypes(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  long type() {
    return type;
  }

  void define() {
    meta = ctypes.dataType.meta("_ctypes.PyCArrayType", this::createType).ready();
    type =
        ctypes
            .dataType
            .base("_ctypes.Array")
            .slot("tp_new", (Ternary) (kind, tuple, keywords) -> ctypes.data.create(kind))
            .slot("tp_init", (Ternary) this::init)
            .slot("sq_length", (Unary) this::length)
            .slot("sq_item", (Binary) this::item)
            .slot("sq_ass_item", (Ternary) this::setItem)
            .slot("mp_length", (Unary) this::length)
            .slot("mp_subscript", (Binary) this::subscript)
            .slot("mp_ass_subscript", (Ternary) this::setSubscript)
            .ready();
    py.typeObjects.setMetaclass(type, meta);
  }

  /** {@code type * length}; the same class each time. */
  long times(long item, long length) {
    if (length < 0) {
      throw Raise.valueError("Array length must be >= 0, not %d".formatted(length));
    }
    String key = item + "*" + length;
    if (!made.containsKey(key)) {
      made.put(key, make(item, length));
    }
    return py.own(made.get(key));
  }

  private long make(long item, long length) {
    long dict = py.dicts.create();
    long number = py.ints.of(length);
    py.dicts.setName(dict, "_length_", number);
    py.dicts.setName(dict, "_type_", item);
    long name = py.strs.of("%s_Array_%d".formatted(ctypes.name(item), length));
    long bases = py.tuples.of(type);
    try {
      return py.calls.callWith(meta, name, bases, dict);
    } finally {
      py.decref(number);
      py.decref(name);
      py.decref(bases);
      py.decref(dict);
    }
  }

  private long createType(long metaclass, long tuple, long keywords) {
    long array = py.typeObjects.heapTypes().create(metaclass, tuple, keywords);
    try {
      ctypes.know(array, describe(array));
      new CharacterArrays(ctypes).install(array);
      return array;
    } catch (Raise raise) {
      py.decref(array);
      throw raise;
    }
  }

  private CtypeInfo describe(long array) {
    CtypeInfo info = new CtypeInfo(CtypeInfo.Kind.ARRAY);
    info.length = lengthAttribute(array);
    long item = ctypes.attribute(array, "_type_");
    if (item == 0) {
      throw Raise.attributeError("class must define a '_type_' attribute");
    }
    // The class's dict keeps it alive.
    py.decref(item);
    CtypeInfo of = ctypes.find(item);
    if (of == null) {
      throw Raise.typeError("_type_ must have storage info");
    }
    if (info.length < 0 || (of.size != 0 && info.length > Long.MAX_VALUE / of.size)) {
      throw Raise.overflowError("array too large");
    }
    of.isFinal = true;
    info.proto = item;
    info.size = info.length * of.size;
    info.align = of.align;
    info.format = of.format;
    return info;
  }

  private long lengthAttribute(long array) {
    long length = ctypes.attribute(array, "_length_");
    try {
      boolean integer = length != 0 && py.typeObjects.isInstance(length, py.types.integer);
      if (!integer) {
        throw Raise.attributeError(
            "class must define a '_length_' attribute, which must be a positive integer");
      }
      if (!py.numbers.fits(length)) {
        throw Raise.overflowError("The '_length_' attribute is too large");
      }
      return py.ints.longValue(length);
    } finally {
      py.xdecref(length);
    }
  }

  private long init(long self, long tuple, long keywords) {
    for (int index = 0; index < py.tuples.size(tuple); index++) {
      setItem(self, index, py.tuples.get(tuple, index));
    }
    return 0;
  }

  private long length(long self) {
    return memory.load64(self + Ctypes.LENGTH);
  }

  private long place(long self, long index) {
    if (index < 0 || index >= length(self)) {
      throw Raise.indexError("invalid index");
    }
    return ctypes.address(self) + index * ctypes.info(ctypes.infoOf(self).proto).size;
  }

  private long item(long self, long index) {
    return ctypes.data.get(ctypes.infoOf(self).proto, self, index, place(self, index));
  }

  private long setItem(long self, long index, long value) {
    if (value == 0) {
      throw Raise.typeError("Array does not support item deletion");
    }
    ctypes.data.set(self, ctypes.infoOf(self).proto, value, index, place(self, index));
    return 0;
  }

  private long index(long self, long key) {
    long index = py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer");
    return index < 0 ? index + length(self) : index;
  }

  private long subscript(long self, long key) {
    if (py.numbers.isIndex(key)) {
      return item(self, index(self, key));
    }
    if (!py.slices.is(key)) {
      throw Raise.typeError("indices must be integers");
    }
    Slices.Range range = py.slices.range(key, length(self));
    return new Runs(ctypes)
        .read(
            ctypes.infoOf(self).proto,
            range.count(),
            index -> ctypes.address(self) + index * itemSize(self),
            index -> item(self, index),
            index -> range.start() + index * range.step());
  }

  private long itemSize(long self) {
    return ctypes.info(ctypes.infoOf(self).proto).size;
  }

  private long setSubscript(long self, long key, long value) {
    if (value == 0) {
      throw Raise.typeError("Array does not support item deletion");
    }
    if (py.numbers.isIndex(key)) {
      return setItem(self, index(self, key), value);
    }
    if (!py.slices.is(key)) {
      throw Raise.typeError("indices must be integer");
    }
    Slices.Range range = py.slices.range(key, length(self));
    if (py.items.length(value) != range.count()) {
      throw Raise.valueError("Can only assign sequence of same size");
    }
    for (long index = 0; index < range.count(); index++) {
      long item = py.items.item(value, index);
      try {
        setItem(self, range.start() + index * range.step(), item);
      } finally {
        py.decref(item);
      }
    }
    return 0;
  }
}
