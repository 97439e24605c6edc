package gradus.engine.lib.ctypes;

/** What is known of a C type beside its class: what CPython keeps in a StgDict. */
final class CtypeInfo {

  /** The kinds of C types. */
  enum Kind {
    SIMPLE,
    STRUCT,
    UNION,
    ARRAY,
    POINTER,
    FUNCTION
  }

  final Kind kind;
  long size;
  int align = 1;

  /** The number of items of an array or of fields of a structure. */
  long length;

  /** The type of an array's items, or of what a pointer points to; 0 if there is none. */
  long proto;

  /** The code of a simple type, or 0. */
  char code;

  /** Whether bytes lie in the order of big-endian machines. */
  boolean swapped;

  /** Whether it was used, so that its fields stay as they are. */
  boolean isFinal;

  /** What a memoryview says of it (PEP 3118). */
  String format = "B";

  CtypeInfo(Kind kind) {
    this.kind = kind;
  }

  boolean isAggregate() {
    return kind == Kind.STRUCT || kind == Kind.UNION;
  }

  /** The same for a class derived without anything of its own. */
  CtypeInfo copy() {
    CtypeInfo copy = new CtypeInfo(kind);
    copy.size = size;
    copy.align = align;
    copy.length = length;
    copy.proto = proto;
    copy.code = code;
    copy.swapped = swapped;
    copy.format = format;
    return copy;
  }
}
