package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Attributes;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Dicts;
import gradus.engine.object.Ints;
import gradus.engine.object.Raise;
import gradus.engine.object.References;
import gradus.engine.object.Space;

/**
 * What translated code calls. A place is an offset from the frame.
 *
 * <p>Helpers that give 0 or −1 for what they cannot do neither raise nor run Python code; the
 * others find the frame as the interpreter would have left it.
 */
final class TranslatedOps extends TranslatedNumbers {

  private static final int IN = 6;
  private static final int NOT_IN = 7;
  private static final int IS = 8;

  private final Machine machine;
  private final Interpreter interpreter;
  private final Space py;
  private final Memory memory;
  private final References refs;
  private final General general;
  private final Blocks blocks;
  private final Ints ints;
  private final Dicts dicts;
  private final Comparisons comparisons;
  private final Attributes attributes;

  // HotSpot follows every field on the way to these whenever they are asked for.
  private final long dictType;
  private final long strType;
  private final long intType;
  private final long listIterator;
  private final long yes;
  private final long no;
  private final long none;

  TranslatedOps(Machine machine, Interpreter interpreter, General general, Blocks blocks) {
    super(machine.py);
    this.general = general;
    this.machine = machine;
    this.interpreter = interpreter;
    this.blocks = blocks;
    py = machine.py;
    memory = py.memory;
    refs = py.refs;
    ints = py.ints;
    dicts = py.dicts;
    comparisons = py.comparisons;
    attributes = py.attributes;
    dictType = py.types.dict;
    strType = py.types.str;
    intType = py.types.integer;
    listIterator = py.iterators.listIteratorType();
    yes = py.yes;
    no = py.no;
    none = py.none;
  }

  private long typeOf(long object) {
    return memory.load64(object + References.TYPE);
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

  long own(long value) {
    memory.add64(value, 1);
    return value;
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

  // Comparisons and truth.

  /** Whether a comparison of two numbers holds: 1 or 0. */
  int compare(long left, long right, int op) {
    return op < IN ? comparisons.plain(left, right, op) : contains(right, left, op);
  }

  private int contains(long container, long item, int op) {
    if (op > NOT_IN || typeOf(container) != dictType) {
      return -1;
    }
    long value = dicts.getPlain(container, item);
    return value < 0 ? -1 : (value != 0) == (op == IN) ? 1 : 0;
  }

  int same(long left, long right, int op) {
    return (left == right) == (op == IS) ? 1 : 0;
  }

  long bool(int truth) {
    return own(truth != 0 ? yes : no);
  }

  int truth(long value) {
    if (value == yes) {
      return 1;
    }
    if (value == no || value == none) {
      return 0;
    }
    if (typeOf(value) == intType) {
      return ints.hasOneDigit(value) && ints.digitValue(value) == 0 ? 0 : 1;
    }
    return -1;
  }

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
    boolean truth = comparisons.truth(get(frame, place));
    interpreter.count(uncounted);
    return truth ? 1 : 0;
  }

  boolean isIdle(long frame, int place) {
    return get(frame, place) == none;
  }

  // Containers and names.

  /** An item of a list or dict, or a character of a str. */
  long subscript(long container, long key) {
    long type = typeOf(container);
    if (type == dictType) {
      long value = dicts.getPlain(container, key);
      return value > 0 ? own(value) : 0;
    }
    if (type == strType) {
      return general.operators.character(container, key);
    }
    return general.operators.listItem(container, key);
  }

  long next(long iterator) {
    long type = typeOf(iterator);
    if (type == listIterator) {
      return py.iterators.itemOfList(iterator);
    }
    try {
      return py.items.nextOfRange(iterator);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long nextOfAny(long frame, long iterator, int pc, int uncounted) {
    at(frame, pc);
    giveBack(uncounted);
    long item = general.iteration.next(frame, iterator);
    interpreter.count(uncounted);
    return item;
  }

  long deref(long frame, int index) {
    long value = memory.load64(machine.frames.cell(frame, index) + Cells.VALUE);
    return value == 0 ? 0 : own(value);
  }

  long attribute(long owner, TranslatedCode code, int index) {
    return attributes.plain(owner, code.name(index), code.attribute(index));
  }

  /** What an attribute is called by that is a method, borrowed; 0 for any other. */
  long method(long owner, TranslatedCode code, int index) {
    return machine.tracing.profilesCalls()
        ? 0
        : attributes.method(owner, code.name(index), code.attribute(index));
  }

  /** Calls a method of what lies at a place with the arguments above it. */
  long callMethod(long frame, int place, int count, long method, int pc) {
    at(frame, pc);
    return general.calls.callMethod(frame + place, count, method);
  }

  long global(long frame, TranslatedCode code, int siteIndex, int index) {
    TranslatedCode.GlobalSite site = code.site(siteIndex);
    long globals = memory.load64(frame + Frames.GLOBALS);
    long builtins = memory.load64(frame + Frames.BUILTINS);
    if (dicts.version(globals) == site.globals && dicts.version(builtins) == site.builtins) {
      return own(site.value);
    }
    long value = dicts.getGlobal(globals, builtins, code.name(index));
    if (value == 0) {
      return 0;
    }
    site.globals = dicts.version(globals);
    site.builtins = dicts.version(builtins);
    site.value = value;
    return own(value);
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

  long replaceItem(long container, long key, long value) {
    return general.operators.replaceItem(container, key, value);
  }

  long replaceAttribute(long owner, long value, TranslatedCode code, int index) {
    return attributes.replacePlain(owner, code.name(index), value, code.attribute(index));
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
