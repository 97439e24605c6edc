package gradus.engine.vm;

import static gradus.engine.vm.Ops.*;

import gradus.engine.memory.Memory;
import gradus.engine.object.BytesObjects;
import gradus.engine.object.Raise;
import gradus.engine.object.References;
import gradus.engine.object.Space;
import gradus.engine.object.Tuples;
import org.jspecify.annotations.Nullable;

/**
 * The loop that runs bytecode (Python/ceval.c). HotSpot compiles no method of more than 8,000
 * bytes, so the loop only decodes and does the simplest instructions itself; the others are in the
 * classes named after what they do, which take the top of the value stack and return the new one.
 * They leave their operands on the stack until they have succeeded, so that an exception finds the
 * stack as it was before the instruction.
 */
final class Interpreter {

  private static final int FAST = Frames.FAST;

  private final Machine machine;
  private final Space py;
  private final Memory memory;
  private final References refs;
  private final Limits limits;
  private final Blocks blocks;
  private final General general;
  private final OperatorOps operators;
  private final NameOps names;
  private final BuildOps build;
  private final CallOps calls;
  private final IterationOps iteration;
  private final ControlOps control;
  private final TranslatedOps translatedOps;
  private final long yes;
  private final long no;
  private int slice;
  private int granted;

  Interpreter(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    refs = py.refs;
    yes = py.yes;
    no = py.no;
    limits = machine.limits;
    blocks = new Blocks(machine);
    general = new General(machine, blocks);
    operators = general.operators;
    names = general.names;
    build = general.build;
    calls = general.calls;
    iteration = general.iteration;
    control = general.control;
    translatedOps = new TranslatedOps(machine, this, general, blocks);
  }

  /**
   * Runs a frame from where it stands.
   *
   * @return what it returns or yields; a frame that yielded has its {@code f_stacktop} set
   */
  long run(long frame, @Nullable Raise raise) {
    int flags = memory.load32(memory.load64(frame + Frames.CODE) + CodeObjects.FLAGS);
    return (flags & Flags.SUSPENDS) != 0 ? resume(frame, raise) : execute(frame, raise);
  }

  /** The same of a generator's frame, which has its own idea of the exception being handled. */
  long resume(long frame, @Nullable Raise raise) {
    long type = memory.load64(frame + Frames.EXC_TYPE);
    if (raise == null && type != 0 && type != py.none) {
      machine.thread.swap(frame);
    } else {
      machine.thread.save(frame);
    }
    try {
      return execute(frame, raise);
    } finally {
      leave(frame);
    }
  }

  /** The same of a frame that does not suspend. */
  long execute(long frame, @Nullable Raise raise) {
    memory.store8(frame + Frames.EXECUTING, 1);
    try {
      return raise == null ? translatedOrLoop(frame) : loop(frame, raise);
    } finally {
      memory.store8(frame + Frames.EXECUTING, 0);
    }
  }

  private long translatedOrLoop(long frame) {
    long[] near = memory.segmentOf(frame);
    long code = Memory.get64(near, frame + Frames.CODE);
    TranslatedCode translated = slice > 0 ? machine.translations.of(code).called() : null;
    long value =
        translated == null
            ? 0
            : translated.run(
                translatedOps, frame, Memory.get32(near, frame + Frames.LASTI) + 2 & ~1);
    return value != 0 ? value : loop(frame, null);
  }

  private void leave(long frame) {
    boolean yielded = memory.load64(frame + Frames.STACKTOP) != 0;
    if (yielded && memory.load32(frame + Frames.IBLOCK) > 0 && control.handles(frame)) {
      machine.thread.swap(frame);
    } else {
      machine.thread.restore(frame);
    }
  }

  /** Lets the limits be asked before the next instruction. */
  void askSoon() {
    granted -= slice;
    slice = 0;
  }

  /**
   * Asks the limits before an instruction, and lets a listener hear of it, who may go elsewhere.
   *
   * @return the top of the value stack
   */
  private long tick(long frame, int pc, long sp) {
    memory.store32(frame + Frames.LASTI, pc);
    limits.spend(granted - (slice + 1));
    granted = 0;
    slice = 0;
    long top = limits.isWatched() ? tell(frame, sp) : sp;
    limits.spend(granted - slice);
    granted = limits.slice();
    slice = granted - 1;
    return top;
  }

  /** In the meantime the frame looks as if it were suspended. */
  private long tell(long frame, long sp) {
    memory.store64(frame + Frames.STACKTOP, sp);
    try {
      limits.listener().instruction(frame, sp);
      return memory.load64(frame + Frames.STACKTOP);
    } finally {
      memory.store64(frame + Frames.STACKTOP, 0);
    }
  }

  private long loop(long frame, @Nullable Raise pending) {
    final Memory memory = this.memory;
    final long code = memory.load64(frame + Frames.CODE);
    final long first = memory.load64(code + CodeObjects.CODE) + BytesObjects.DATA;
    // Instructions never change: should the segment grow, its old bytes are as good.
    final long[] words = memory.segmentOf(first);
    final long consts = memory.load64(code + CodeObjects.CONSTS) + Tuples.ITEMS;
    final long names = memory.load64(code + CodeObjects.NAMES) + Tuples.ITEMS;
    final long fast = frame + FAST;
    long sp = memory.load64(frame + Frames.STACKTOP);
    // -1 before the start; else the instruction that ran last.
    int pc = memory.load32(frame + Frames.LASTI) + 2 & ~1;
    memory.store64(frame + Frames.STACKTOP, 0);
    Raise raise = pending;
    CodeHeat heat = machine.translations.of(code);
    TranslatedCode translated = null;
    handOver:
    while (true) {
      if (translated != null) {
        memory.store64(frame + Frames.STACKTOP, sp);
        Memory.put32(memory.segmentOf(frame), frame + Frames.LASTI, pc - 2);
        long value = translated.run(translatedOps, frame, pc);
        if (value != 0) {
          return value;
        }
        translated = null;
        sp = memory.load64(frame + Frames.STACKTOP);
        pc = memory.load32(frame + Frames.LASTI) + 2 & ~1;
        memory.store64(frame + Frames.STACKTOP, 0);
      }
      try {
        if (raise != null) {
          throw raise;
        }
        while (true) {
          // The frame's segment, good until something can allocate: growing replaces the array.
          long[] near = memory.segmentOf(frame);
          int left = slice;
          int arg;
          int op;
          // The simplest instructions, at which nothing but a listener can look at the frame.
          while (true) {
            if (--left < 0) {
              slice = left;
              sp = tick(frame, pc, sp);
              pc = memory.load32(frame + Frames.LASTI);
              near = memory.segmentOf(frame);
              left = slice;
            }
            int word = Memory.get16(words, first + pc);
            pc += 2;
            arg = word >>> 8;
            op = word & 0xff;
            if (op == LOAD_FAST) {
              long value = Memory.get64(near, fast + 8L * arg);
              if (value == 0) {
                break;
              }
              memory.add64(value, 1);
              Memory.put64(near, sp, value);
              sp += 8;
            } else if (op == LOAD_CONST) {
              long value = memory.load64(consts + 8L * arg);
              memory.add64(value, 1);
              Memory.put64(near, sp, value);
              sp += 8;
            } else if (op == STORE_FAST) {
              sp -= 8;
              long place = fast + 8L * arg;
              long old = Memory.get64(near, place);
              Memory.put64(near, place, Memory.get64(near, sp));
              if (old != 0 && memory.add64(old, -1) == 0) {
                Memory.put32(near, frame + Frames.LASTI, pc - 2);
                slice = left;
                refs.dealloc(old);
                near = memory.segmentOf(frame);
                left = slice;
              }
            } else if (op == JUMP_ABSOLUTE) {
              if (arg < pc) {
                break;
              }
              pc = arg;
            } else if (op == POP_JUMP_IF_FALSE) {
              long value = Memory.get64(near, sp - 8);
              if (value != yes && (value != no || arg < pc)) {
                break;
              }
              memory.add64(value, -1);
              sp -= 8;
              pc = value == no ? arg : pc;
            } else {
              break;
            }
          }
          slice = left;
          Memory.put32(near, frame + Frames.LASTI, pc - 2);
          while (op == EXTENDED_ARG) {
            int word = Memory.get16(words, first + pc);
            pc += 2;
            arg = arg << 8 | word >>> 8;
            op = word & 0xff;
          }
          switch (op) {
            case LOAD_FAST -> sp = this.names.loadFast(code, fast, sp, arg);
            case LOAD_CONST -> sp = this.names.loadConst(consts, sp, arg);
            case STORE_FAST -> sp = this.names.storeFast(fast, sp, arg);
            case POP_TOP -> {
              sp -= 8;
              long value = Memory.get64(near, sp);
              if (memory.add64(value, -1) == 0) {
                refs.dealloc(value);
              }
            }
            case BINARY_ADD -> sp = operators.add(frame, sp, Memory.get16(words, first + pc));
            case BINARY_SUBTRACT -> sp = operators.subtract(sp, false);
            case BINARY_MULTIPLY -> sp = operators.multiply(sp, false);
            case BINARY_MODULO -> sp = operators.remainder(sp, false);
            case BINARY_SUBSCR -> sp = operators.subscript(sp);
            case BINARY_FLOOR_DIVIDE -> sp = operators.floorDivide(sp, false);
            case BINARY_TRUE_DIVIDE -> sp = operators.trueDivide(sp, false);
            case BINARY_LSHIFT -> sp = operators.leftShift(sp, false);
            case BINARY_RSHIFT -> sp = operators.rightShift(sp, false);
            case BINARY_AND -> sp = operators.and(sp, false);
            case BINARY_XOR -> sp = operators.xor(sp, false);
            case BINARY_OR -> sp = operators.or(sp, false);
            case INPLACE_ADD ->
                sp = operators.inPlaceAdd(frame, sp, Memory.get16(words, first + pc));
            case INPLACE_SUBTRACT -> sp = operators.subtract(sp, true);
            case INPLACE_MULTIPLY -> sp = operators.multiply(sp, true);
            case INPLACE_MODULO -> sp = operators.remainder(sp, true);
            case INPLACE_FLOOR_DIVIDE -> sp = operators.floorDivide(sp, true);
            case INPLACE_TRUE_DIVIDE -> sp = operators.trueDivide(sp, true);
            case INPLACE_LSHIFT -> sp = operators.leftShift(sp, true);
            case INPLACE_RSHIFT -> sp = operators.rightShift(sp, true);
            case INPLACE_AND -> sp = operators.and(sp, true);
            case INPLACE_XOR -> sp = operators.xor(sp, true);
            case INPLACE_OR -> sp = operators.or(sp, true);
            case UNARY_NOT -> sp = operators.not(sp);
            case COMPARE_OP -> sp = operators.compare(sp, arg);
            case POP_JUMP_IF_FALSE -> {
              sp -= 8;
              if (!operators.popTruth(Memory.get64(near, sp))) {
                boolean back = arg < pc;
                pc = arg;
                if (back && slice > 0) {
                  translated = heat.jumpedBack();
                  if (translated != null) {
                    continue handOver;
                  }
                }
              }
            }
            case POP_JUMP_IF_TRUE -> {
              sp -= 8;
              long value = Memory.get64(near, sp);
              if (value == yes) {
                memory.add64(value, -1);
                pc = arg;
              } else if (value == no) {
                memory.add64(value, -1);
              } else if (operators.popTruth(value)) {
                pc = arg;
              }
            }
            case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> {
              if (py.comparisons.truth(memory.load64(sp - 8)) == (op == JUMP_IF_TRUE_OR_POP)) {
                pc = arg;
              } else {
                sp -= 8;
                py.decref(memory.load64(sp));
              }
            }
            case JUMP_FORWARD -> pc += arg;
            case JUMP_ABSOLUTE -> {
              boolean back = arg < pc;
              pc = arg;
              if (back && slice > 0) {
                translated = heat.jumpedBack();
                if (translated != null) {
                  continue handOver;
                }
              }
            }
            case FOR_ITER -> {
              long item = iteration.next(frame, Memory.get64(near, sp - 8));
              if (item != 0) {
                memory.store64(sp, item);
                sp += 8;
              } else {
                sp -= 8;
                py.decref(memory.load64(sp));
                pc += arg;
              }
            }
            case LOAD_GLOBAL ->
                sp = this.names.loadGlobal(frame, sp, memory.load64(names + 8L * arg));
            case LOAD_ATTR -> sp = this.names.loadAttribute(sp, memory.load64(names + 8L * arg));
            case CALL_FUNCTION -> sp = calls.call(sp, arg);
            case CALL_FUNCTION_KW -> sp = calls.callWithNames(sp, arg);
            case CALL_FUNCTION_EX -> sp = calls.callSpread(sp, arg);
            case ROT_TWO, ROT_THREE, DUP_TOP, DUP_TOP_TWO -> sp = build.shuffle(sp, op);
            case NOP -> {}
            case RETURN_VALUE -> {
              sp -= 8;
              long value = Memory.get64(near, sp);
              if (Memory.get32(near, frame + Frames.IBLOCK) == 0) {
                blocks.popTo(sp, Memory.get64(near, frame + Frames.VALUESTACK));
                return value;
              }
              long to = blocks.unwind(frame, sp, Blocks.RETURN, value, 0);
              if (to == Blocks.LEAVE) {
                return value;
              }
              sp = control.sp(frame, to);
              pc = (int) to;
            }
            case YIELD_VALUE -> {
              sp -= 8;
              memory.store64(frame + Frames.STACKTOP, sp);
              return memory.load64(sp);
            }
            case YIELD_FROM -> {
              long item = iteration.delegate(frame, sp);
              if (item != 0) {
                sp -= 8;
                // The instruction is run again when the frame is resumed.
                memory.store32(frame + Frames.LASTI, pc - 4);
                memory.store64(frame + Frames.STACKTOP, sp);
                return item;
              }
              sp -= 8;
            }
            case SETUP_LOOP, SETUP_EXCEPT, SETUP_FINALLY -> blocks.push(frame, op, pc + arg, sp);
            case POP_BLOCK -> sp = blocks.popBlock(frame, sp);
            case BREAK_LOOP, CONTINUE_LOOP -> {
              long to = control.leaveLoop(frame, sp, op, arg);
              sp = control.sp(frame, to);
              pc = (int) to;
            }
            case END_FINALLY -> {
              long top = sp - 8;
              long value = memory.load64(top);
              if (value == py.none) {
                py.decref(value);
                sp = top;
              } else {
                int why = control.reason(value);
                long result = control.popReason(sp, why);
                sp = control.belowReason(sp, why);
                long to = blocks.unwind(frame, sp, why, result, 0);
                if (to == Blocks.LEAVE) {
                  return result;
                }
                sp = control.sp(frame, to);
                pc = (int) to == -1 ? pc : (int) to;
              }
            }
            default -> sp = general.perform(frame, sp, op, arg, pc);
          }
        }
      } catch (Raise thrown) {
        raise = null;
        long to = caught(frame, sp, thrown);
        sp = control.sp(frame, to);
        pc = (int) to;
      } catch (StackOverflowError tooDeep) {
        raise = Raise.of("RecursionError", "maximum recursion depth exceeded");
      }
    }
  }

  /** Counts instructions that are about to run; true, and none is counted, if too few are left. */
  boolean lacks(int instructions) {
    int left = slice - instructions;
    if (left >= 0) {
      slice = left;
      return false;
    }
    return !renewed(instructions);
  }

  /** Asks the limits for more, but not where one would be met or every instruction counts. */
  private boolean renewed(int instructions) {
    if (machine.isStepping() || !limits.spendEasily(granted - slice)) {
      return false;
    }
    granted = limits.slice();
    slice = granted - instructions;
    return true;
  }

  void count(int instructions) {
    slice -= instructions;
  }

  /**
   * Lets translated code's exception be handled in the frame, which is left as if it were suspended
   * there.
   *
   * @return where to go on
   */
  int handle(long frame, long sp, Raise raise) {
    long to = caught(frame, sp, raise);
    memory.store64(frame + Frames.STACKTOP, control.sp(frame, to));
    memory.store32(frame + Frames.LASTI, (int) to - 2);
    return (int) to;
  }

  /** Finds the handler of an exception; throws it on if there is none. */
  private long caught(long frame, long sp, Raise thrown) {
    Raise raise = thrown;
    long exception = control.note(frame, thrown);
    // What a finally clause or a bare raise raises again is no news.
    if (limits.isWatched() && !thrown.traced()) {
      try {
        limits.listener().raised(frame, exception);
      } catch (Raise instead) {
        py.exceptions.drop(thrown);
        raise = instead;
        exception = py.exceptions.object(instead);
      }
    }
    long to = blocks.unwind(frame, sp, Blocks.EXCEPTION, 0, exception);
    if (to == Blocks.LEAVE) {
      throw raise.passedOn();
    }
    return to;
  }
}
