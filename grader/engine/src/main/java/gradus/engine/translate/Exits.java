package gradus.engine.translate;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Blocks, and the ways out of a frame. */
final class Exits {

  private final Draft draft;
  private final Emitter emit;
  private final ValueStack stack;

  Exits(Draft draft) {
    this.draft = draft;
    emit = draft.emit;
    stack = draft.stack;
  }

  void setUp(Instruction one) {
    stack.spillAll();
    emit.opsAndFrame();
    emit.number(draft.top());
    emit.number(one.opcode().number());
    emit.number(one.target());
    emit.call("pushBlock", "(JIII)V");
  }

  void popBlock(Instruction one) {
    stack.spillAll();
    emit.opsAndFrame();
    emit.number(draft.top());
    emit.number(one.pc());
    emit.call("popBlock", "(JII)V");
    Place after = draft.flow.at(one.next());
    stack.reset(after == null ? stack.depth() : after.depth());
  }

  void breakLoop(Instruction one, Place place) {
    int count = place.blocks().size();
    if (count == 0 || !place.blocks().get(count - 1).isLoop()) {
      draft.leave(one.pc(), 1);
      return;
    }
    popBlock(one);
    emit.jump(Opcodes.GOTO, draft.label(place.blocks().get(count - 1).handler()));
  }

  void returnValue(Instruction one, Place place) {
    if (!place.blocks().stream().allMatch(Block::isLoop)) {
      draft.leave(one.pc(), 1);
      return;
    }
    stack.spill(stack.depth() - 1);
    boolean bare = place.blocks().isEmpty() && stack.depth() == 1;
    emit.opsAndFrame();
    stack.loadOwned(stack.depth() - 1);
    if (!bare) {
      emit.number(draft.source.frame().place(stack.depth() - 1));
    }
    emit.number(one.pc());
    emit.call(bare ? "returned" : "returnedFromLoop", bare ? "(JJI)J" : "(JJII)J");
    emit.method.visitInsn(Opcodes.LRETURN);
  }

  void yieldValue(Instruction one) {
    int top = stack.depth() - 1;
    stack.spill(top);
    emit.opsAndFrame();
    stack.loadOwned(top);
    emit.number(draft.source.frame().place(top));
    emit.number(one.pc());
    emit.call("yielded", "(JJII)J");
    emit.method.visitInsn(Opcodes.LRETURN);
  }

  void yieldFrom(Instruction one) {
    Label over = new Label();
    stack.spillAll();
    emit.opsAndFrame();
    emit.number(draft.top());
    emit.number(one.pc());
    emit.call("delegate", "(JII)J");
    emit.resultUnlessZero(over);
    emit.loadLong(Emitter.RESULT);
    emit.method.visitInsn(Opcodes.LRETURN);
    emit.label(over);
    stack.reset(stack.depth() - 1);
  }

  boolean endFinally(Instruction one) {
    if (draft.flow.at(one.next()) == null) {
      draft.leave(one.pc(), 1);
      return false;
    }
    stack.spillAll();
    Label busy = new Label();
    emit.opsAndFrame();
    emit.number(draft.source.frame().place(stack.depth() - 1));
    emit.call("isIdle", "(JI)Z");
    emit.jump(Opcodes.IFEQ, busy);
    draft.later(
        () -> {
          emit.label(busy);
          draft.leave(one.pc(), 1);
        });
    draft.popTop(one);
    return true;
  }
}
