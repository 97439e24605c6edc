package gradus.engine.lib.ctypes;

import gradus.engine.object.Raise;

/** Finds the type for the other order of bytes (_other_endian in Lib/ctypes/_endian.py). */
final class Swapping {

  private final Ctypes ctypes;

  Swapping(Ctypes ctypes) {
    this.ctypes = ctypes;
  }

  /** The other type, borrowed. */
  long other(long type) {
    long swapped = ctypes.attribute(type, "__ctype_be__");
    if (swapped != 0) {
      // The type's own dict keeps it alive.
      ctypes.py.decref(swapped);
      return swapped;
    }
    CtypeInfo info = ctypes.find(type);
    if (info != null && info.kind == CtypeInfo.Kind.ARRAY) {
      long array = ctypes.arrays.times(other(info.proto), info.length);
      ctypes.py.decref(array);
      return array;
    }
    if (info != null && info.kind == CtypeInfo.Kind.STRUCT) {
      return type;
    }
    throw Raise.typeError(
        "This type does not support other endian: " + ctypes.py.texts.strText(type));
  }
}
