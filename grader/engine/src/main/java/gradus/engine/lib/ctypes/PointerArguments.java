package gradus.engine.lib.ctypes;

import gradus.engine.layout.CtypesStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.BytesObjects;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** Arguments of C functions: what {@code byref} makes, and which objects may stand for what. */
final class PointerArguments {

  private static final int TAG = CtypesStructs.ARGUMENT.offset("tag");
  private static final int VALUE = CtypesStructs.ARGUMENT.offset("value");
  private static final int OBJECT = CtypesStructs.ARGUMENT.offset("obj");

  private final Ctypes ctypes;
  private final Space py;
  private final Memory memory;
  private long type;

  PointerArguments(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
    memory = py.memory;
  }

  void define() {
    type =
        TypeBuilder.define(py, "CArgObject", CtypesStructs.ARGUMENT)
            .dealloc(
                argument -> {
                  py.xdecref(memory.load64(argument + OBJECT));
                  py.free(argument);
                })
            .slot("tp_repr", (Unary) this::repr)
            .member("_obj", OBJECT, MemberKind.OBJECT)
            .ready();
  }

  private long repr(long argument) {
    char tag = (char) memory.load8(argument + TAG);
    long place = argument + VALUE;
    String value =
        switch (tag) {
          case 'b', 'B' -> "" + (byte) memory.load8(place);
          case 'h', 'H' -> "" + (short) memory.load16(place);
          case 'i', 'I' -> "" + memory.load32(place);
          case 'l', 'L', 'q', 'Q' -> "" + memory.load64(place);
          case 'f', 'd' -> number(tag, place);
          case 'c' -> character((char) memory.load8(place));
          case 'P', 'z', 'Z' -> "0x%x".formatted(memory.load64(place));
          default -> "";
        };
    return py.strs.of(
        value.isEmpty()
            ? "<cparam '%c' at 0x%x>".formatted(tag, argument)
            : "<cparam '%c' (%s)>".formatted(tag, value));
  }

  private String number(char tag, long place) {
    double value =
        tag == 'f'
            ? Float.intBitsToFloat(memory.load32(place))
            : Double.longBitsToDouble(memory.load64(place));
    long number = py.floats.of(value);
    try {
      return py.texts.reprText(number);
    } finally {
      py.decref(number);
    }
  }

  private static String character(char c) {
    boolean plain = c >= ' ' && c < 0x7f && c != '\\' && c != '\'';
    return plain ? "'" + c + "'" : "'\\x%02x'".formatted((int) c);
  }

  /** Whether an object is an argument already. */
  boolean is(long object) {
    return py.typeOf(object) == type;
  }

  /** Writes an argument's value where data lie. */
  void copyValue(long argument, long address, long size) {
    memory.copy(address, argument + VALUE, size);
  }

  /** An argument of a simple type. */
  private long ofValue(CtypeInfo info, long value) {
    long argument = py.create(type);
    memory.store8(argument + TAG, info.code);
    try {
      memory.store64(argument + OBJECT, ctypes.codes.set(info, argument + VALUE, value, 0));
      return argument;
    } catch (Raise raise) {
      py.decref(argument);
      throw raise;
    }
  }

  /** An argument that is the address of an object's data. */
  long byReference(long object, long offset) {
    long argument = py.create(type);
    memory.store8(argument + TAG, 'P');
    memory.store64(argument + VALUE, ctypes.address(object) + offset);
    memory.store64(argument + OBJECT, py.own(object));
    return argument;
  }

  /** What a type's {@code from_param} makes of a value. */
  long convert(long wanted, long value) {
    CtypeInfo info = ctypes.info(wanted);
    if (py.typeObjects.isInstance(value, wanted)) {
      return py.own(value);
    }
    if (py.typeOf(value) == type) {
      long object = memory.load64(value + OBJECT);
      boolean pointed =
          info.kind == CtypeInfo.Kind.POINTER && py.typeObjects.isInstance(object, info.proto);
      if (pointed || py.typeObjects.isInstance(object, wanted)) {
        return py.own(value);
      }
    }
    return info.kind == CtypeInfo.Kind.SIMPLE
        ? convertSimple(wanted, info, value)
        : convertOther(wanted, info, value);
  }

  private long convertSimple(long wanted, CtypeInfo info, long value) {
    boolean address = info.code == 'P' || info.code == 'z' || info.code == 'Z';
    if (address && value == py.none) {
      return py.newNone();
    }
    boolean number = py.typeObjects.isInstance(value, py.types.integer);
    if (info.code == 'P' && !number) {
      return convertPointer(wanted, value);
    }
    if (address && info.code != 'P' && number) {
      throw Raise.typeError("wrong type");
    }
    try {
      return ofValue(info, value);
    } catch (Raise raise) {
      long parameter = asParameter(value);
      if (parameter == 0) {
        py.exceptions.drop(raise);
        throw Raise.typeError("wrong type");
      }
      py.exceptions.drop(raise);
      return converted(wanted, parameter);
    }
  }

  private long convertPointer(long wanted, long value) {
    if (py.bytes.is(value) || py.strs.is(value)) {
      CtypeInfo text = new CtypeInfo(CtypeInfo.Kind.SIMPLE);
      text.code = py.bytes.is(value) ? 'z' : 'Z';
      return ofValue(text, value);
    }
    if (is(value) || ctypes.isData(value)) {
      address(value);
      return py.own(value);
    }
    long parameter = asParameter(value);
    if (parameter == 0) {
      throw Raise.typeError("wrong type");
    }
    return converted(wanted, parameter);
  }

  private long converted(long wanted, long parameter) {
    try {
      return convert(wanted, parameter);
    } finally {
      py.decref(parameter);
    }
  }

  private long asParameter(long value) {
    return py.attributes.find(value, "_as_parameter_");
  }

  private long convertOther(long wanted, CtypeInfo info, long value) {
    boolean pointer = info.kind == CtypeInfo.Kind.POINTER;
    if (pointer && value == py.none) {
      return py.newNone();
    }
    if (pointer && info.proto != 0 && py.typeObjects.isInstance(value, info.proto)) {
      return byReference(value, 0);
    }
    boolean array =
        ctypes.isOf(value, CtypeInfo.Kind.ARRAY) || ctypes.isOf(value, CtypeInfo.Kind.POINTER);
    if (pointer && array && ctypes.infoOf(value).proto == info.proto) {
      return py.own(value);
    }
    long parameter = asParameter(value);
    if (parameter != 0) {
      return converted(wanted, parameter);
    }
    throw Raise.typeError(
        "expected %s instance instead of %s"
            .formatted(ctypes.name(wanted), ctypes.name(py.typeOf(value))));
  }

  /** The address an object stands for as a {@code void *}. */
  long address(long value) {
    if (value == py.none) {
      return 0;
    }
    if (py.typeObjects.isInstance(value, py.types.integer)) {
      return py.ints.value(value).longValue();
    }
    if (py.bytes.is(value)) {
      return value + BytesObjects.DATA;
    }
    if (py.typeOf(value) == type) {
      return memory.load64(value + VALUE);
    }
    if (ctypes.isData(value)) {
      return addressOfData(value);
    }
    long parameter = asParameter(value);
    if (parameter == 0) {
      throw Raise.typeError("wrong type");
    }
    try {
      return address(parameter);
    } finally {
      py.decref(parameter);
    }
  }

  private long addressOfData(long value) {
    CtypeInfo info = ctypes.infoOf(value);
    boolean holdsAddress =
        info.kind == CtypeInfo.Kind.POINTER
            || info.kind == CtypeInfo.Kind.FUNCTION
            || info.code == 'P'
            || info.code == 'z'
            || info.code == 'Z';
    if (!holdsAddress && info.kind != CtypeInfo.Kind.ARRAY) {
      throw Raise.typeError("wrong type");
    }
    return holdsAddress ? memory.load64(ctypes.address(value)) : ctypes.address(value);
  }

  /** The same for the argument of a function, which its message counts from 1. */
  long address(long value, int position) {
    try {
      return address(value);
    } catch (Raise raise) {
      if (!py.exceptions.matches(raise, "TypeError")) {
        throw raise;
      }
      String text = py.texts.strText(py.exceptions.object(raise));
      py.exceptions.drop(raise);
      throw ctypes.argumentError("argument %d: <class 'TypeError'>: %s".formatted(position, text));
    }
  }
}
