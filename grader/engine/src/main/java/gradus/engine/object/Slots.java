package gradus.engine.object;

import gradus.engine.layout.Struct;
import gradus.engine.layout.Structs;
import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;

/** Where each slot of a type lies: in the type itself, or in a struct the type points to. */
public final class Slots {

  static final int AS_ASYNC = type("tp_as_async");
  static final int AS_NUMBER = type("tp_as_number");
  static final int AS_SEQUENCE = type("tp_as_sequence");
  static final int AS_MAPPING = type("tp_as_mapping");
  static final int AS_BUFFER = type("tp_as_buffer");

  private Slots() {}

  /** The offset of a type's own field. */
  public static int type(String field) {
    return Structs.TYPE_OBJECT.offset(field);
  }

  /** The offset of a number slot in its struct. */
  public static int number(String slot) {
    return TypeStructs.NUMBER.offset(slot);
  }

  /** The struct a slot lies in, by its prefix. */
  static Struct suite(String slot) {
    return switch (slot.substring(0, 3)) {
      case "nb_" -> TypeStructs.NUMBER;
      case "sq_" -> TypeStructs.SEQUENCE;
      case "mp_" -> TypeStructs.MAPPING;
      case "am_" -> TypeStructs.ASYNC;
      case "bf_" -> TypeStructs.BUFFER;
      default -> Structs.TYPE_OBJECT;
    };
  }

  /** The offset in a type of the pointer to a suite, or -1 if the suite is the type itself. */
  static int suitePointer(String slot) {
    return switch (slot.substring(0, 3)) {
      case "nb_" -> AS_NUMBER;
      case "sq_" -> AS_SEQUENCE;
      case "mp_" -> AS_MAPPING;
      case "am_" -> AS_ASYNC;
      case "bf_" -> AS_BUFFER;
      default -> -1;
    };
  }

  /** The address of a slot, or 0 if the type has no suite of that kind. */
  static long place(Memory memory, long type, String slot) {
    int pointer = suitePointer(slot);
    long suite = pointer < 0 ? type : memory.load64(type + pointer);
    return suite == 0 ? 0 : suite + suite(slot).offset(slot);
  }

  /** The function in a slot, or 0. */
  static long load(Memory memory, long type, String slot) {
    long place = place(memory, type, slot);
    return place == 0 ? 0 : memory.load64(place);
  }
}
