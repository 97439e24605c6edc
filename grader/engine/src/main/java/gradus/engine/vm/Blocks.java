package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * The block stack of a frame, and unwinding it (Python/ceval.c, fast_block_end).
 *
 * <p>Unwinding returns where to go on: the offset of the instruction in the low half, the depth of
 * the value stack in the high half; or {@link #LEAVE}.
 */
final class Blocks {

  static final int EXCEPTION = 0x0002;
  static final int RETURN = 0x0008;
  static final int BREAK = 0x0010;
  static final int CONTINUE = 0x0020;
  static final int SILENCED = 0x0080;

  /** The frame has no block that stops the unwinding. */
  static final long LEAVE = -1;

  private static final int EXCEPT_HANDLER = 257;
  private static final int SIZE = CodeStructs.BLOCK.size();

  private final Machine machine;
  private final Space py;
  private final Memory memory;

  Blocks(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
  }

  private long place(long frame, int index) {
    return frame + Frames.BLOCKSTACK + (long) index * SIZE;
  }

  void push(long frame, int type, int handler, long sp) {
    int count = memory.load32(frame + Frames.IBLOCK);
    if (count >= CodeStructs.MAX_BLOCKS) {
      throw Raise.systemError("XXX block stack overflow");
    }
    long place = place(frame, count);
    memory.store32(place, type);
    memory.store32(place + 4, handler);
    memory.store32(place + 8, (int) ((sp - memory.load64(frame + Frames.VALUESTACK)) >> 3));
    memory.store32(frame + Frames.IBLOCK, count + 1);
  }

  /** Takes the innermost block off; the address where it lies still. */
  long pop(long frame) {
    int count = memory.load32(frame + Frames.IBLOCK) - 1;
    memory.store32(frame + Frames.IBLOCK, count);
    return place(frame, count);
  }

  private long level(long frame, long block) {
    return memory.load64(frame + Frames.VALUESTACK) + 8L * memory.load32(block + 8);
  }

  /** Where the value stack of the innermost block begins, or the frame's. */
  long level(long frame) {
    int count = memory.load32(frame + Frames.IBLOCK);
    return count == 0
        ? memory.load64(frame + Frames.VALUESTACK)
        : level(frame, place(frame, count - 1));
  }

  /** Lets go of values down to a level. */
  long popTo(long sp, long level) {
    long top = sp;
    while (top > level) {
      top -= 8;
      py.xdecref(memory.load64(top));
    }
    return top;
  }

  /** Pops the values of a block: POP_BLOCK. */
  long popBlock(long frame, long sp) {
    return popTo(sp, level(frame, pop(frame)));
  }

  /** Ends an except clause: the exception handled before it is handled again. */
  long popExcept(long frame, long sp) {
    long block = pop(frame);
    if (memory.load32(block) != EXCEPT_HANDLER) {
      throw Raise.systemError("popped block is not an except handler");
    }
    return unwindHandler(sp, level(frame, block));
  }

  private long unwindHandler(long sp, long level) {
    long top = popTo(sp, level + 24);
    long type = memory.load64(top - 8);
    long value = memory.load64(top - 16);
    long traceback = memory.load64(top - 24);
    machine.thread.set(type, value, traceback);
    return top - 24;
  }

  /**
   * Unwinds for a reason.
   *
   * @param value what is returned, or the int of where to continue; else 0
   * @param raise the exception object, for the reason EXCEPTION
   */
  long unwind(long frame, long stackTop, int why, long value, long raise) {
    long sp = stackTop;
    while (memory.load32(frame + Frames.IBLOCK) > 0) {
      int count = memory.load32(frame + Frames.IBLOCK);
      long block = place(frame, count - 1);
      int type = memory.load32(block);
      if (type == Ops.SETUP_LOOP && why == CONTINUE) {
        int target = (int) py.ints.longValue(value);
        py.decref(value);
        return at(frame, sp, target);
      }
      memory.store32(frame + Frames.IBLOCK, count - 1);
      if (type == EXCEPT_HANDLER) {
        sp = unwindHandler(sp, level(frame, block));
        if (why == SILENCED) {
          return at(frame, sp, -1);
        }
        continue;
      }
      sp = popTo(sp, level(frame, block));
      int handler = memory.load32(block + 4);
      if (type == Ops.SETUP_LOOP && why == BREAK) {
        return at(frame, sp, handler);
      }
      if (why == EXCEPTION && (type == Ops.SETUP_EXCEPT || type == Ops.SETUP_FINALLY)) {
        return at(frame, enterHandler(frame, sp, raise), handler);
      }
      if (type == Ops.SETUP_FINALLY) {
        return at(frame, enterFinally(sp, why, value), handler);
      }
    }
    popTo(sp, memory.load64(frame + Frames.VALUESTACK));
    return LEAVE;
  }

  private long at(long frame, long sp, int target) {
    long depth = (sp - memory.load64(frame + Frames.VALUESTACK)) >> 3;
    return (depth << 32) | (target & 0xffff_ffffL);
  }

  private long enterFinally(long sp, int why, long value) {
    long top = sp;
    if (why == RETURN || why == CONTINUE) {
      memory.store64(top, value);
      top += 8;
    }
    memory.store64(top, py.ints.of(why));
    return top + 8;
  }

  /**
   * Pushes the exception that was handled so far, then the new one, which is handled from now on.
   */
  private long enterHandler(long frame, long sp, long exception) {
    push(frame, EXCEPT_HANDLER, -1, sp);
    long handled = machine.thread.handled();
    for (int index = 0; index < 3; index++) {
      long old = memory.load64(handled + 8L * (2 - index));
      memory.store64(sp + 8L * index, old == 0 ? py.own(py.none) : py.own(old));
    }
    machine.thread.handle(exception);
    long traceback = memory.load64(exception + Exceptions.TRACEBACK);
    memory.store64(sp + 24, py.own(traceback == 0 ? py.none : traceback));
    memory.store64(sp + 32, exception);
    memory.store64(sp + 40, py.own(py.typeOf(exception)));
    return sp + 48;
  }
}
