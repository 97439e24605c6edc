package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeObjects;
import gradus.engine.object.Unary;
import java.util.function.LongConsumer;

/**
 * Frames on the heap: locals, cells and value stack behind the struct (Objects/frameobject.c).
 *
 * <p>A code object keeps the last frame that ran it, its zombie, for the next call; further ones go
 * to a free list.
 */
public final class Frames {

  static final int BACK = offset("f_back");
  static final int CODE = offset("f_code");
  static final int BUILTINS = offset("f_builtins");
  static final int GLOBALS = offset("f_globals");
  static final int LOCALS = offset("f_locals");
  static final int VALUESTACK = offset("f_valuestack");
  static final int STACKTOP = offset("f_stacktop");
  static final int TRACE = offset("f_trace");
  static final int EXC_TYPE = offset("f_exc_type");
  static final int GEN = offset("f_gen");
  static final int LASTI = offset("f_lasti");
  static final int LINENO = offset("f_lineno");
  static final int IBLOCK = offset("f_iblock");
  static final int EXECUTING = offset("f_executing");
  static final int BLOCKSTACK = offset("f_blockstack[0].b_type");

  /** The offset of the first local variable. */
  static final int FAST = CodeStructs.FRAME.size();

  private static final int SIZE = offset("ob_size");
  private static final int MAX_FREE = 200;

  private final Space py;
  private final Memory memory;
  private final CodeObjects codes;
  final FrameVariables variables;
  private final long type;
  private long free;
  private int freeCount;
  private LongConsumer endOfGenerator = generator -> {};

  Frames(Space py, CodeObjects codes) {
    this.py = py;
    this.codes = codes;
    memory = py.memory;
    variables = new FrameVariables(py, codes);
    type =
        TypeBuilder.define(py, "frame", CodeStructs.FRAME)
            .container(this::traverse)
            .clear(this::clear)
            .dealloc(this::dealloc)
            .slot("tp_repr", (Unary) py.texts::plainRepr)
            .member("f_back", BACK, MemberKind.OBJECT)
            .member("f_code", CODE, MemberKind.OBJECT)
            .member("f_builtins", BUILTINS, MemberKind.OBJECT)
            .member("f_globals", GLOBALS, MemberKind.OBJECT)
            .member("f_lasti", LASTI, MemberKind.INT)
            .property("f_lineno", frame -> py.ints.of(line(frame)), this::jump)
            .getter("f_locals", frame -> py.own(locals(frame)))
            .property("f_trace", this::trace, this::setTrace)
            .method("clear", this::clearMethod)
            .method("__sizeof__", frame -> py.ints.of(FAST + 8L * extras(code(frame))))
            .ready();
    // The struct has one item of its array in it.
    memory.store64(type + TypeObjects.BASIC_SIZE, FAST + 8L);
    py.cycles.emptyOnFullCollection(this::clearFreeList);
  }

  /** Names what finalizes a generator whose frame a program clears. */
  void generatorsEndBy(LongConsumer end) {
    endOfGenerator = end;
  }

  private static int offset(String field) {
    return CodeStructs.FRAME.offset(field);
  }

  public long type() {
    return type;
  }

  /**
   * A new frame; its locals are not set.
   *
   * @param back the calling frame, or 0
   * @param locals a mapping for code that is not a function's, or 0
   */
  long create(long back, long code, long globals, long builtins, long locals) {
    long[] codes = memory.segmentOf(code);
    long frame = Memory.get64(codes, code + CodeObjects.ZOMBIE);
    if (frame == 0) {
      frame = fresh(code);
      codes = memory.segmentOf(code);
    } else {
      Memory.put64(codes, code + CodeObjects.ZOMBIE, 0);
    }
    // Nothing is allocated from here on, so the segments keep their arrays.
    long[] near = memory.segmentOf(frame);
    Memory.put64(near, frame, 1);
    Memory.put64(near, frame + STACKTOP, Memory.get64(near, frame + VALUESTACK));
    Memory.put64(near, frame + BUILTINS, py.own(builtins));
    Memory.put64(near, frame + BACK, back == 0 ? 0 : py.own(back));
    Memory.add64(codes, code, 1);
    Memory.put64(near, frame + GLOBALS, py.own(globals));
    Memory.put64(near, frame + LOCALS, locals == 0 ? 0 : py.own(locals));
    // f_lasti and f_lineno are a word, and so are f_iblock and f_executing with what pads them.
    long line = Memory.get32(codes, code + CodeObjects.FIRSTLINE);
    Memory.put64(near, frame + LASTI, (line << 32) | 0xffff_ffffL);
    Memory.put64(near, frame + IBLOCK, 0);
    Memory.put64(near, frame + GEN, 0);
    py.track(frame);
    return frame;
  }

  /** How many locals, cells and free variables code has. */
  private int slots(long code) {
    int locals = memory.load32(code + CodeObjects.NLOCALS);
    int cells = py.tuples.size(memory.load64(code + CodeObjects.CELLVARS));
    return locals + cells + py.tuples.size(memory.load64(code + CodeObjects.FREEVARS));
  }

  private int extras(long code) {
    return slots(code) + memory.load32(code + CodeObjects.STACKSIZE);
  }

  private long fresh(long code) {
    if (free != 0 && memory.load64(free + CODE) == code) {
      // It differs from a new one only in what every call sets: its locals were let go of.
      return takeFree();
    }
    int slots = slots(code);
    int extras = slots + memory.load32(code + CodeObjects.STACKSIZE);
    long frame = free;
    if (frame != 0 && memory.load64(frame + SIZE) >= extras) {
      takeFree();
      extras = (int) memory.load64(frame + SIZE);
      for (int index = 0; index < slots; index++) {
        memory.store64(frame + FAST + 8L * index, 0);
      }
      py.refs.reinitialise(frame, type);
    } else {
      frame = py.allocate(type, FAST + 8L + 8L * extras);
    }
    memory.store64(frame + SIZE, extras);
    memory.store64(frame + CODE, code);
    memory.store64(frame + VALUESTACK, frame + FAST + 8L * slots);
    return frame;
  }

  private long takeFree() {
    long frame = free;
    free = memory.load64(frame + BACK);
    freeCount--;
    return frame;
  }

  /** Forgets which free frames ran a code object that is no more: another may take its address. */
  void forget(long code) {
    for (long frame = free; frame != 0; frame = memory.load64(frame + BACK)) {
      if (memory.load64(frame + CODE) == code) {
        memory.store64(frame + CODE, 0);
      }
    }
  }

  long code(long frame) {
    return memory.load64(frame + CODE);
  }

  private void traverse(long frame, LongConsumer visitor) {
    for (int field : new int[] {BACK, CODE, BUILTINS, GLOBALS, LOCALS, TRACE}) {
      visit(frame + field, visitor);
    }
    for (int field = EXC_TYPE; field < GEN; field += 8) {
      visit(frame + field, visitor);
    }
    long end = memory.load64(frame + VALUESTACK);
    for (long place = frame + FAST; place < end; place += 8) {
      visit(place, visitor);
    }
    long top = memory.load64(frame + STACKTOP);
    for (long place = end; place < top; place += 8) {
      visit(place, visitor);
    }
  }

  private void visit(long place, LongConsumer visitor) {
    if (memory.load64(place) != 0) {
      visitor.accept(memory.load64(place));
    }
  }

  /** Lets go of a frame that has run. */
  void release(long frame) {
    if (memory.add64(frame, -1) == 0) {
      dealloc(frame);
    }
  }

  private void dealloc(long frame) {
    py.untrack(frame);
    long[] near = memory.segmentOf(frame);
    long end = Memory.get64(near, frame + VALUESTACK);
    clear(frame, frame + FAST, end);
    near = memory.segmentOf(frame);
    long top = Memory.get64(near, frame + STACKTOP);
    if (top > end) {
      for (long place = end; place < top; place += 8) {
        py.xdecref(memory.load64(place));
      }
      near = memory.segmentOf(frame);
    }
    py.xdecref(Memory.get64(near, frame + BACK));
    py.decref(memory.load64(frame + BUILTINS));
    py.decref(memory.load64(frame + GLOBALS));
    clear(frame, frame + LOCALS, frame + LOCALS + 8);
    clear(frame, frame + TRACE, frame + GEN);
    keep(frame);
  }

  /** Empties fields from one place up to another. */
  private void clear(long frame, long from, long to) {
    long[] near = memory.segmentOf(frame);
    for (long place = from; place < to; place += 8) {
      long object = Memory.get64(near, place);
      if (object != 0) {
        Memory.put64(near, place, 0);
        py.decref(object);
        // What ended with the object may have allocated, and so replaced the array.
        near = memory.segmentOf(frame);
      }
    }
  }

  /** A dead frame goes to its code, to the free list, or back to the heap. */
  private void keep(long frame) {
    long code = code(frame);
    long[] codes = memory.segmentOf(code);
    if (Memory.get64(codes, code + CodeObjects.ZOMBIE) == 0) {
      Memory.put64(codes, code + CodeObjects.ZOMBIE, frame);
    } else if (freeCount < MAX_FREE) {
      freeCount++;
      memory.store64(frame + BACK, free);
      free = frame;
    } else {
      py.free(frame);
    }
    py.decref(code);
  }

  /** The line a frame is at; while it is traced, the one its trace function was told of last. */
  public int line(long frame) {
    return memory.load64(frame + TRACE) != 0
        ? memory.load32(frame + LINENO)
        : codes.line(code(frame), memory.load32(frame + LASTI));
  }

  /**
   * A frame's locals as a mapping, borrowed; fast locals are copied into a dict that the frame
   * keeps.
   */
  public long locals(long frame) {
    return variables.toLocals(frame);
  }

  private long trace(long frame) {
    long function = memory.load64(frame + TRACE);
    return py.own(function == 0 ? py.none : function);
  }

  /** From now on {@code f_lineno} is kept up to date, or no longer. */
  private long setTrace(long frame, long function) {
    memory.store32(frame + LINENO, line(frame));
    py.replace(frame + TRACE, function == 0 || function == py.none ? 0 : py.own(function));
    return 0;
  }

  private long jump(long frame, long line) {
    new LineJump(py, codes).to(frame, line);
    return 0;
  }

  private long clearMethod(long frame) {
    if (memory.load8(frame + EXECUTING) != 0) {
      throw Raise.runtimeError("cannot clear an executing frame");
    }
    if (memory.load64(frame + GEN) != 0) {
      endOfGenerator.accept(memory.load64(frame + GEN));
    }
    clear(frame);
    return py.newNone();
  }

  private void clear(long frame) {
    for (int field = EXC_TYPE; field < GEN; field += 8) {
      py.clear(frame + field);
    }
    py.clear(frame + TRACE);
    long end = memory.load64(frame + VALUESTACK);
    for (long place = frame + FAST; place < end; place += 8) {
      py.clear(place);
    }
    long top = memory.load64(frame + STACKTOP);
    memory.store64(frame + STACKTOP, 0);
    for (long place = end; place < top; place += 8) {
      py.clear(place);
    }
  }

  private void clearFreeList() {
    while (free != 0) {
      long frame = free;
      free = memory.load64(frame + BACK);
      py.free(frame);
    }
    freeCount = 0;
  }

  /** The value of a free or cell variable's name, for messages. */
  String derefName(long frame, int index) {
    long code = code(frame);
    long cells = memory.load64(code + CodeObjects.CELLVARS);
    int count = py.tuples.size(cells);
    long name =
        index < count
            ? py.tuples.get(cells, index)
            : py.tuples.get(memory.load64(code + CodeObjects.FREEVARS), index - count);
    return py.strs.text(name);
  }

  boolean isCell(long frame, int index) {
    return index < py.tuples.size(memory.load64(code(frame) + CodeObjects.CELLVARS));
  }

  long cell(long frame, int index) {
    long code = code(frame);
    return memory.load64(frame + FAST + 8L * (memory.load32(code + CodeObjects.NLOCALS) + index));
  }
}
