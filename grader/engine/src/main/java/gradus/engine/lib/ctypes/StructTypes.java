package gradus.engine.lib.ctypes;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeObjects;

/** Structures and unions: their metaclasses, their bases, how instances begin. */
final class StructTypes {

  private final Ctypes ctypes;
  private final Space py;
  private final FieldType fields;
  private long type;
  private long unionType;

  StructTypes(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    fields = new FieldType(ctypes);
  }

  long type() {
    return type;
  }

  long unionType() {
    return unionType;
  }

  FieldType fields() {
    return fields;
  }

  void define() {
    fields.define();
    type = define("_ctypes.PyCStructType", "_ctypes.Structure", CtypeInfo.Kind.STRUCT);
    unionType = define("_ctypes.UnionType", "_ctypes.Union", CtypeInfo.Kind.UNION);
  }

  private long define(String metaName, String name, CtypeInfo.Kind kind) {
    long meta =
        ctypes
            .dataType
            .meta(metaName, (self, tuple, keywords) -> createType(self, tuple, keywords, kind))
            .slot("tp_setattro", (Ternary) this::setAttribute)
            .ready();
    long base =
        ctypes
            .dataType
            .base(name)
            .slot("tp_new", (Ternary) (self, tuple, keywords) -> ctypes.data.create(self))
            .slot("tp_init", (Ternary) this::init)
            .ready();
    py.typeObjects.setMetaclass(base, meta);
    return base;
  }

  /** A structure whose bytes lie the other way round. */
  long makeBigEndian() {
    long dict = py.dicts.create();
    py.dicts.setName(dict, "_swappedbytes_", py.none);
    long module = py.strs.of("ctypes._endian");
    py.dicts.setName(dict, "__module__", module);
    long slots = py.tuples.empty();
    py.dicts.setName(dict, "__slots__", slots);
    long name = py.strs.of("BigEndianStructure");
    long bases = py.tuples.of(type);
    long made = py.calls.callWith(py.typeOf(type), name, bases, dict);
    for (long used : new long[] {dict, module, slots, name, bases}) {
      py.decref(used);
    }
    return made;
  }

  private long createType(long meta, long tuple, long keywords, CtypeInfo.Kind kind) {
    long made = py.typeObjects.heapTypes().create(meta, tuple, keywords);
    try {
      long dict = py.memory.load64(made + TypeObjects.DICT);
      if (py.dicts.contains(dict, py.names.of("_abstract_"))) {
        return made;
      }
      long base = py.memory.load64(made + TypeObjects.BASE);
      CtypeInfo inherited = ctypes.find(base);
      ctypes.know(made, inherited == null ? new CtypeInfo(kind) : inherited.copy());
      long described = py.dicts.getName(dict, py.names.of("_fields_"));
      if (described != 0) {
        layOut(made, described);
      } else if (inherited != null) {
        inherited.isFinal = true;
      }
      return made;
    } catch (Raise raise) {
      py.decref(made);
      throw raise;
    }
  }

  private long setAttribute(long self, long name, long value) {
    py.typeObjects.setAttribute(self, name, value);
    if (value != 0 && py.strs.text(name).equals("_fields_")) {
      layOut(self, value);
    }
    return 0;
  }

  private void layOut(long made, long described) {
    new FieldLayout(ctypes, made).layOut(described);
  }

  private long init(long self, long tuple, long keywords) {
    int used = initByPosition(self, py.typeOf(self), tuple, keywords, 0);
    if (used < py.tuples.size(tuple)) {
      throw Raise.typeError("too many initializers");
    }
    for (int at = first(keywords, 0); at >= 0; at = first(keywords, at + 1)) {
      py.attributes.set(self, py.dicts.keyAt(keywords, at), py.dicts.valueAt(keywords, at));
    }
    return 0;
  }

  private int first(long keywords, int from) {
    return keywords == 0 ? -1 : py.dicts.next(keywords, from);
  }

  /** Sets the fields of the bases, then the type's own; how many values are used up. */
  private int initByPosition(long self, long kind, long tuple, long keywords, int used) {
    long base = py.memory.load64(kind + TypeObjects.BASE);
    int at = ctypes.find(base) == null ? used : initByPosition(self, base, tuple, keywords, used);
    long dict = py.memory.load64(kind + TypeObjects.DICT);
    long described = py.dicts.getName(dict, py.names.of("_fields_"));
    long count = described == 0 ? 0 : py.items.length(described);
    for (long index = 0; index < count && at < py.tuples.size(tuple); index++, at++) {
      long pair = py.items.item(described, index);
      long name = py.items.item(pair, 0);
      try {
        if (keywords != 0 && py.dicts.contains(keywords, name)) {
          throw Raise.typeError("duplicate values for field " + py.texts.reprText(name));
        }
        py.attributes.set(self, name, py.tuples.get(tuple, at));
      } finally {
        py.decref(name);
        py.decref(pair);
      }
    }
    return at;
  }
}
