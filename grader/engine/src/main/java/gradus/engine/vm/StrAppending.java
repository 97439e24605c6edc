package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Space;
import gradus.engine.object.StrJoining;

/**
 * {@code s + t} and {@code s += t} for strs (unicode_concatenate in Python/ceval.c).
 *
 * <p>A variable that the result is about to replace lets go of the left one first. If the value
 * stack has the only other reference, nobody can see that str any more, and it grows where it is.
 */
final class StrAppending {

  private static final int VARIABLE_AND_STACK = 2;

  private final Frames frames;
  private final Space py;
  private final Memory memory;
  private final StrJoining joining;

  StrAppending(Machine machine) {
    frames = machine.frames;
    py = machine.py;
    memory = py.memory;
    joining = new StrJoining(py);
  }

  /** Joins the two strs on top; the instruction that follows tells where the result will go. */
  long concatenate(long frame, long sp, int next) {
    long left = memory.load64(sp - 16);
    long right = memory.load64(sp - 8);
    if (py.refs.count(left) == VARIABLE_AND_STACK) {
      release(frame, left, next & 0xff, next >>> 8);
    }
    memory.store64(sp - 16, joining.append(left, right));
    py.decref(right);
    return sp - 8;
  }

  private void release(long frame, long str, int op, int arg) {
    switch (op) {
      case Ops.STORE_FAST -> release(frame + Frames.FAST + 8L * arg, str);
      case Ops.STORE_DEREF -> release(frames.cell(frame, arg) + Cells.VALUE, str);
      case Ops.STORE_NAME -> releaseName(frame, str, arg);
      default -> {
        // It stays in some other place, or on the stack.
      }
    }
  }

  private void release(long place, long str) {
    if (memory.load64(place) == str) {
      py.clear(place);
    }
  }

  private void releaseName(long frame, long str, int index) {
    long locals = memory.load64(frame + Frames.LOCALS);
    if (locals == 0 || py.typeOf(locals) != py.types.dict) {
      return;
    }
    long names = memory.load64(frames.code(frame) + CodeObjects.NAMES);
    long name = py.tuples.get(names, index);
    if (py.dicts.get(locals, name) == str) {
      py.dicts.remove(locals, name);
    }
  }
}
