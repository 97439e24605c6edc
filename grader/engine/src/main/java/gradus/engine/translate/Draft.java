package gradus.engine.translate;

import gradus.engine.compiler.code.StackEffect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** The method under way, and what each part of the translation needs of it. */
final class Draft {

  final Source source;
  final ControlFlow flow;
  final Segments segments;
  final Emitter emit;
  final ValueStack stack;
  private final Map<Integer, Label> labels = new HashMap<>();
  private final List<Runnable> later = new ArrayList<>();

  Draft(Source source, ControlFlow flow, Segments segments, Emitter emit) {
    this.source = source;
    this.flow = flow;
    this.segments = segments;
    this.emit = emit;
    stack = new ValueStack(emit, source.frame());
  }

  /** Writes what was put off. */
  void finish() {
    for (int index = 0; index < later.size(); index++) {
      later.get(index).run();
    }
  }

  Label label(int pc) {
    return labels.computeIfAbsent(pc, key -> new Label());
  }

  /** Writes something after all else, with the stack as it is now. */
  void later(Runnable code) {
    List<Value> now = stack.copy();
    later.add(
        () -> {
          List<Value> kept = stack.copy();
          stack.restore(now);
          code.run();
          stack.restore(kept);
        });
  }

  /** Hands the frame over to the interpreter, which goes on at an instruction. */
  void leave(int pc, int uncounted) {
    stack.spillAll();
    giveBack(uncounted);
    emit.opsAndFrame();
    emit.number(source.frame().place(stack.depth()));
    emit.number(pc);
    emit.call("leave", "(JII)V");
    emit.returnNothing();
  }

  void giveBack(int uncounted) {
    if (uncounted > 0) {
      emit.ops();
      emit.number(uncounted);
      emit.call("giveBack", "(I)V");
    }
  }

  int top() {
    return source.frame().place(stack.depth());
  }

  /** What the interpreter's helpers do, on the frame as the interpreter has it. */
  void general(Instruction one) {
    stack.spillAll();
    emitGeneral(one);
    Place after = flow.at(one.next());
    stack.reset(
        after != null
            ? after.depth()
            : Math.max(0, stack.depth() + StackEffect.of(one.opcode(), one.argument())));
  }

  void emitGeneral(Instruction one) {
    emit.opsAndFrame();
    emit.number(top());
    String direct = Helpers.direct(one.opcode());
    if (direct != null) {
      emit.number(one.argument());
      emit.number(one.pc());
      emit.call(direct, "(JIII)V");
      return;
    }
    boolean adds = Helpers.adds(one.opcode());
    emit.number(one.opcode().number());
    emit.number(adds ? word(one.next()) : one.argument());
    emit.number(one.pc());
    emit.number(one.next());
    emit.number(segments.rest(one.pc()));
    emit.call(adds ? "addOthers" : "general", "(JIIIIII)V");
  }

  /** An instruction as it is in the code; strs grow in the variable that it stores to. */
  private int word(int pc) {
    byte[] code = source.code().array();
    return pc + 1 < code.length ? (code[pc] & 0xff) | ((code[pc + 1] & 0xff) << 8) : 0;
  }

  void drop(int variable, int pc) {
    emit.opsAndFrame();
    emit.loadLong(variable);
    emit.number(pc);
    emit.call("drop", "(JJI)V");
  }

  void pushResult() {
    int register = stack.freeRegister();
    emit.loadLong(Emitter.RESULT);
    emit.storeLong(register);
    stack.push(Value.register(register));
  }

  /** The helpers of the interpreter do it; their result is fetched from the frame. */
  void slowly(Instruction one, Label slow, Label done, int operands) {
    later(
        () -> {
          emit.label(slow);
          stack.spillAll();
          emitGeneral(one);
          fetchResult(stack.depth() - operands, done);
        });
  }

  /** Takes what the interpreter's helpers have left at an index of the value stack, and goes on. */
  void fetchResult(int index, Label done) {
    emit.opsAndFrame();
    emit.number(source.frame().place(index));
    emit.call("get", "(JI)J");
    emit.storeLong(Emitter.RESULT);
    emit.jump(Opcodes.GOTO, done);
  }

  /** Puts the two operands into variables; what lies below is the stack's own afterwards. */
  void operands() {
    stack.own(stack.depth() - 2);
    loadOperands();
  }

  void loadOperands() {
    stack.load(stack.depth() - 2);
    emit.storeLong(Emitter.LEFT);
    stack.load(stack.depth() - 1);
    emit.storeLong(Emitter.RIGHT);
  }

  void releaseOperands(String how, int pc) {
    releaseIfOwned(stack.fromTop(1), Emitter.LEFT, how, pc);
    releaseIfOwned(stack.fromTop(0), Emitter.RIGHT, how, pc);
  }

  void releaseIfOwned(Value value, int variable, String how, int pc) {
    if (!value.isOwned()) {
      return;
    }
    if (how.equals("drop")) {
      drop(variable, pc);
    } else {
      emit.ops();
      emit.loadLong(variable);
      emit.call(how, "(J)V");
    }
  }

  void releaseIfOwned(int index, int pc) {
    if (stack.get(index).isOwned()) {
      stack.load(index);
      emit.storeLong(Emitter.RESULT);
      drop(Emitter.RESULT, pc);
    }
  }

  void popTop(Instruction one) {
    if (stack.fromTop(0).isOwned()) {
      stack.spill(stack.depth() - 1);
      emit.opsAndFrame();
      stack.load(stack.depth() - 1);
      emit.number(one.pc());
      emit.call("drop", "(JJI)V");
    }
    stack.pop();
  }
}
