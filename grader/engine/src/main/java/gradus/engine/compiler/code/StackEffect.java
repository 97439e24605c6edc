package gradus.engine.compiler.code;

/** By how much an instruction makes the value stack grow, at most ({@code dis.stack_effect}). */
public final class StackEffect {
  private static final int HAS_SPEC = 0x4;

  private StackEffect() {}

  /** The effect of one instruction with its argument, in places. */
  public static int of(Opcode opcode, int argument) {
    return switch (opcode) {
      case UNPACK_SEQUENCE -> argument - 1;
      case UNPACK_EX -> (argument & 0xFF) + (argument >> 8);
      case BUILD_TUPLE,
          BUILD_LIST,
          BUILD_SET,
          BUILD_STRING,
          BUILD_LIST_UNPACK,
          BUILD_TUPLE_UNPACK,
          BUILD_TUPLE_UNPACK_WITH_CALL,
          BUILD_SET_UNPACK,
          BUILD_MAP_UNPACK,
          BUILD_MAP_UNPACK_WITH_CALL ->
          1 - argument;
      case BUILD_MAP -> 1 - 2 * argument;
      case BUILD_CONST_KEY_MAP, RAISE_VARARGS, CALL_FUNCTION -> -argument;
      case CALL_FUNCTION_KW -> -argument - 1;
      case CALL_FUNCTION_EX -> -1 - (argument & 1);
      case MAKE_FUNCTION -> -1 - Integer.bitCount(argument & 0xF);
      case BUILD_SLICE -> argument == 3 ? -2 : -1;
      case FORMAT_VALUE -> (argument & HAS_SPEC) != 0 ? -1 : 0;
      default -> fixed(opcode);
    };
  }

  private static int fixed(Opcode opcode) {
    return switch (opcode) {
      case SETUP_WITH -> 7;
      case SETUP_EXCEPT, SETUP_FINALLY, SETUP_ASYNC_WITH -> 6;
      case DUP_TOP_TWO -> 2;
      case DUP_TOP,
          LOAD_BUILD_CLASS,
          WITH_CLEANUP_START,
          FOR_ITER,
          LOAD_CONST,
          LOAD_NAME,
          IMPORT_FROM,
          LOAD_GLOBAL,
          LOAD_FAST,
          LOAD_CLOSURE,
          LOAD_DEREF,
          LOAD_CLASSDEREF,
          BEFORE_ASYNC_WITH,
          GET_ANEXT ->
          1;
      case STORE_SUBSCR -> -3;
      case MAP_ADD, DELETE_SUBSCR, STORE_ATTR -> -2;
      default -> takesOne(opcode) ? -1 : 0;
    };
  }

  private static boolean takesOne(Opcode opcode) {
    return switch (opcode) {
      case POP_TOP,
          SET_ADD,
          LIST_APPEND,
          PRINT_EXPR,
          WITH_CLEANUP_FINISH,
          RETURN_VALUE,
          IMPORT_STAR,
          YIELD_FROM,
          END_FINALLY,
          STORE_NAME,
          DELETE_ATTR,
          STORE_GLOBAL,
          COMPARE_OP,
          IMPORT_NAME,
          POP_JUMP_IF_FALSE,
          POP_JUMP_IF_TRUE,
          STORE_FAST,
          STORE_ANNOTATION,
          STORE_DEREF ->
          true;
      default -> opcode.name().startsWith("BINARY_") || opcode.name().startsWith("INPLACE_");
    };
  }
}
