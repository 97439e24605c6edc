package gradus.engine.object;

import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;

/** Fields of native structs seen as attributes (Python/structmember.c). */
public final class Members {

  /** A C int. */
  public static final int INT = 1;

  /** A reference, None where it is NULL. */
  public static final int OBJECT = 6;

  /** A char that is a truth value. */
  public static final int BOOL = 14;

  /** A reference; AttributeError where it is NULL. */
  public static final int OBJECT_OR_ERROR = 16;

  /** A Py_ssize_t. */
  public static final int SSIZE = 19;

  /** A double. */
  public static final int DOUBLE = 4;

  static final int READ_ONLY = 1;

  private static final int KIND = TypeStructs.MEMBER_DEF.offset("type");
  private static final int OFFSET = TypeStructs.MEMBER_DEF.offset("offset");
  private static final int FLAGS = TypeStructs.MEMBER_DEF.offset("flags");

  private Members() {}

  static void write(Memory memory, long def, long name, int kind, long offset, int flags) {
    memory.store64(def, name);
    memory.store32(def + KIND, kind);
    memory.store64(def + OFFSET, offset);
    memory.store32(def + FLAGS, flags);
  }

  static long get(Space py, long def, long object) {
    Memory memory = py.memory;
    long place = object + memory.load64(def + OFFSET);
    return switch (memory.load32(def + KIND)) {
      case INT -> py.ints.of(memory.load32(place));
      case SSIZE -> py.ints.of(memory.load64(place));
      case BOOL -> py.bool(memory.load8(place) != 0);
      case DOUBLE -> py.floats.of(Double.longBitsToDouble(memory.load64(place)));
      case OBJECT -> memory.load64(place) == 0 ? py.newNone() : py.own(memory.load64(place));
      default -> {
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
    int kind = memory.load32(def + KIND);
    if (kind == BOOL) {
      memory.store8(place, value == py.yes ? 1 : 0);
      return;
    }
    if (value == 0 && kind == OBJECT_OR_ERROR && memory.load64(place) == 0) {
      throw Raise.attributeError(memory.string(memory.load64(def)));
    }
    if (value != 0) {
      py.incref(value);
    }
    py.replace(place, value);
  }
}
