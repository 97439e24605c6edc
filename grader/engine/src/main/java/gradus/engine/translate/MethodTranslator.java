package gradus.engine.translate;

import gradus.engine.compiler.code.Opcode;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes the method that runs a code object.
 *
 * <p>Everything that may raise or run Python code finds the frame as the interpreter would have
 * left it: the value stack in the frame, {@code f_lasti} at the instruction. Only numbers, moves
 * and jumps do without, and what they cannot do they leave to the same helpers as the
 * interpreter's.
 */
final class MethodTranslator {

  private final Source source;
  private final List<Instruction> instructions;
  private final ControlFlow flow;
  private final Segments segments;
  private final Emitter emit;
  private final Draft draft;
  private final ValueStack stack;
  private final Moves moves;
  private final Operations operations;
  private final MethodCalls methodCalls;
  private final Jumps jumps;
  private final Exits exits;

  MethodTranslator(Source source, List<Instruction> instructions, ControlFlow flow, Emitter emit) {
    this.source = source;
    this.instructions = instructions;
    this.flow = flow;
    this.emit = emit;
    segments = new Segments(instructions, flow);
    draft = new Draft(source, flow, segments, emit);
    stack = draft.stack;
    moves = new Moves(draft);
    operations = new Operations(draft);
    methodCalls = new MethodCalls(draft, instructions);
    jumps = new Jumps(draft);
    exits = new Exits(draft);
  }

  /** How many places look up a global name. */
  int sites() {
    return operations.sites();
  }

  void write() {
    Label dispatch = new Label();
    Label body = new Label();
    Label end = new Label();
    Label caught = new Label();
    emit.method.visitTryCatchBlock(body, end, caught, null);
    emit.label(dispatch);
    dispatch();
    emit.label(body);
    writeAll();
    emit.label(end);
    emit.label(caught);
    emit.method.visitVarInsn(Opcodes.ASTORE, Emitter.THROWN);
    emit.opsAndFrame();
    emit.self();
    emit.method.visitVarInsn(Opcodes.ALOAD, Emitter.THROWN);
    emit.call("raised", "(JL" + Emitter.PACKAGE + "TranslatedCode;Ljava/lang/Throwable;)I");
    emit.storeInt(Emitter.PC);
    emit.jump(Opcodes.GOTO, dispatch);
  }

  /** Goes to where the frame stands, or back if that is no entry. */
  private void dispatch() {
    int[] keys = flow.entries().stream().filter(pc -> flow.at(pc) != null).toArray();
    Label[] entries = new Label[keys.length];
    for (int index = 0; index < keys.length; index++) {
      entries[index] = new Label();
    }
    Label none = new Label();
    emit.loadInt(Emitter.PC);
    emit.method.visitLookupSwitchInsn(none, keys, entries);
    emit.label(none);
    emit.returnNothing();
    for (int index = 0; index < keys.length; index++) {
      emit.label(entries[index]);
      emit.opsAndFrame();
      emit.number(source.frame().place(depth(keys[index])));
      emit.call("enters", "(JI)Z");
      emit.jump(Opcodes.IFNE, draft.label(keys[index]));
      emit.returnNothing();
    }
  }

  private int depth(int pc) {
    Place place = flow.at(pc);
    return place == null ? 0 : place.depth();
  }

  private void writeAll() {
    boolean falls = false;
    for (int index = 0; index < instructions.size(); index++) {
      Instruction one = instructions.get(index);
      Place place = flow.at(one.pc());
      if (place == null) {
        falls = false;
        continue;
      }
      if (segments.begins(one.pc())) {
        if (falls) {
          stack.spillAll();
        }
        emit.label(draft.label(one.pc()));
        stack.reset(place.depth());
        count(one);
      }
      Instruction next = index + 1 < instructions.size() ? instructions.get(index + 1) : null;
      if (next != null && jumps.isFused(one, next)) {
        jumps.compareAndJump(one, next);
        index++;
        falls = true;
        continue;
      }
      int called = methodCalls.length(index);
      if (called > 0) {
        methodCalls.write(index, called);
        index += called - 1;
        falls = true;
        continue;
      }
      falls = write(one, place);
    }
    draft.finish();
  }

  /** Counts a segment's instructions, or leaves it to the interpreter to ask the limits. */
  private void count(Instruction one) {
    Label stop = new Label();
    emit.ops();
    emit.number(segments.length(one.pc()));
    emit.call("lacks", "(I)Z");
    emit.jump(Opcodes.IFNE, stop);
    draft.later(
        () -> {
          emit.label(stop);
          draft.leave(one.pc(), 0);
        });
  }

  /** Writes an instruction; whether the next one can follow it. */
  private boolean write(Instruction one, Place place) {
    String arithmetic = Helpers.arithmetic(one.opcode());
    if (arithmetic != null) {
      operations.binary(one, arithmetic);
      return true;
    }
    switch (one.opcode()) {
      case NOP -> {}
      case LOAD_FAST -> moves.loadFast(one, place);
      case LOAD_CONST -> stack.push(Value.constant(one.argument()));
      case STORE_FAST -> moves.storeFast(one);
      case POP_TOP -> draft.popTop(one);
      case ROT_TWO, ROT_THREE -> moves.rotate(one.opcode() == Opcode.ROT_TWO ? 2 : 3);
      case DUP_TOP -> moves.duplicate(1);
      case DUP_TOP_TWO -> moves.duplicate(2);
      case COMPARE_OP -> operations.compare(one);
      case LOAD_GLOBAL -> operations.loadGlobal(one);
      case FOR_ITER -> jumps.forIter(one);
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE -> jumps.popJump(one);
      case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> jumps.jumpOrPop(one);
      case SETUP_LOOP, SETUP_EXCEPT, SETUP_FINALLY -> exits.setUp(one);
      case POP_BLOCK -> exits.popBlock(one);
      case LOAD_DEREF -> operations.loadDeref(one);
      case BINARY_SUBSCR -> operations.subscript(one);
      case LOAD_ATTR -> operations.loadAttribute(one);
      case STORE_SUBSCR -> operations.storeSubscript(one);
      case STORE_ATTR -> operations.storeAttribute(one);
      case JUMP_ABSOLUTE, JUMP_FORWARD -> {
        stack.spillAll();
        emit.jump(Opcodes.GOTO, draft.label(one.target()));
        return false;
      }
      case RETURN_VALUE -> {
        exits.returnValue(one, place);
        return false;
      }
      case YIELD_VALUE -> {
        exits.yieldValue(one);
        return false;
      }
      case YIELD_FROM -> exits.yieldFrom(one);
      case BREAK_LOOP -> {
        exits.breakLoop(one, place);
        return false;
      }
      case CONTINUE_LOOP, SETUP_ASYNC_WITH -> {
        draft.leave(one.pc(), 1);
        return false;
      }
      case END_FINALLY -> {
        return exits.endFinally(one);
      }
      case RAISE_VARARGS -> {
        draft.general(one);
        emit.returnNothing();
        return false;
      }
      default -> draft.general(one);
    }
    return true;
  }
}
