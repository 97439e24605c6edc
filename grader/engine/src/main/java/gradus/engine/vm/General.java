package gradus.engine.vm;

import static gradus.engine.vm.Ops.*;

import gradus.engine.memory.Memory;
import gradus.engine.object.BytesObjects;
import gradus.engine.object.Numbers.Op;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Tuples;

/**
 * Instructions after which the next one always follows, each done by the class that is named after
 * what it does. The interpreter does the most frequent ones without coming here.
 */
final class General {

  private final Space py;
  private final Memory memory;
  private final Blocks blocks;
  final OperatorOps operators;
  final NameOps names;
  final BuildOps build;
  final CallOps calls;
  final IterationOps iteration;
  final ControlOps control;

  General(Machine machine, Blocks blocks) {
    this.blocks = blocks;
    py = machine.py;
    memory = py.memory;
    operators = new OperatorOps(machine);
    names = new NameOps(machine);
    build = new BuildOps(machine);
    calls = new CallOps(machine);
    iteration = new IterationOps(machine);
    control = new ControlOps(machine, blocks);
  }

  /**
   * Does one.
   *
   * @param sp the top of the value stack
   * @param next where the instruction after it begins
   * @return the new top of the value stack
   */
  long perform(long frame, long sp, int op, int arg, int next) {
    return switch (op) {
      case BINARY_ADD -> operators.add(frame, sp, word(frame, next));
      case INPLACE_ADD -> operators.inPlaceAdd(frame, sp, word(frame, next));
      case COMPARE_OP -> operators.compare(sp, arg);
      case BINARY_SUBSCR -> operators.subscript(sp);
      case STORE_SUBSCR -> operators.storeItem(sp);
      case DELETE_SUBSCR -> operators.setItem(sp, false);
      case UNARY_NOT -> operators.not(sp);
      case UNARY_NEGATIVE, UNARY_POSITIVE, UNARY_INVERT -> operators.unary(sp, op);
      case LOAD_GLOBAL -> names.loadGlobal(frame, sp, name(frame, arg));
      case LOAD_ATTR -> names.loadAttribute(sp, name(frame, arg));
      case LOAD_NAME,
          STORE_NAME,
          DELETE_NAME,
          STORE_GLOBAL,
          DELETE_GLOBAL,
          STORE_ATTR,
          DELETE_ATTR,
          DELETE_FAST,
          LOAD_CLOSURE,
          LOAD_DEREF,
          STORE_DEREF,
          DELETE_DEREF,
          LOAD_CLASSDEREF,
          SETUP_ANNOTATIONS,
          STORE_ANNOTATION,
          IMPORT_NAME,
          IMPORT_FROM,
          IMPORT_STAR ->
          names.run(frame, sp, op, arg);
      case CALL_FUNCTION -> calls.call(sp, arg);
      case CALL_FUNCTION_KW -> calls.callWithNames(sp, arg);
      case CALL_FUNCTION_EX -> calls.callSpread(sp, arg);
      case GET_ITER,
          GET_YIELD_FROM_ITER,
          UNPACK_SEQUENCE,
          UNPACK_EX,
          GET_AWAITABLE,
          GET_AITER,
          GET_ANEXT ->
          iteration.run(frame, sp, op, arg);
      case POP_EXCEPT -> blocks.popExcept(frame, sp);
      case RAISE_VARARGS -> throw control.raise(sp, arg);
      case SETUP_WITH,
          WITH_CLEANUP_START,
          WITH_CLEANUP_FINISH,
          BEFORE_ASYNC_WITH,
          SETUP_ASYNC_WITH ->
          control.with(frame, sp, op, next + arg);
      case BUILD_TUPLE,
          BUILD_LIST,
          BUILD_SET,
          BUILD_MAP,
          BUILD_CONST_KEY_MAP,
          BUILD_STRING,
          BUILD_SLICE,
          BUILD_TUPLE_UNPACK,
          BUILD_TUPLE_UNPACK_WITH_CALL,
          BUILD_LIST_UNPACK,
          BUILD_SET_UNPACK,
          BUILD_MAP_UNPACK,
          BUILD_MAP_UNPACK_WITH_CALL,
          LIST_APPEND,
          SET_ADD,
          MAP_ADD,
          FORMAT_VALUE,
          MAKE_FUNCTION,
          LOAD_BUILD_CLASS,
          PRINT_EXPR ->
          build.run(frame, sp, op, arg);
      default -> arithmetic(sp, op);
    };
  }

  private long arithmetic(long sp, int op) {
    return switch (op) {
      case BINARY_SUBTRACT, INPLACE_SUBTRACT -> operators.subtract(sp, op == INPLACE_SUBTRACT);
      case BINARY_MULTIPLY, INPLACE_MULTIPLY -> operators.multiply(sp, op == INPLACE_MULTIPLY);
      case BINARY_MODULO, INPLACE_MODULO -> operators.remainder(sp, op == INPLACE_MODULO);
      case BINARY_FLOOR_DIVIDE, INPLACE_FLOOR_DIVIDE ->
          operators.floorDivide(sp, op == INPLACE_FLOOR_DIVIDE);
      case BINARY_TRUE_DIVIDE, INPLACE_TRUE_DIVIDE ->
          operators.trueDivide(sp, op == INPLACE_TRUE_DIVIDE);
      case BINARY_MATRIX_MULTIPLY -> operators.binary(sp, Op.MATRIX_MULTIPLY);
      case INPLACE_MATRIX_MULTIPLY -> operators.inPlace(sp, Op.MATRIX_MULTIPLY);
      case BINARY_LSHIFT, INPLACE_LSHIFT -> operators.leftShift(sp, op == INPLACE_LSHIFT);
      case BINARY_RSHIFT, INPLACE_RSHIFT -> operators.rightShift(sp, op == INPLACE_RSHIFT);
      case BINARY_AND, INPLACE_AND -> operators.and(sp, op == INPLACE_AND);
      case BINARY_XOR, INPLACE_XOR -> operators.xor(sp, op == INPLACE_XOR);
      case BINARY_OR, INPLACE_OR -> operators.or(sp, op == INPLACE_OR);
      case BINARY_POWER -> operators.power(sp);
      case INPLACE_POWER -> operators.inPlacePower(sp);
      default -> throw Raise.systemError("unknown opcode");
    };
  }

  private int word(long frame, int pc) {
    long code = memory.load64(frame + Frames.CODE);
    return memory.load16(memory.load64(code + CodeObjects.CODE) + BytesObjects.DATA + pc);
  }

  private long name(long frame, int index) {
    long code = memory.load64(frame + Frames.CODE);
    return memory.load64(memory.load64(code + CodeObjects.NAMES) + Tuples.ITEMS + 8L * index);
  }
}
