package gradus.engine.object;

import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;

/** Fields of native structs seen as attributes (Python/structmember.c). */
final class Members {

  static final int READ_ONLY = 1;

  private static final int KIND = TypeStructs.MEMBER_DEF.offset("type");
  private static final int OFFSET = TypeStructs.MEMBER_DEF.offset("offset");
  private static final int FLAGS = TypeStructs.MEMBER_DEF.offset("flags");

  private Members() {}

  static void write(Memory memory, long def, long name, MemberKind kind, long offset, int flags) {
    memory.store64(def, name);
    memory.store32(def + KIND, kind.number());
    memory.store64(def + OFFSET, offset);
    memory.store32(def + FLAGS, flags);
  }

  static long get(Space py, long def, long object) {
    Memory memory = py.memory;
    long place = object + memory.load64(def + OFFSET);
    return switch (MemberKind.of(memory.load32(def + KIND))) {
      case INT -> py.ints.of(memory.load32(place));
      case SSIZE -> py.ints.of(memory.load64(place));
      case BOOL -> py.bool(memory.load8(place) != 0);
      case DOUBLE -> py.floats.of(Double.longBitsToDouble(memory.load64(place)));
      case OBJECT -> memory.load64(place) == 0 ? py.newNone() : py.own(memory.load64(place));
      case OBJECT_OR_ERROR -> {
        if (memory.load64(place) == 0) {
          throw Raise.attributeError(memory.string(memory.load64(def)));
        }
        yield py.own(memory.load64(place));
      }
    };
  }

  static void set(Space py, long def, long object, long value) {
    Memory memory = py.memory;
    if ((memory.load32(def + FLAGS) & READ_ONLY) != 0) {
      throw Raise.attributeError("readonly attribute");
    }
    long place = object + memory.load64(def + OFFSET);
    MemberKind kind = MemberKind.of(memory.load32(def + KIND));
    if (kind != MemberKind.OBJECT && kind != MemberKind.OBJECT_OR_ERROR) {
      setNumber(py, kind, place, value);
      return;
    }
    if (value == 0 && kind == MemberKind.OBJECT_OR_ERROR && memory.load64(place) == 0) {
      throw Raise.attributeError(memory.string(memory.load64(def)));
    }
    if (value != 0) {
      py.incref(value);
    }
    py.replace(place, value);
  }

  private static void setNumber(Space py, MemberKind kind, long place, long value) {
    if (value == 0) {
      throw Raise.typeError("can't delete numeric/char attribute");
    }
    switch (kind) {
      case INT -> py.memory.store32(place, (int) py.numbers.longArgument(value));
      case SSIZE -> py.memory.store64(place, py.numbers.size(value));
      case DOUBLE -> py.memory.store64(place, Double.doubleToLongBits(py.numbers.toDouble(value)));
      default -> {
        if (value != py.yes && value != py.no) {
          throw Raise.typeError("attribute value type must be bool");
        }
        py.memory.store8(place, value == py.yes ? 1 : 0);
      }
    }
  }
}
