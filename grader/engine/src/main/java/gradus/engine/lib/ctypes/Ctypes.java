package gradus.engine.lib.ctypes;

import gradus.engine.layout.CtypesStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeObjects;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts of ctypes share: the C types by their classes, and questions to objects. */
final class Ctypes {

  static final int POINTER = CtypesStructs.DATA.offset("b_ptr");
  static final int SIZE = CtypesStructs.DATA.offset("b_size");
  static final int LENGTH = CtypesStructs.DATA.offset("b_length");
  static final int BASE = CtypesStructs.DATA.offset("b_base");
  static final int INDEX = CtypesStructs.DATA.offset("b_index");
  static final int OBJECTS = CtypesStructs.DATA.offset("b_objects");
  static final int NEEDS_FREE = CtypesStructs.DATA.offset("b_needsfree");
  static final int VALUE = CtypesStructs.DATA.offset("b_value");

  final Space py;
  final Memory memory;
  final DataObjects data;
  final SimpleCodes codes;
  final DataType dataType;
  final SimpleType simple;
  final ArrayTypes arrays;
  final PointerTypes pointers;
  final StructTypes structs;
  final FunctionTypes functions;
  final PointerArguments arguments;

  private final Map<Long, CtypeInfo> infos = new HashMap<>();
  private long argumentError;

  Ctypes(Space py) {
    this.py = py;
    memory = py.memory;
    codes = new SimpleCodes(py);
    data = new DataObjects(this);
    dataType = new DataType(this);
    simple = new SimpleType(this);
    arrays = new ArrayTypes(this);
    pointers = new PointerTypes(this);
    structs = new StructTypes(this);
    functions = new FunctionTypes(this);
    arguments = new PointerArguments(this);
  }

  /** What is known of a type, or null if it is not a C type or says too little about itself. */
  @Nullable CtypeInfo find(long type) {
    return infos.get(type);
  }

  /** What is known of a C type. */
  CtypeInfo info(long type) {
    CtypeInfo info = infos.get(type);
    if (info == null) {
      throw Raise.typeError("abstract class");
    }
    return info;
  }

  /** What is known of an object's type. */
  CtypeInfo infoOf(long object) {
    return info(py.typeOf(object));
  }

  void know(long type, CtypeInfo info) {
    infos.put(type, info);
  }

  /** Ends a class: nothing is known of it any more. */
  void dealloc(long type) {
    infos.remove(type);
    py.typeObjects.heapTypes().dealloc(type);
  }

  /** Whether an object is C data. */
  boolean isData(long object) {
    return py.typeObjects.isInstance(object, dataType.type());
  }

  /** Whether a class is one of a kind of C types. */
  boolean is(long type, CtypeInfo.Kind kind) {
    CtypeInfo info = infos.get(type);
    return info != null && info.kind == kind;
  }

  /** Whether an object is data of a kind. */
  boolean isOf(long object, CtypeInfo.Kind kind) {
    return is(py.typeOf(object), kind);
  }

  /** A type's name as messages show it. */
  String name(long type) {
    return py.typeObjects.fullName(type);
  }

  /** A type's format, for an array with its shape before it. */
  String shapedFormat(CtypeInfo info) {
    if (info.kind != CtypeInfo.Kind.ARRAY) {
      return info.format;
    }
    StringBuilder shape = new StringBuilder();
    CtypeInfo item = info;
    for (; item.kind == CtypeInfo.Kind.ARRAY; item = info(item.proto)) {
      shape.append(shape.length() == 0 ? "" : ",").append(item.length);
    }
    return "(" + shape + ")" + item.format;
  }

  /** Where an object's data lie. */
  long address(long object) {
    return memory.load64(object + POINTER);
  }

  /** An attribute of a class, or 0 if it has none; a new reference. */
  long attribute(long type, String name) {
    return py.attributes.find(type, name);
  }

  /** Whether a class is derived from a simple type such as c_int, so that it keeps its objects. */
  boolean isDerivedSimple(long type) {
    return is(type, CtypeInfo.Kind.SIMPLE)
        && memory.load64(type + TypeObjects.BASE) != simple.type();
  }

  void argumentErrorIs(long type) {
    argumentError = type;
  }

  /** ctypes.ArgumentError with a text. */
  Raise argumentError(String message) {
    long text = py.strs.of(message);
    try {
      return Raise.object(py.calls.call(argumentError, text));
    } finally {
      py.decref(text);
    }
  }
}
