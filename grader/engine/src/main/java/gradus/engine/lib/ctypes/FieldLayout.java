package gradus.engine.lib.ctypes;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeObjects;

/** Gives the fields of a structure or union their offsets, as a C compiler does (stgdict.c). */
final class FieldLayout {

  private final Ctypes ctypes;
  private final Space py;
  private final long type;
  private final CtypeInfo info;
  private final boolean union;
  private long size;
  private long offset;
  private long unionSize;
  private int align = 1;

  /** Bits of the storage unit that bit fields are being put in, and how many are used. */
  private int unit;

  private int usedBits;

  FieldLayout(Ctypes ctypes, long type) {
    this.ctypes = ctypes;
    py = ctypes.py;
    this.type = type;
    info = ctypes.info(type);
    union = info.kind == CtypeInfo.Kind.UNION;
  }

  void layOut(long described) {
    int pack = pack();
    long count = count(described);
    if (info.isFinal) {
      throw Raise.attributeError("_fields_ is final");
    }
    long base = py.memory.load64(type + TypeObjects.BASE);
    CtypeInfo inherited = ctypes.find(base);
    long before = inherited == null ? 0 : inherited.length;
    if (inherited != null && inherited.size > 0) {
      size = inherited.size;
      offset = inherited.size;
      unionSize = inherited.size;
      align = inherited.align;
    }
    StringBuilder format = new StringBuilder("T{");
    for (long index = 0; index < count; index++) {
      addField(described, index, index + before, pack, format);
    }
    if (info.isFinal) {
      throw Raise.attributeError("Structure or union cannot contain itself");
    }
    finish(count + before, format.append('}').toString());
    makeAnonymous();
  }

  private void finish(long length, String format) {
    long whole = union ? unionSize : size;
    info.size = (whole + align - 1) / align * align;
    info.align = align;
    info.length = length;
    info.format = union ? "B" : format;
    info.isFinal = true;
  }

  private int pack() {
    long value = ctypes.attribute(type, "_pack_");
    if (value == 0) {
      return 0;
    }
    try {
      boolean integer = py.typeObjects.isInstance(value, py.types.integer);
      if (!integer || py.ints.value(value).signum() < 0 || py.ints.value(value).bitLength() > 31) {
        throw Raise.valueError("_pack_ must be a non-negative integer");
      }
      return (int) py.ints.longValue(value);
    } finally {
      py.decref(value);
    }
  }

  private long count(long described) {
    if (!py.items.isSequence(described)) {
      throw Raise.typeError("'_fields_' must be a sequence of pairs");
    }
    return py.items.length(described);
  }

  private void addField(long described, long index, long number, int pack, StringBuilder format) {
    long pair = py.items.item(described, index);
    try {
      int parts = py.tuples.is(pair) ? py.tuples.size(pair) : 0;
      if (parts < 2 || parts > 3 || !py.strs.is(py.tuples.get(pair, 0))) {
        throw Raise.typeError("'_fields_' must be a sequence of (name, C type) pairs");
      }
      long proto = swapped(py.tuples.get(pair, 1));
      CtypeInfo of = ctypes.find(proto);
      if (of == null) {
        throw Raise.typeError(
            "second item in _fields_ tuple (index %d) must be a C type".formatted(index));
      }
      of.isFinal = true;
      int bits = parts == 3 ? bits(of, proto, py.tuples.get(pair, 2)) : 0;
      String name = py.strs.text(py.tuples.get(pair, 0));
      place(py.tuples.get(pair, 0), proto, of, number, bits, pack);
      format.append(ctypes.shapedFormat(of)).append(':').append(name).append(':');
    } finally {
      py.decref(pair);
    }
  }

  /** The field's type in the structure's order of bytes. */
  private long swapped(long proto) {
    long marker = ctypes.attribute(type, "_swappedbytes_");
    if (marker == 0) {
      return proto;
    }
    py.decref(marker);
    return new Swapping(ctypes).other(proto);
  }

  private int bits(CtypeInfo of, long proto, long number) {
    if (!SimpleCodes.isInteger(of.code) && of.code != '?') {
      throw Raise.typeError("bit fields not allowed for type " + ctypes.name(proto));
    }
    long bits = py.numbers.longArgument(number);
    if (bits <= 0 || bits > of.size * 8) {
      throw Raise.valueError("number of bits invalid for bit field");
    }
    return (int) bits;
  }

  private void place(long name, long proto, CtypeInfo of, long number, int bits, int pack) {
    if (union) {
      size = 0;
      offset = 0;
    }
    long start;
    int low = 0;
    boolean opened = bits > 0 && unit > 0;
    if (opened && of.size * 8 <= unit && usedBits + bits <= unit) {
      start = offset - of.size;
      low = usedBits;
      usedBits += bits;
    } else if (opened && of.size * 8 >= unit && usedBits + bits <= of.size * 8) {
      offset += of.size - unit / 8;
      size += of.size - unit / 8;
      unit = (int) of.size * 8;
      start = offset - of.size;
      low = usedBits;
      usedBits += bits;
    } else {
      unit = bits == 0 ? 0 : (int) of.size * 8;
      usedBits = bits;
      start = next(of, pack);
    }
    if (info.swapped || (bits > 0 && of.swapped)) {
      low = unit - low - bits;
    }
    unionSize = Math.max(unionSize, size);
    long field = ctypes.structs.fields().make(start, of.size, bits, low, number, proto);
    py.attributes.set(type, name, field);
    py.decref(field);
  }

  /** Where a field starts that has a place of its own. */
  private long next(CtypeInfo of, int pack) {
    int alignment = pack > 0 ? Math.min(pack, of.align) : of.align;
    long start = (offset + alignment - 1) / alignment * alignment;
    size += start - offset + of.size;
    offset = start + of.size;
    align = Math.max(align, alignment);
    return start;
  }

  /** Shows the fields of those fields that have no name of their own. */
  private void makeAnonymous() {
    long names = ctypes.attribute(type, "_anonymous_");
    if (names == 0) {
      return;
    }
    try {
      if (!py.items.isSequence(names)) {
        throw Raise.typeError("_anonymous_ must be a sequence");
      }
      for (long index = 0; index < py.items.length(names); index++) {
        long name = py.items.item(names, index);
        showFields(name);
        py.decref(name);
      }
    } finally {
      py.decref(names);
    }
  }

  private void showFields(long name) {
    long field = py.attributes.get(type, name);
    try {
      if (!ctypes.structs.fields().is(field)) {
        throw Raise.attributeError(
            "'%s' is specified in _anonymous_ but not in _fields_".formatted(py.strs.text(name)));
      }
      ctypes.structs.fields().show(type, field);
    } finally {
      py.decref(field);
    }
  }
}
