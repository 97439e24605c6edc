package gradus.engine.compiler.code;

import java.util.Arrays;

/** The instructions of CPython 3.6 (Include/opcode.h), each with the number it has in wordcode. */
public enum Opcode {
  POP_TOP(1),
  ROT_TWO(2),
  ROT_THREE(3),
  DUP_TOP(4),
  DUP_TOP_TWO(5),
  NOP(9),
  UNARY_POSITIVE(10),
  UNARY_NEGATIVE(11),
  UNARY_NOT(12),
  UNARY_INVERT(15),
  BINARY_MATRIX_MULTIPLY(16),
  INPLACE_MATRIX_MULTIPLY(17),
  BINARY_POWER(19),
  BINARY_MULTIPLY(20),
  BINARY_MODULO(22),
  BINARY_ADD(23),
  BINARY_SUBTRACT(24),
  BINARY_SUBSCR(25),
  BINARY_FLOOR_DIVIDE(26),
  BINARY_TRUE_DIVIDE(27),
  INPLACE_FLOOR_DIVIDE(28),
  INPLACE_TRUE_DIVIDE(29),
  GET_AITER(50),
  GET_ANEXT(51),
  BEFORE_ASYNC_WITH(52),
  INPLACE_ADD(55),
  INPLACE_SUBTRACT(56),
  INPLACE_MULTIPLY(57),
  INPLACE_MODULO(59),
  STORE_SUBSCR(60),
  DELETE_SUBSCR(61),
  BINARY_LSHIFT(62),
  BINARY_RSHIFT(63),
  BINARY_AND(64),
  BINARY_XOR(65),
  BINARY_OR(66),
  INPLACE_POWER(67),
  GET_ITER(68),
  GET_YIELD_FROM_ITER(69),
  PRINT_EXPR(70),
  LOAD_BUILD_CLASS(71),
  YIELD_FROM(72),
  GET_AWAITABLE(73),
  INPLACE_LSHIFT(75),
  INPLACE_RSHIFT(76),
  INPLACE_AND(77),
  INPLACE_XOR(78),
  INPLACE_OR(79),
  BREAK_LOOP(80),
  WITH_CLEANUP_START(81),
  WITH_CLEANUP_FINISH(82),
  RETURN_VALUE(83),
  IMPORT_STAR(84),
  SETUP_ANNOTATIONS(85),
  YIELD_VALUE(86),
  POP_BLOCK(87),
  END_FINALLY(88),
  POP_EXCEPT(89),
  STORE_NAME(90),
  DELETE_NAME(91),
  UNPACK_SEQUENCE(92),
  FOR_ITER(93),
  UNPACK_EX(94),
  STORE_ATTR(95),
  DELETE_ATTR(96),
  STORE_GLOBAL(97),
  DELETE_GLOBAL(98),
  LOAD_CONST(100),
  LOAD_NAME(101),
  BUILD_TUPLE(102),
  BUILD_LIST(103),
  BUILD_SET(104),
  BUILD_MAP(105),
  LOAD_ATTR(106),
  COMPARE_OP(107),
  IMPORT_NAME(108),
  IMPORT_FROM(109),
  JUMP_FORWARD(110),
  JUMP_IF_FALSE_OR_POP(111),
  JUMP_IF_TRUE_OR_POP(112),
  JUMP_ABSOLUTE(113),
  POP_JUMP_IF_FALSE(114),
  POP_JUMP_IF_TRUE(115),
  LOAD_GLOBAL(116),
  CONTINUE_LOOP(119),
  SETUP_LOOP(120),
  SETUP_EXCEPT(121),
  SETUP_FINALLY(122),
  LOAD_FAST(124),
  STORE_FAST(125),
  DELETE_FAST(126),
  STORE_ANNOTATION(127),
  RAISE_VARARGS(130),
  CALL_FUNCTION(131),
  MAKE_FUNCTION(132),
  BUILD_SLICE(133),
  LOAD_CLOSURE(135),
  LOAD_DEREF(136),
  STORE_DEREF(137),
  DELETE_DEREF(138),
  CALL_FUNCTION_KW(141),
  CALL_FUNCTION_EX(142),
  SETUP_WITH(143),
  EXTENDED_ARG(144),
  LIST_APPEND(145),
  SET_ADD(146),
  MAP_ADD(147),
  LOAD_CLASSDEREF(148),
  BUILD_LIST_UNPACK(149),
  BUILD_MAP_UNPACK(150),
  BUILD_MAP_UNPACK_WITH_CALL(151),
  BUILD_TUPLE_UNPACK(152),
  BUILD_SET_UNPACK(153),
  SETUP_ASYNC_WITH(154),
  FORMAT_VALUE(155),
  BUILD_CONST_KEY_MAP(156),
  BUILD_STRING(157),
  BUILD_TUPLE_UNPACK_WITH_CALL(158);

  /** Instructions from this number on use their argument. */
  public static final int HAVE_ARGUMENT = 90;

  private static final Opcode[] BY_NUMBER = byNumber();

  private final int number;

  Opcode(int number) {
    this.number = number;
  }

  /** The byte that stands for the instruction. */
  public int number() {
    return number;
  }

  /** Whether the argument byte means something. */
  public boolean hasArgument() {
    return number >= HAVE_ARGUMENT;
  }

  /**
   * The instruction with a number.
   *
   * @throws IllegalArgumentException if no instruction of 3.6 has it
   */
  public static Opcode of(int number) {
    Opcode opcode = BY_NUMBER[number & 0xFF];
    if (opcode.number != number) {
      throw new IllegalArgumentException("no instruction of CPython 3.6 has the number " + number);
    }
    return opcode;
  }

  /** Whether 3.6 has an instruction with a number. */
  public static boolean exists(long number) {
    return number >= 0 && number < BY_NUMBER.length && BY_NUMBER[(int) number].number == number;
  }

  /** Whether the argument is a distance from the next instruction. */
  public boolean jumpsRelatively() {
    return switch (this) {
      case FOR_ITER,
          JUMP_FORWARD,
          SETUP_LOOP,
          SETUP_EXCEPT,
          SETUP_FINALLY,
          SETUP_WITH,
          SETUP_ASYNC_WITH ->
          true;
      default -> false;
    };
  }

  /** Whether the argument is an offset from the start of the code. */
  public boolean jumpsAbsolutely() {
    return switch (this) {
      case JUMP_IF_FALSE_OR_POP,
          JUMP_IF_TRUE_OR_POP,
          JUMP_ABSOLUTE,
          POP_JUMP_IF_FALSE,
          POP_JUMP_IF_TRUE,
          CONTINUE_LOOP ->
          true;
      default -> false;
    };
  }

  private static Opcode[] byNumber() {
    Opcode[] table = new Opcode[256];
    Arrays.fill(table, NOP);
    for (Opcode opcode : values()) {
      table[opcode.number] = opcode;
    }
    return table;
  }
}
