package gradus.engine.translate;

import gradus.engine.compiler.code.Opcode;
import java.util.List;
import org.objectweb.asm.Label;

/**
 * Attributes that are called at once. Where the attribute is a method no bound method is made:
 * nothing between getting and calling it could tell.
 */
final class MethodCalls {

  private final Draft draft;
  private final Emitter emit;
  private final ValueStack stack;
  private final List<Instruction> all;

  MethodCalls(Draft draft, List<Instruction> all) {
    this.draft = draft;
    this.all = all;
    emit = draft.emit;
    stack = draft.stack;
  }

  /** How many instructions from an attribute's on are one call of it; 0 if they are not. */
  int length(int first) {
    if (all.get(first).opcode() != Opcode.LOAD_ATTR) {
      return 0;
    }
    int at = first + 1;
    while (at < all.size() && isPlain(all.get(at))) {
      at++;
    }
    boolean called =
        at < all.size()
            && all.get(at).opcode() == Opcode.CALL_FUNCTION
            && all.get(at).argument() == at - first - 1
            && !draft.segments.begins(all.get(at).pc());
    return called ? at - first + 1 : 0;
  }

  /** Whether an instruction pushes what is there for certain. */
  private boolean isPlain(Instruction one) {
    Place place = draft.flow.at(one.pc());
    if (place == null || draft.segments.begins(one.pc())) {
      return false;
    }
    return one.opcode() == Opcode.LOAD_CONST
        || (one.opcode() == Opcode.LOAD_FAST && place.assigned().get(one.argument()));
  }

  void write(int first, int length) {
    Instruction attribute = all.get(first);
    Instruction call = all.get(first + length - 1);
    List<Instruction> arguments = all.subList(first + 1, first + length - 1);
    Label slow = new Label();
    Label done = new Label();
    stack.spillAll();
    int owner = stack.depth() - 1;
    emit.ops();
    stack.load(owner);
    emit.self();
    emit.number(attribute.argument());
    emit.call("method", "(JL" + Emitter.PACKAGE + "TranslatedCode;I)J");
    emit.resultUnlessZero(slow);
    draft.later(() -> writeSlowly(attribute, arguments, call, slow, done));
    push(arguments);
    emit.opsAndFrame();
    emit.number(draft.source.frame().place(owner));
    emit.number(arguments.size());
    emit.loadLong(Emitter.RESULT);
    emit.number(call.pc());
    emit.call("callMethod", "(JIIJI)J");
    emit.storeLong(Emitter.RESULT);
    emit.label(done);
    stack.drop(arguments.size() + 1);
    draft.pushResult();
  }

  private void writeSlowly(
      Instruction attribute,
      List<Instruction> arguments,
      Instruction call,
      Label slow,
      Label done) {
    emit.label(slow);
    int owner = stack.depth() - 1;
    draft.emitGeneral(attribute);
    push(arguments);
    draft.emitGeneral(call);
    draft.fetchResult(owner, done);
  }

  private void push(List<Instruction> arguments) {
    for (Instruction one : arguments) {
      stack.push(
          one.opcode() == Opcode.LOAD_CONST
              ? Value.constant(one.argument())
              : Value.variable(one.argument()));
    }
    stack.spillAll();
  }
}
