package gradus.engine.translate;

import gradus.engine.translate.Value.Kind;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** The value stack as the method under way has it, and the instructions that move its values. */
final class ValueStack {

  private final Emitter emit;
  private final FrameShape frame;
  private final List<Value> values = new ArrayList<>();

  ValueStack(Emitter emit, FrameShape frame) {
    this.emit = emit;
    this.frame = frame;
  }

  int depth() {
    return values.size();
  }

  Value get(int index) {
    if (index < 0) {
      throw new Untranslatable();
    }
    return values.get(index);
  }

  Value fromTop(int index) {
    return get(values.size() - 1 - index);
  }

  void push(Value value) {
    values.add(value);
  }

  Value pop() {
    require(1);
    return values.remove(values.size() - 1);
  }

  private void require(int count) {
    if (values.size() < count) {
      throw new Untranslatable();
    }
  }

  void drop(int count) {
    require(count);
    values.subList(values.size() - count, values.size()).clear();
  }

  /** Says that so many values lie in the frame, and nothing anywhere else. */
  void reset(int depth) {
    values.clear();
    for (int index = 0; index < depth; index++) {
      values.add(Value.IN_FRAME);
    }
  }

  List<Value> copy() {
    return new ArrayList<>(values);
  }

  void restore(List<Value> copy) {
    values.clear();
    values.addAll(copy);
  }

  /** A register that no value lies in. */
  int freeRegister() {
    int register = Emitter.REGISTERS;
    while (values.contains(Value.register(register))) {
      register += 2;
    }
    return register;
  }

  /** Puts a value on the JVM's stack, without a reference of its own. */
  void load(int index) {
    Value value = get(index);
    switch (value.kind()) {
      case FRAME -> loadFrom(frame.place(index));
      case REGISTER -> emit.loadLong(value.index());
      case VARIABLE -> loadFrom(frame.variable(value.index()));
      case CONSTANT -> {
        emit.self();
        emit.number(value.index());
        emit.method.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL, Emitter.PACKAGE + "TranslatedCode", "constant", "(I)J", false);
      }
    }
  }

  private void loadFrom(int offset) {
    emit.opsAndFrame();
    emit.number(offset);
    emit.call("get", "(JI)J");
  }

  /** Puts a value on the JVM's stack with a reference that is the stack's own. */
  void loadOwned(int index) {
    if (get(index).isOwned()) {
      load(index);
    } else {
      emit.ops();
      load(index);
      emit.call("own", "(J)J");
    }
  }

  /** Moves values up to an index to where the interpreter would have them. */
  void spill(int end) {
    for (int index = 0; index < end; index++) {
      spillOne(index);
    }
  }

  void spillAll() {
    spill(values.size());
  }

  private void spillOne(int index) {
    if (values.get(index).kind() == Kind.FRAME) {
      return;
    }
    emit.opsAndFrame();
    emit.number(frame.place(index));
    load(index);
    emit.call(values.get(index).isOwned() ? "put" : "putOwn", "(JIJ)V");
    values.set(index, Value.IN_FRAME);
  }

  /** Gives borrowed values up to an index a reference of their own. */
  void own(int end) {
    for (int index = 0; index < end; index++) {
      if (!values.get(index).isOwned()) {
        toRegister(index);
      }
    }
  }

  /** Takes a value out of the frame, or gives it a reference of its own. */
  void toRegister(int index) {
    if (values.get(index).kind() == Kind.REGISTER) {
      return;
    }
    loadOwned(index);
    int register = freeRegister();
    emit.storeLong(register);
    values.set(index, Value.register(register));
  }

  /** Lets the values on top be moved about: none of them lies in the frame any more. */
  void loosen(int count) {
    require(count);
    for (int index = values.size() - count; index < values.size(); index++) {
      if (values.get(index).kind() == Kind.FRAME) {
        toRegister(index);
      }
    }
  }
}
