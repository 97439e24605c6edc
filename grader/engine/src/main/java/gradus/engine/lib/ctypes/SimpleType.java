package gradus.engine.lib.ctypes;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;
import java.math.BigInteger;

/** Simple types such as {@code c_int}: their metaclass, their base, their value. */
final class SimpleType {

  private final Ctypes ctypes;
  private final Space py;
  private long meta;
  private long type;

  SimpleType(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
  }

  long type() {
    return type;
  }

  void define() {
    meta = ctypes.dataType.meta("_ctypes.PyCSimpleType", this::createType).ready();
    TypeBuilder builder =
        ctypes
            .dataType
            .base("_ctypes._SimpleCData")
            .slot("tp_new", (Ternary) (kind, tuple, keywords) -> ctypes.data.create(kind))
            .slot("tp_init", (Ternary) this::init)
            .slot("tp_repr", (Unary) this::repr)
            .slot("nb_bool", (Unary) this::truth)
            .property("value", this::value, this::setValue)
            .method("__ctypes_from_outparam__", this::fromOutParameter);
    type = builder.ready();
    py.typeObjects.setMetaclass(type, meta);
  }

  /** A simple type of a name and a code, in the module ctypes. */
  long make(String name, char code, long base) {
    long dict = py.dicts.create();
    set(dict, "__module__", py.strs.of("ctypes"));
    set(dict, "__qualname__", py.strs.of(name));
    set(dict, "_type_", py.strs.of(String.valueOf(code)));
    long bases = py.tuples.of(base);
    long text = py.strs.of(name);
    long made = py.calls.callWith(meta, text, bases, dict);
    py.decref(text);
    py.decref(bases);
    py.decref(dict);
    return made;
  }

  private void set(long dict, String name, long value) {
    py.dicts.setName(dict, name, value);
    py.decref(value);
  }

  private long createType(long metaclass, long tuple, long keywords) {
    long made = py.typeObjects.heapTypes().create(metaclass, tuple, keywords);
    try {
      char code = code(made);
      ctypes.know(made, info(code, false));
      boolean first = py.memory.load64(made + TypeObjects.BASE) == type;
      if (first && metaclass == meta && SimpleCodes.isSwappable(code)) {
        makeSwapped(made, tuple);
      }
      return made;
    } catch (Raise raise) {
      py.decref(made);
      throw raise;
    }
  }

  private char code(long made) {
    long code = ctypes.attribute(made, "_type_");
    if (code == 0) {
      throw Raise.attributeError("class must define a '_type_' attribute");
    }
    try {
      if (!py.strs.is(code)) {
        throw Raise.typeError("class must define a '_type_' string attribute");
      }
      if (py.strs.length(code) != 1) {
        throw Raise.valueError(
            "class must define a '_type_' attribute which must be a string of length 1");
      }
      char letter = (char) py.strs.at(code, 0);
      if (SimpleCodes.ALL.indexOf(letter) < 0) {
        throw Raise.attributeError(
            "class must define a '_type_' attribute which must be\n"
                + "a single character string containing one of '%s'.".formatted(SimpleCodes.ALL));
      }
      return letter;
    } finally {
      py.decref(code);
    }
  }

  private static CtypeInfo info(char code, boolean swapped) {
    CtypeInfo info = new CtypeInfo(CtypeInfo.Kind.SIMPLE);
    info.code = code;
    info.size = SimpleCodes.size(code);
    info.align = (int) info.size;
    info.swapped = swapped;
    info.format = SimpleCodes.format(code, swapped);
    return info;
  }

  /** The same type for the other order of bytes; the two know each other. */
  private void makeSwapped(long made, long tuple) {
    long swapped = createSwapped(tuple);
    ctypes.know(swapped, info(ctypes.info(made).code, true));
    for (long type : new long[] {made, swapped}) {
      link(type, "__ctype_le__", made);
      link(type, "__ctype_be__", swapped);
    }
    py.decref(swapped);
  }

  /** Says that a type of single bytes is the same in either order. */
  void linkToItself(long type) {
    link(type, "__ctype_le__", type);
    link(type, "__ctype_be__", type);
  }

  private long createSwapped(long tuple) {
    long name = py.strs.of(py.strs.text(py.tuples.get(tuple, 0)) + "_be");
    long arguments = py.tuples.of(name, py.tuples.get(tuple, 1), py.tuples.get(tuple, 2));
    try {
      return py.typeObjects.heapTypes().create(meta, arguments, 0);
    } finally {
      py.decref(name);
      py.decref(arguments);
    }
  }

  private void link(long from, String name, long to) {
    py.attributes.set(from, py.names.of(name), to);
  }

  private long init(long self, long tuple, long keywords) {
    py.arguments.unpack("__init__", py.tuples.size(tuple), 0, 1);
    if (py.tuples.size(tuple) == 1) {
      setValue(self, py.tuples.get(tuple, 0));
    }
    return 0;
  }

  long value(long self) {
    return ctypes.codes.get(ctypes.infoOf(self), ctypes.address(self), 0);
  }

  private long setValue(long self, long value) {
    if (value == 0) {
      throw Raise.typeError("can't delete attribute");
    }
    long kept = ctypes.codes.set(ctypes.infoOf(self), ctypes.address(self), value, 0);
    ctypes.data.keep(self, 0, kept);
    return 0;
  }

  private long fromOutParameter(long self) {
    return ctypes.isDerivedSimple(py.typeOf(self)) ? py.own(self) : value(self);
  }

  private long truth(long self) {
    byte[] bytes = py.memory.bytes(ctypes.address(self), ctypes.infoOf(self).size);
    return new BigInteger(bytes).signum() == 0 ? 0 : 1;
  }

  private long repr(long self) {
    long kind = py.typeOf(self);
    if (ctypes.isDerivedSimple(kind)) {
      return py.strs.of("<%s object at 0x%x>".formatted(ctypes.name(kind), self));
    }
    return py.strs.of("%s(%s)".formatted(ctypes.name(kind), shown(self)));
  }

  /** What a repr shows: the address of text, not the text. */
  private String shown(long self) {
    CtypeInfo info = ctypes.infoOf(self);
    if (info.code == 'O' && py.memory.load64(ctypes.address(self)) == 0) {
      return "<NULL>";
    }
    boolean text = info.code == 'z' || info.code == 'Z';
    long shown = ctypes.codes.get(text ? info('P', false) : info, ctypes.address(self), 0);
    try {
      return py.texts.reprText(shown);
    } finally {
      py.decref(shown);
    }
  }
}
