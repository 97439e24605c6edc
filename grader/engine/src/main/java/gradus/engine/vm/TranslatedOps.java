package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.References;
import gradus.engine.object.Space;

/**
 * What translated code calls. A place is an offset from the frame.
 *
 * <p>Helpers that give 0 or −1 for what they cannot do neither raise nor run Python code; the
 * others find the frame as the interpreter would have left it.
 */
final class TranslatedOps extends TranslatedLookups {

  private final Interpreter interpreter;
  private final Space py;
  private final Memory memory;
  private final References refs;
  private final General general;
  private final Blocks blocks;
  private final long none;

  TranslatedOps(Machine machine, Interpreter interpreter, General general, Blocks blocks) {
    super(machine, general);
    this.general = general;
    this.interpreter = interpreter;
    this.blocks = blocks;
    py = machine.py;
    memory = py.memory;
    refs = py.refs;
    none = py.none;
  }

  // The frame.

  long get(long frame, int place) {
    return Memory.get64(memory.segmentOf(frame), frame + place);
  }

  void put(long frame, int place, long value) {
    Memory.put64(memory.segmentOf(frame), frame + place, value);
  }

  void putOwn(long frame, int place, long value) {
    memory.add64(value, 1);
    Memory.put64(memory.segmentOf(frame), frame + place, value);
  }

  private void at(long frame, int pc) {
    Memory.put32(memory.segmentOf(frame), frame + Frames.LASTI, pc);
  }

  /** A variable gets a value, whose reference is taken over. */
  void store(long frame, int place, long value, int pc) {
    long[] near = memory.segmentOf(frame);
    long old = Memory.get64(near, frame + place);
    Memory.put64(near, frame + place, value);
    if (old != 0 && memory.add64(old, -1) == 0) {
      Memory.put32(near, frame + Frames.LASTI, pc);
      refs.dealloc(old);
    }
  }

  void drop(long frame, long value, int pc) {
    if (memory.add64(value, -1) == 0) {
      at(frame, pc);
      refs.dealloc(value);
    }
  }

  void dropNumber(long value) {
    if (memory.add64(value, -1) == 0) {
      refs.dealloc(value);
    }
  }

  // Counting, coming and going.

  /**
   * Counts instructions that are about to run; true, and nothing is counted, if too few are left.
   */
  boolean lacks(int count) {
    return interpreter.lacks(count);
  }

  void giveBack(int count) {
    interpreter.count(-count);
  }

  /**
   * Takes a frame over that stands at an entry; false, and nothing happens, if its value stack is
   * not as deep there as it is on the ways that were translated.
   */
  boolean enters(long frame, int top) {
    long[] near = memory.segmentOf(frame);
    if (Memory.get64(near, frame + Frames.STACKTOP) != frame + top) {
      return false;
    }
    Memory.put64(near, frame + Frames.STACKTOP, 0);
    return true;
  }

  void leave(long frame, int top, int pc) {
    put(frame, Frames.STACKTOP, frame + top);
    at(frame, pc - 2);
  }

  /** Where an exception is handled; it goes on to the caller if it is not. */
  int raised(long frame, TranslatedCode code, Throwable thrown) {
    if (thrown instanceof Raise raise) {
      int pc = memory.load32(frame + Frames.LASTI);
      long sp = memory.load64(frame + Frames.VALUESTACK) + 8L * code.depth(pc);
      return interpreter.handle(frame, sp, raise);
    }
    if (thrown instanceof StackOverflowError) {
      Raise raise = Raise.of("RecursionError", "maximum recursion depth exceeded");
      return interpreter.handle(frame, blocks.level(frame), raise);
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  long returned(long frame, long value, int pc) {
    at(frame, pc);
    return value;
  }

  long returnedFromLoop(long frame, long value, int top, int pc) {
    at(frame, pc);
    blocks.unwind(frame, frame + top, Blocks.RETURN, value, 0);
    return value;
  }

  long yielded(long frame, long value, int top, int pc) {
    at(frame, pc);
    put(frame, Frames.STACKTOP, frame + top);
    return value;
  }

  /** What another generator yields; 0 if it has ended, and its value lies in its place. */
  long delegate(long frame, int top, int pc) {
    at(frame, pc);
    long item = general.iteration.delegate(frame, frame + top);
    if (item != 0) {
      // The instruction is run again when the frame is resumed.
      at(frame, pc - 2);
      put(frame, Frames.STACKTOP, frame + top - 8);
    }
    return item;
  }

  // Truth, and what comes next.

  int popTruth(long frame, int place, int pc, int uncounted) {
    at(frame, pc);
    giveBack(uncounted);
    boolean truth = general.operators.popTruth(get(frame, place));
    interpreter.count(uncounted);
    return truth ? 1 : 0;
  }

  int truthAt(long frame, int place, int pc, int uncounted) {
    int known = truth(get(frame, place));
    if (known >= 0) {
      return known;
    }
    at(frame, pc);
    giveBack(uncounted);
    boolean truth = py.comparisons.truth(get(frame, place));
    interpreter.count(uncounted);
    return truth ? 1 : 0;
  }

  boolean isIdle(long frame, int place) {
    return get(frame, place) == none;
  }

  long nextOfAny(long frame, long iterator, int pc, int uncounted) {
    at(frame, pc);
    giveBack(uncounted);
    long item = general.iteration.next(frame, iterator);
    interpreter.count(uncounted);
    return item;
  }

  /** Calls a method of what lies at a place with the arguments above it. */
  long callMethod(long frame, int place, int count, long method, int pc) {
    at(frame, pc);
    return general.calls.callMethod(frame + place, count, method);
  }

  // Everything else.

  void pushBlock(long frame, int top, int op, int handler) {
    blocks.push(frame, op, handler, frame + top);
  }

  void popBlock(long frame, int top, int pc) {
    at(frame, pc);
    blocks.popBlock(frame, frame + top);
  }

  void call(long frame, int top, int count, int pc) {
    at(frame, pc);
    general.calls.call(frame + top, count);
  }

  void buildTuple(long frame, int top, int size, int pc) {
    at(frame, pc);
    general.build.buildTuple(frame + top, size);
  }

  void unpack(long frame, int top, int count, int pc) {
    at(frame, pc);
    general.iteration.unpack(frame + top, count);
  }

  /** Adds what is no two numbers; {@code word} is the next instruction. */
  void addOthers(long frame, int top, int op, int word, int pc, int next, int uncounted) {
    if (general.operators.areStrs(frame + top)) {
      at(frame, pc);
      general.operators.join(frame, frame + top, word);
    } else {
      general(frame, top, op, 0, pc, next, uncounted);
    }
  }

  void general(long frame, int top, int op, int argument, int pc, int next, int uncounted) {
    at(frame, pc);
    giveBack(uncounted);
    general.perform(frame, frame + top, op, argument, next);
    interpreter.count(uncounted);
  }
}
