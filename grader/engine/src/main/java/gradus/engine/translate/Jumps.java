package gradus.engine.translate;

import gradus.engine.compiler.code.Opcode;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Jumps that depend on a value, and loops. */
final class Jumps {

  private final Draft draft;
  private final Emitter emit;
  private final ValueStack stack;

  Jumps(Draft draft) {
    this.draft = draft;
    emit = draft.emit;
    stack = draft.stack;
  }

  boolean isFused(Instruction one, Instruction next) {
    return one.opcode() == Opcode.COMPARE_OP
        && (next.opcode() == Opcode.POP_JUMP_IF_FALSE || next.opcode() == Opcode.POP_JUMP_IF_TRUE)
        && !draft.segments.begins(next.pc());
  }

  void compareAndJump(Instruction one, Instruction jump) {
    Label slow = new Label();
    Label done = new Label();
    stack.spill(stack.depth() - 2);
    draft.operands();
    emit.ops();
    emit.loadLong(Emitter.LEFT);
    emit.loadLong(Emitter.RIGHT);
    emit.number(one.argument());
    emit.call(Helpers.comparison(one.argument()), "(JJI)I");
    emit.storeInt(Emitter.FLAG);
    emit.loadInt(Emitter.FLAG);
    emit.jump(Opcodes.IFLT, slow);
    draft.releaseOperands(Helpers.afterComparison(one.argument()), one.pc());
    draft.later(
        () -> {
          emit.label(slow);
          stack.spillAll();
          draft.emitGeneral(one);
          truthInFrame(stack.depth() - 2, jump);
          emit.jump(Opcodes.GOTO, done);
        });
    emit.label(done);
    stack.drop(2);
    jumpOnFlag(jump);
  }

  void truthInFrame(int index, Instruction jump) {
    emit.opsAndFrame();
    emit.number(draft.source.frame().place(index));
    emit.number(jump.pc());
    emit.number(draft.segments.rest(jump.pc()));
    emit.call("popTruth", "(JIII)I");
    emit.storeInt(Emitter.FLAG);
  }

  void jumpOnFlag(Instruction jump) {
    boolean whenTrue = jump.opcode() == Opcode.POP_JUMP_IF_TRUE;
    Label taken = new Label();
    emit.loadInt(Emitter.FLAG);
    emit.jump(whenTrue ? Opcodes.IFNE : Opcodes.IFEQ, taken);
    jumpLater(taken, jump);
  }

  /** The way a jump goes: what was counted in advance is given back. */
  void jumpLater(Label taken, Instruction jump) {
    draft.later(
        () -> {
          emit.label(taken);
          stack.spillAll();
          draft.giveBack(draft.segments.rest(jump.pc()));
          emit.jump(Opcodes.GOTO, draft.label(jump.target()));
        });
  }

  void popJump(Instruction one) {
    Label slow = new Label();
    Label done = new Label();
    int top = stack.depth() - 1;
    stack.spill(top);
    stack.load(top);
    emit.storeLong(Emitter.LEFT);
    emit.ops();
    emit.loadLong(Emitter.LEFT);
    emit.call("truth", "(J)I");
    emit.storeInt(Emitter.FLAG);
    emit.loadInt(Emitter.FLAG);
    emit.jump(Opcodes.IFLT, slow);
    draft.releaseIfOwned(stack.fromTop(0), Emitter.LEFT, "drop", one.pc());
    draft.later(
        () -> {
          emit.label(slow);
          stack.spillAll();
          truthInFrame(top, one);
          emit.jump(Opcodes.GOTO, done);
        });
    emit.label(done);
    stack.pop();
    jumpOnFlag(one);
  }

  void jumpOrPop(Instruction one) {
    Label taken = new Label();
    stack.spillAll();
    emit.opsAndFrame();
    emit.number(draft.source.frame().place(stack.depth() - 1));
    emit.number(one.pc());
    emit.number(draft.segments.rest(one.pc()));
    emit.call("truthAt", "(JIII)I");
    emit.jump(one.opcode() == Opcode.JUMP_IF_TRUE_OR_POP ? Opcodes.IFNE : Opcodes.IFEQ, taken);
    jumpLater(taken, one);
    draft.popTop(one);
  }

  void forIter(Instruction one) {
    Label slow = new Label();
    Label done = new Label();
    Label over = new Label();
    stack.spillAll();
    int iterator = stack.depth() - 1;
    emit.ops();
    stack.load(iterator);
    emit.call("next", "(J)J");
    emit.resultUnlessZero(slow);
    draft.later(
        () -> {
          emit.label(slow);
          emit.opsAndFrame();
          stack.load(iterator);
          emit.number(one.pc());
          emit.number(draft.segments.rest(one.pc()));
          emit.call("nextOfAny", "(JJII)J");
          emit.resultUnlessZero(over);
          emit.jump(Opcodes.GOTO, done);
          emit.label(over);
          draft.popTop(one);
          draft.giveBack(draft.segments.rest(one.pc()));
          emit.jump(Opcodes.GOTO, draft.label(one.target()));
        });
    emit.label(done);
    draft.pushResult();
  }
}
