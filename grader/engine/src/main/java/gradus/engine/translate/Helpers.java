package gradus.engine.translate;

import gradus.engine.compiler.code.Opcode;
import org.jspecify.annotations.Nullable;

/** Which helper of the vm does an instruction. */
final class Helpers {

  private static final int IN = 6;
  private static final int IS = 8;
  private static final int IS_NOT = 9;

  private Helpers() {}

  /** Whether an instruction runs Python code in rare cases only. */
  static boolean isSimple(Opcode opcode) {
    return switch (opcode) {
      case LOAD_FAST,
          LOAD_CONST,
          STORE_FAST,
          POP_TOP,
          ROT_TWO,
          ROT_THREE,
          DUP_TOP,
          DUP_TOP_TWO,
          NOP,
          POP_JUMP_IF_FALSE,
          POP_JUMP_IF_TRUE,
          JUMP_IF_FALSE_OR_POP,
          JUMP_IF_TRUE_OR_POP,
          COMPARE_OP,
          FOR_ITER,
          LOAD_GLOBAL,
          SETUP_LOOP,
          SETUP_EXCEPT,
          SETUP_FINALLY,
          POP_BLOCK,
          BINARY_SUBSCR,
          STORE_SUBSCR,
          LOAD_DEREF,
          LOAD_ATTR,
          STORE_ATTR ->
          true;
      default -> arithmetic(opcode) != null;
    };
  }

  /** The helper for two numbers; null for what is no such operator. */
  static @Nullable String arithmetic(Opcode opcode) {
    return switch (opcode) {
      case BINARY_ADD, INPLACE_ADD -> "add";
      case BINARY_SUBTRACT, INPLACE_SUBTRACT -> "subtract";
      case BINARY_MULTIPLY, INPLACE_MULTIPLY -> "multiply";
      case BINARY_TRUE_DIVIDE, INPLACE_TRUE_DIVIDE -> "trueDivide";
      case BINARY_FLOOR_DIVIDE, INPLACE_FLOOR_DIVIDE -> "floorDivide";
      case BINARY_MODULO, INPLACE_MODULO -> "remainder";
      case BINARY_POWER, INPLACE_POWER -> "power";
      case BINARY_AND, INPLACE_AND -> "and";
      case BINARY_OR, INPLACE_OR -> "or";
      case BINARY_XOR, INPLACE_XOR -> "xor";
      case BINARY_LSHIFT, INPLACE_LSHIFT -> "leftShift";
      case BINARY_RSHIFT, INPLACE_RSHIFT -> "rightShift";
      default -> null;
    };
  }

  /** Whether an instruction adds numbers, or joins strs. */
  static boolean adds(Opcode opcode) {
    return opcode == Opcode.BINARY_ADD || opcode == Opcode.INPLACE_ADD;
  }

  /** The helper that does an instruction on the frame; null if it needs no helper of its own. */
  static @Nullable String direct(Opcode opcode) {
    return switch (opcode) {
      case CALL_FUNCTION -> "call";
      case BUILD_TUPLE -> "buildTuple";
      case UNPACK_SEQUENCE -> "unpack";
      default -> null;
    };
  }

  /** The helper for a comparison that runs no Python code: 1 or 0, or −1 if it cannot tell. */
  static String comparison(int operator) {
    return operator == IS || operator == IS_NOT ? "same" : "compare";
  }

  /** How the operands of such a comparison are let go of. */
  static String afterComparison(int operator) {
    return operator < IN ? "dropNumber" : "drop";
  }
}
