package gradus.engine.translate;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Operators, items, attributes and names. */
final class Operations {

  private final Draft draft;
  private final Emitter emit;
  private final ValueStack stack;

  Operations(Draft draft) {
    this.draft = draft;
    emit = draft.emit;
    stack = draft.stack;
  }

  private int sites;

  /** How many places look up a global name. */
  int sites() {
    return sites;
  }

  /** The result of a helper takes the place of two values. */
  void replaceTwo() {
    stack.drop(2);
    draft.pushResult();
  }

  /** An operator on two numbers. */
  void binary(Instruction one, String helper) {
    draft.operands();
    twoToOne(one, helper, "dropNumber");
  }

  /** An item of a container. */
  void subscript(Instruction one) {
    stack.spill(stack.depth() - 2);
    draft.loadOperands();
    twoToOne(one, "subscript", "drop");
  }

  private void twoToOne(Instruction one, String helper, String release) {
    Label slow = new Label();
    Label done = new Label();
    emit.ops();
    emit.loadLong(Emitter.LEFT);
    emit.loadLong(Emitter.RIGHT);
    emit.call(helper, "(JJ)J");
    emit.resultUnlessZero(slow);
    draft.releaseOperands(release, one.pc());
    draft.slowly(one, slow, done, 2);
    emit.label(done);
    replaceTwo();
  }

  void compare(Instruction one) {
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
    emit.ops();
    emit.loadInt(Emitter.FLAG);
    emit.call("bool", "(I)J");
    emit.storeLong(Emitter.RESULT);
    draft.slowly(one, slow, done, 2);
    emit.label(done);
    replaceTwo();
  }

  void loadGlobal(Instruction one) {
    Label slow = new Label();
    Label done = new Label();
    stack.own(stack.depth());
    emit.opsAndFrame();
    emit.self();
    emit.number(sites++);
    emit.number(one.argument());
    emit.call("global", "(JL" + Emitter.PACKAGE + "TranslatedCode;II)J");
    emit.resultUnlessZero(slow);
    draft.slowly(one, slow, done, 0);
    emit.label(done);
    draft.pushResult();
  }

  void loadDeref(Instruction one) {
    Label slow = new Label();
    Label done = new Label();
    stack.own(stack.depth());
    emit.opsAndFrame();
    emit.number(one.argument());
    emit.call("deref", "(JI)J");
    emit.resultUnlessZero(slow);
    draft.slowly(one, slow, done, 0);
    emit.label(done);
    draft.pushResult();
  }

  void loadAttribute(Instruction one) {
    Label slow = new Label();
    Label done = new Label();
    stack.spill(stack.depth() - 1);
    stack.load(stack.depth() - 1);
    emit.storeLong(Emitter.LEFT);
    emit.ops();
    emit.loadLong(Emitter.LEFT);
    emit.self();
    emit.number(one.argument());
    emit.call("attribute", "(JL" + Emitter.PACKAGE + "TranslatedCode;I)J");
    emit.resultUnlessZero(slow);
    draft.releaseIfOwned(stack.fromTop(0), Emitter.LEFT, "drop", one.pc());
    draft.slowly(one, slow, done, 1);
    emit.label(done);
    stack.pop();
    draft.pushResult();
  }

  void storeSubscript(Instruction one) {
    int value = stack.depth() - 3;
    stack.spill(value);
    draft.loadOperands();
    emit.ops();
    emit.loadLong(Emitter.LEFT);
    emit.loadLong(Emitter.RIGHT);
    stack.load(value);
    emit.call("replaceItem", "(JJJ)J");
    emit.storeLong(Emitter.RESULT);
    Label done = unlessReplaced(one);
    draft.releaseIfOwned(value, one.pc());
    draft.releaseOperands("drop", one.pc());
    emit.label(done);
    stack.drop(3);
  }

  void storeAttribute(Instruction one) {
    int value = stack.depth() - 2;
    stack.spill(value);
    stack.load(value + 1);
    emit.storeLong(Emitter.LEFT);
    emit.ops();
    emit.loadLong(Emitter.LEFT);
    stack.load(value);
    emit.self();
    emit.number(one.argument());
    emit.call("replaceAttribute", "(JJL" + Emitter.PACKAGE + "TranslatedCode;I)J");
    emit.storeLong(Emitter.RESULT);
    Label done = unlessReplaced(one);
    draft.releaseIfOwned(value, one.pc());
    draft.releaseIfOwned(stack.fromTop(0), Emitter.LEFT, "drop", one.pc());
    emit.label(done);
    stack.drop(2);
  }

  /** Lets go of what was replaced; where nothing was, the interpreter's helper does it all. */
  Label unlessReplaced(Instruction one) {
    Label slow = new Label();
    Label done = new Label();
    emit.loadLong(Emitter.RESULT);
    emit.ifZero(slow);
    draft.later(
        () -> {
          emit.label(slow);
          stack.spillAll();
          draft.emitGeneral(one);
          emit.jump(Opcodes.GOTO, done);
        });
    draft.drop(Emitter.RESULT, one.pc());
    return done;
  }
}
