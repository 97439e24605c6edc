package gradus.engine.lib.ctypes;

import gradus.engine.layout.CtypesStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** Fields of structures and unions: descriptors that read and write the data (cfield.c). */
final class FieldType {

  private static final int OFFSET = CtypesStructs.FIELD.offset("offset");

  /** The size in bytes; for a bit field its low bit, and above 16 bits how many there are. */
  private static final int SIZE = CtypesStructs.FIELD.offset("size");

  private static final int INDEX = CtypesStructs.FIELD.offset("index");
  private static final int PROTO = CtypesStructs.FIELD.offset("proto");
  private static final int ANONYMOUS = CtypesStructs.FIELD.offset("anonymous");

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;
  private long type;

  FieldType(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  void define() {
    type =
        TypeBuilder.define(py, "_ctypes.CField", CtypesStructs.FIELD)
            .container((field, visitor) -> visitor.accept(memory.load64(field + PROTO)))
            .dealloc(this::dealloc)
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_descr_get", (Ternary) this::get)
            .slot("tp_descr_set", (Ternary) this::set)
            .getter("offset", field -> py.ints.of(memory.load64(field + OFFSET)))
            .getter("size", field -> py.ints.of(memory.load64(field + SIZE)))
            .ready();
  }

  boolean is(long object) {
    return py.typeOf(object) == type;
  }

  private void dealloc(long field) {
    py.untrack(field);
    py.decref(memory.load64(field + PROTO));
    py.free(field);
  }

  /** A field; bits is 0 if it is no bit field. */
  long make(long offset, long size, int bits, int low, long index, long proto) {
    long field = py.create(type);
    memory.store64(field + OFFSET, offset);
    memory.store64(field + SIZE, bits == 0 ? size : (long) bits << 16 | low);
    memory.store64(field + INDEX, index);
    memory.store64(field + PROTO, py.own(proto));
    return field;
  }

  private boolean isBitField(long field) {
    return memory.load64(field + SIZE) >>> 16 != 0
        && SimpleCodes.isInteger(ctypes.info(memory.load64(field + PROTO)).code);
  }

  private String name(long field) {
    return ctypes.name(memory.load64(field + PROTO));
  }

  private long repr(long field) {
    long offset = memory.load64(field + OFFSET);
    long size = memory.load64(field + SIZE);
    return py.strs.of(
        size >>> 16 != 0
            ? "<Field type=%s, ofs=%d:%d, bits=%d>"
                .formatted(name(field), offset, size & 0xffff, size >>> 16)
            : "<Field type=%s, ofs=%d, size=%d>".formatted(name(field), offset, size));
  }

  private long place(long field, long object) {
    if (!ctypes.isData(object)) {
      throw Raise.typeError("not a ctype instance");
    }
    return ctypes.address(object) + memory.load64(field + OFFSET);
  }

  private long get(long field, long object, long kind) {
    if (object == 0 || object == py.none) {
      return py.own(field);
    }
    long place = place(field, object);
    long proto = memory.load64(field + PROTO);
    CtypeInfo info = ctypes.info(proto);
    if (isBitField(field)) {
      return ctypes.codes.get(info, place, (int) memory.load64(field + SIZE));
    }
    char characters = characters(info);
    if (characters == 'c') {
      return ctypes.codes.texts().bytes(place, info.size);
    }
    return characters == 'u'
        ? ctypes.codes.texts().wide(place, info.size / 4)
        : ctypes.data.get(proto, object, memory.load64(field + INDEX), place);
  }

  /** The code of an array's items. */
  private char characters(CtypeInfo info) {
    return info.kind == CtypeInfo.Kind.ARRAY ? ctypes.info(info.proto).code : 0;
  }

  private long set(long field, long object, long value) {
    long place = place(field, object);
    if (value == 0) {
      throw Raise.typeError("can't delete attribute");
    }
    long proto = memory.load64(field + PROTO);
    CtypeInfo info = ctypes.info(proto);
    if (isBitField(field)) {
      int bits = (int) memory.load64(field + SIZE);
      py.decref(ctypes.codes.set(info, place, value, bits));
      return 0;
    }
    char characters = characters(info);
    if (characters == 'c') {
      setBytes(info, place, value);
    } else if (characters == 'u') {
      setWide(info, place, value);
    } else {
      ctypes.data.set(object, proto, value, memory.load64(field + INDEX), place);
    }
    return 0;
  }

  private void setBytes(CtypeInfo info, long place, long value) {
    if (!py.bytes.is(value)) {
      throw Raise.typeError("expected bytes, %s found".formatted(py.typeName(value)));
    }
    byte[] content = py.bytes.content(value);
    if (content.length > info.size) {
      throw Raise.valueError(
          "bytes too long (%d, maximum length %d)".formatted(content.length, info.size));
    }
    ctypes.codes.texts().setCharacters(place, info.size, content);
  }

  private void setWide(CtypeInfo info, long place, long value) {
    if (!py.strs.is(value)) {
      throw Raise.typeError(
          "unicode string expected instead of %s instance".formatted(py.typeName(value)));
    }
    int length = py.strs.length(value);
    if (length > info.size / 4) {
      throw Raise.valueError(
          "string too long (%d, maximum length %d)".formatted(length, info.size / 4));
    }
    ctypes.codes.texts().setWideCharacters(place, info.size / 4, value);
  }

  /** Gives a type the fields of a field's own type, at their places in the whole. */
  void show(long owner, long field) {
    memory.store32(field + ANONYMOUS, 1);
    long proto = memory.load64(field + PROTO);
    long described = py.attributes.get(proto, "_fields_");
    try {
      for (long index = 0; index < py.items.length(described); index++) {
        long pair = py.items.item(described, index);
        showField(owner, field, py.attributes.get(proto, py.tuples.get(pair, 0)), pair);
        py.decref(pair);
      }
    } finally {
      py.decref(described);
    }
  }

  private void showField(long owner, long outer, long inner, long pair) {
    long copy = py.create(type);
    long head = OFFSET;
    memory.copy(copy + head, inner + head, CtypesStructs.FIELD.size() - head);
    py.incref(memory.load64(copy + PROTO));
    for (int field : new int[] {OFFSET, INDEX}) {
      memory.store64(copy + field, memory.load64(outer + field) + memory.load64(inner + field));
    }
    py.attributes.set(owner, py.tuples.get(pair, 0), copy);
    if (memory.load32(inner + ANONYMOUS) != 0) {
      show(owner, copy);
    }
    py.decref(copy);
    py.decref(inner);
  }
}
