package gradus.engine.translate;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;

/** Values that only change their place. */
final class Moves {

  private final Draft draft;
  private final Emitter emit;
  private final ValueStack stack;

  Moves(Draft draft) {
    this.draft = draft;
    emit = draft.emit;
    stack = draft.stack;
  }

  void loadFast(Instruction one, Place place) {
    if (!place.assigned().get(one.argument())) {
      Label unset = new Label();
      emit.opsAndFrame();
      emit.number(draft.source.frame().variable(one.argument()));
      emit.call("get", "(JI)J");
      emit.ifZero(unset);
      draft.later(
          () -> {
            emit.label(unset);
            draft.leave(one.pc(), draft.segments.rest(one.pc()) + 1);
          });
    }
    stack.push(Value.variable(one.argument()));
  }

  void storeFast(Instruction one) {
    int variable = one.argument();
    stack.spill(stack.depth() - 1);
    emit.opsAndFrame();
    emit.number(draft.source.frame().variable(variable));
    stack.loadOwned(stack.depth() - 1);
    emit.number(one.pc());
    emit.call("store", "(JIJI)V");
    stack.pop();
  }

  void rotate(int count) {
    stack.loosen(count);
    Value top = stack.pop();
    List<Value> below = new ArrayList<>();
    for (int index = 1; index < count; index++) {
      below.add(0, stack.pop());
    }
    stack.push(top);
    below.forEach(stack::push);
  }

  void duplicate(int count) {
    stack.loosen(count);
    int first = stack.depth() - count;
    for (int index = first; index < first + count; index++) {
      Value value = stack.get(index);
      if (value.isOwned()) {
        emit.ops();
        stack.load(index);
        emit.call("own", "(J)J");
        int register = stack.freeRegister();
        emit.storeLong(register);
        stack.push(Value.register(register));
      } else {
        stack.push(value);
      }
    }
  }
}
