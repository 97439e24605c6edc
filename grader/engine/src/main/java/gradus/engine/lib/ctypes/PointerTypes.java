package gradus.engine.lib.ctypes;

import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;

/**
 * Pointer types such as {@code POINTER(c_int)}: their metaclass, their base, what they point to.
 */
final class PointerTypes {

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;
  private long cache;
  private long meta;
  private long type;

  PointerTypes(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  long type() {
    return type;
  }

  /** The dict of pointer types by what they point to, borrowed. */
  long cache() {
    return cache;
  }

  void define() {
    cache = py.dicts.create();
    meta =
        ctypes
            .dataType
            .meta("_ctypes.PyCPointerType", this::createType)
            .method1("set_type", this::setType)
            .ready();
    type =
        ctypes
            .dataType
            .base("_ctypes._Pointer")
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_init", (Ternary) this::init)
            .slot("nb_bool", (Unary) self -> target(self) == 0 ? 0 : 1)
            .slot("sq_item", (Binary) this::item)
            .slot("sq_ass_item", (Ternary) this::setItem)
            .slot("mp_subscript", (Binary) this::subscript)
            .property("contents", this::contents, this::setContents)
            .ready();
    py.typeObjects.setMetaclass(type, meta);
  }

  /** {@code POINTER(type)}; the same class each time. */
  long to(long target) {
    long found = py.dicts.get(cache, target);
    if (found != 0) {
      return py.own(found);
    }
    if (py.strs.is(target)) {
      return incomplete(target);
    }
    if (!py.types.isType(target)) {
      throw Raise.typeError("must be a ctypes type");
    }
    long dict = py.dicts.create();
    py.dicts.setName(dict, "_type_", target);
    return remember(target, "LP_" + py.typeObjects.shortName(target), dict);
  }

  private long remember(long key, String text, long dict) {
    long made = make(text, dict);
    py.dicts.set(cache, key, made);
    return made;
  }

  private long make(String text, long dict) {
    long name = py.strs.of(text);
    long bases = py.tuples.of(type);
    try {
      return py.calls.callWith(meta, name, bases, dict);
    } finally {
      py.decref(name);
      py.decref(bases);
      py.decref(dict);
    }
  }

  /** A type of a name only; {@code SetPointerType} says later what it points to. */
  private long incomplete(long name) {
    long made = make("LP_" + py.strs.text(name), py.dicts.create());
    long key = py.ints.of(made);
    py.dicts.set(cache, key, made);
    py.decref(key);
    return made;
  }

  private long createType(long metaclass, long tuple, long keywords) {
    long made = py.typeObjects.heapTypes().create(metaclass, tuple, keywords);
    try {
      CtypeInfo info = new CtypeInfo(CtypeInfo.Kind.POINTER);
      info.size = 8;
      info.align = 8;
      info.length = 1;
      info.format = "&<";
      ctypes.know(made, info);
      // Only what the class itself says counts, not its bases.
      long dict = memory.load64(made + TypeObjects.DICT);
      long target = py.dicts.getName(dict, py.names.of("_type_"));
      if (target != 0) {
        pointTo(info, target);
      }
      return made;
    } catch (Raise raise) {
      py.decref(made);
      throw raise;
    }
  }

  private void pointTo(CtypeInfo info, long target) {
    if (!py.types.isType(target)) {
      throw Raise.typeError("_type_ must be a type");
    }
    CtypeInfo of = ctypes.find(target);
    if (of == null) {
      throw Raise.typeError("_type_ must have storage info");
    }
    info.proto = target;
    info.format = "&" + ctypes.shapedFormat(of);
  }

  private long setType(long self, long target) {
    pointTo(ctypes.info(self), target);
    py.attributes.set(self, py.names.of("_type_"), target);
    return py.newNone();
  }

  private long create(long kind, long tuple, long keywords) {
    if (ctypes.find(kind) == null || ctypes.info(kind).proto == 0) {
      throw Raise.typeError("Cannot create instance: has no _type_");
    }
    return ctypes.data.create(kind);
  }

  private long init(long self, long tuple, long keywords) {
    py.arguments.unpack("POINTER", py.tuples.size(tuple), 0, 1);
    if (py.tuples.size(tuple) == 1) {
      setContents(self, py.tuples.get(tuple, 0));
    }
    return 0;
  }

  private long target(long self) {
    return memory.load64(ctypes.address(self));
  }

  private long required(long self) {
    long target = target(self);
    if (target == 0) {
      throw Raise.valueError("NULL pointer access");
    }
    return target;
  }

  private long contents(long self) {
    long target = required(self);
    return ctypes.data.part(ctypes.infoOf(self).proto, self, 0, target);
  }

  private long setContents(long self, long value) {
    requireValue(value);
    long proto = ctypes.infoOf(self).proto;
    if (!ctypes.isData(value) || !py.typeObjects.isInstance(value, proto)) {
      throw Raise.typeError(
          "expected %s instead of %s".formatted(ctypes.name(proto), ctypes.name(py.typeOf(value))));
    }
    memory.store64(ctypes.address(self), ctypes.address(value));
    ctypes.data.keep(self, 1, py.own(value));
    ctypes.data.keep(self, 0, py.own(ctypes.data.objects(value)));
    return 0;
  }

  private static void requireValue(long value) {
    if (value == 0) {
      throw Raise.typeError("Pointer does not support item deletion");
    }
  }

  private long place(long self, long index) {
    return required(self) + index * ctypes.info(ctypes.infoOf(self).proto).size;
  }

  private long item(long self, long index) {
    return ctypes.data.get(ctypes.infoOf(self).proto, self, index, place(self, index));
  }

  private long setItem(long self, long index, long value) {
    requireValue(value);
    ctypes.data.set(self, ctypes.infoOf(self).proto, value, index, place(self, index));
    return 0;
  }

  private long subscript(long self, long key) {
    if (py.numbers.isIndex(key)) {
      return item(
          self, py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer"));
    }
    if (!py.slices.is(key)) {
      throw Raise.typeError("Pointer indices must be integer");
    }
    Slices.Range range = unbounded(key);
    return new Runs(ctypes)
        .read(
            ctypes.infoOf(self).proto,
            range.count(),
            index -> place(self, index),
            index -> item(self, index),
            index -> range.start() + index * range.step());
  }

  /** The indices of a slice of what has no length: the stop must be said. */
  private Slices.Range unbounded(long slice) {
    long step = py.slices.step(slice);
    if (step == 0) {
      throw Raise.valueError("slice step cannot be zero");
    }
    if (py.slices.startIsNone(slice) && step < 0) {
      throw Raise.valueError("slice start is required for step < 0");
    }
    if (py.slices.stopIsNone(slice)) {
      throw Raise.valueError("slice stop is required");
    }
    return py.slices.literal(slice);
  }
}
