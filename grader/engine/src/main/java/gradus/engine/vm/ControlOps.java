package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** Control flow: leaving loops, finally, raise, with. */
final class ControlOps {

  private static final int EXCEPT_HANDLER = 257;

  private final Machine machine;
  private final Space py;
  private final Memory memory;
  private final Blocks blocks;

  ControlOps(Machine machine, Blocks blocks) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    this.blocks = blocks;
  }

  /** The top of the value stack at the depth an unwinding came to. */
  long sp(long frame, long to) {
    return memory.load64(frame + Frames.VALUESTACK) + ((to >> 32) << 3);
  }

  /** Whether a frame is within an except or finally clause that handles an exception. */
  boolean handles(long frame) {
    int count = memory.load32(frame + Frames.IBLOCK);
    for (int index = 0; index < count; index++) {
      if (memory.load32(frame + Frames.BLOCKSTACK + 12L * index) == EXCEPT_HANDLER) {
        return true;
      }
    }
    return false;
  }

  /** The exception as an object, with its context, and the frame in its traceback; borrowed. */
  long note(long frame, Raise raise) {
    long exception = py.exceptions.object(raise);
    if (!raise.hasContext()) {
      raise.contextIsSet();
      machine.raising.setContext(exception);
    }
    if (!raise.traced()) {
      machine.tracebacks.add(exception, frame);
    }
    return exception;
  }

  long leaveLoop(long frame, long sp, int op, int arg) {
    if (op == Ops.BREAK_LOOP) {
      return blocks.unwind(frame, sp, Blocks.BREAK, 0, 0);
    }
    return blocks.unwind(frame, sp, Blocks.CONTINUE, py.ints.of(arg), 0);
  }

  /**
   * Why a finally clause was entered, by what lies on the stack; an exception has its class there.
   */
  int reason(long value) {
    if (py.typeOf(value) == py.types.integer) {
      return (int) py.ints.longValue(value);
    }
    if (machine.raising.isClass(value)) {
      return Blocks.EXCEPTION;
    }
    throw Raise.systemError("'finally' pops bad exception");
  }

  /**
   * The value that goes with the reason, as a reference that is taken over; throws exceptions on.
   */
  long popReason(long sp, int why) {
    if (why == Blocks.EXCEPTION) {
      long exception = memory.load64(sp - 16);
      long traceback = memory.load64(sp - 24);
      py.incref(exception);
      py.replace(exception + Exceptions.TRACEBACK, traceback == py.none ? 0 : py.own(traceback));
      throw Raise.again(exception);
    }
    boolean valued = why == Blocks.RETURN || why == Blocks.CONTINUE;
    return valued ? memory.load64(sp - 16) : 0;
  }

  /** The stack without the reason and its value; the reason's int is let go. */
  long belowReason(long sp, int why) {
    py.decref(memory.load64(sp - 8));
    return why == Blocks.RETURN || why == Blocks.CONTINUE ? sp - 16 : sp - 8;
  }

  Raise raise(long sp, int count) {
    return switch (count) {
      case 0 -> machine.raising.again();
      case 1 -> machine.raising.raise(memory.load64(sp - 8), 0);
      default -> machine.raising.raise(memory.load64(sp - 16), memory.load64(sp - 8));
    };
  }

  long with(long frame, long sp, int op, int handler) {
    return switch (op) {
      case Ops.SETUP_WITH -> setupWith(frame, sp, handler);
      case Ops.WITH_CLEANUP_START -> cleanupStart(frame, sp);
      case Ops.WITH_CLEANUP_FINISH -> cleanupFinish(sp);
      case Ops.BEFORE_ASYNC_WITH -> beforeAsyncWith(sp);
      default -> setupAsyncWith(frame, sp, handler);
    };
  }

  private long special(long object, String name) {
    long found = py.typeObjects.lookup(py.typeOf(object), name);
    if (found == 0) {
      throw Raise.attributeError(name);
    }
    return py.attributes.bind(found, object, py.typeOf(object));
  }

  private long setupWith(long frame, long sp, int handler) {
    long manager = memory.load64(sp - 8);
    long enter = special(manager, "__enter__");
    long exit;
    try {
      exit = special(manager, "__exit__");
    } catch (Raise raise) {
      py.decref(enter);
      throw raise;
    }
    memory.store64(sp - 8, exit);
    py.decref(manager);
    long value;
    try {
      value = py.calls.call(enter);
    } finally {
      py.decref(enter);
    }
    blocks.push(frame, Ops.SETUP_FINALLY, handler, sp);
    memory.store64(sp, value);
    return sp + 8;
  }

  private long beforeAsyncWith(long sp) {
    long manager = memory.load64(sp - 8);
    long exit = special(manager, "__aexit__");
    long enter;
    try {
      enter = special(manager, "__aenter__");
    } catch (Raise raise) {
      py.decref(exit);
      throw raise;
    }
    memory.store64(sp - 8, exit);
    py.decref(manager);
    long value;
    try {
      value = py.calls.call(enter);
    } finally {
      py.decref(enter);
    }
    memory.store64(sp, value);
    return sp + 8;
  }

  private long setupAsyncWith(long frame, long sp, int handler) {
    blocks.push(frame, Ops.SETUP_FINALLY, handler, sp - 8);
    return sp;
  }

  /**
   * Takes the manager's exit function from below what a finally clause has on the stack, and calls
   * it with the exception, if there is one.
   */
  private long cleanupStart(long frame, long sp) {
    long top = memory.load64(sp - 8);
    long result;
    long end = sp;
    long exit;
    if (py.typeOf(top) == py.types.integer || top == py.none) {
      int depth = top == py.none ? 1 : depth((int) py.ints.longValue(top));
      exit = memory.load64(sp - 8L * (depth + 1));
      for (int index = depth + 1; index > 1; index--) {
        memory.store64(sp - 8L * index, memory.load64(sp - 8L * (index - 1)));
      }
      end = sp - 8;
      memory.store64(end, py.newNone());
      memory.store64(end + 8, exit);
      result = callExit(exit, py.none, py.none, py.none);
    } else {
      result = exitWithException(frame, sp);
      memory.store64(sp, py.own(top));
      memory.store64(sp + 8, result);
      return sp + 16;
    }
    memory.store64(end + 8, result);
    return end + 16;
  }

  private static int depth(int why) {
    return why == Blocks.RETURN || why == Blocks.CONTINUE ? 2 : 1;
  }

  private long callExit(long exit, long type, long value, long traceback) {
    try {
      return py.calls.callWith(exit, type, value, traceback);
    } finally {
      py.decref(exit);
    }
  }

  /** The six values of the handler lie above the exit function; they move down by one. */
  private long exitWithException(long frame, long sp) {
    long exit = memory.load64(sp - 56);
    long oldTraceback = memory.load64(sp - 48);
    long oldValue = memory.load64(sp - 40);
    long oldType = memory.load64(sp - 32);
    memory.store64(sp - 56, oldTraceback);
    memory.store64(sp - 48, oldValue);
    memory.store64(sp - 40, oldType);
    memory.store64(sp - 32, 0);
    int count = memory.load32(frame + Frames.IBLOCK);
    long block = frame + Frames.BLOCKSTACK + 12L * (count - 1);
    memory.store32(block + 8, memory.load32(block + 8) - 1);
    return callExit(exit, memory.load64(sp - 8), memory.load64(sp - 16), memory.load64(sp - 24));
  }

  private long cleanupFinish(long sp) {
    long result = memory.load64(sp - 8);
    long type = memory.load64(sp - 16);
    boolean swallow;
    try {
      swallow = type != py.none && py.comparisons.truth(result);
    } finally {
      memory.store64(sp - 8, 0);
      py.decref(result);
    }
    py.decref(type);
    long top = sp - 16;
    if (swallow) {
      // CPython pushes the reason SILENCED and lets END_FINALLY unwind the handler.
      memory.store64(top, py.ints.of(Blocks.SILENCED));
      return top + 8;
    }
    return top;
  }
}
