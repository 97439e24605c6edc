package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import org.jspecify.annotations.Nullable;

/** The interpreter and its parts: what runs code in a {@link Space}. */
public final class Machine {

  public final Space py;
  public final CodeObjects codes;
  public final Frames frames;
  public final Tracebacks tracebacks;
  public final ThreadState thread;
  public final Functions functions;
  public final Generators generators;
  public final Modules modules;
  public final Tracing tracing;
  public final Warnings warnings;
  final Cells cells;
  final Raising raising;
  final Limits limits;
  final Translations translations;

  private final Memory memory;
  private final Interpreter interpreter;
  private ExecutionListener observer = ExecutionListener.NONE;

  /** An interpreter with nothing to run yet. */
  public Machine(Space py) {
    this.py = py;
    memory = py.memory;
    codes = new CodeObjects(py);
    frames = new Frames(py, codes);
    tracebacks = new Tracebacks(py, frames);
    thread = new ThreadState(py);
    cells = new Cells(py);
    raising = new Raising(this);
    limits = new Limits();
    translations = new Translations(py);
    codes.endsAre(this::forget);
    functions = new Functions(this);
    generators = new Generators(this);
    modules = new Modules(py);
    tracing = new Tracing(this);
    warnings = new Warnings(this);
    interpreter = new Interpreter(this);
    py.typeObjects.heapTypes().globalsFrom(this::globals);
  }

  private void forget(long code) {
    translations.forget(code);
    frames.forget(code);
  }

  /** How much may be run, and who watches. */
  public Limits limits() {
    return limits;
  }

  /**
   * Lets the interpreter run every instruction from now on, so that the bytes of a running frame
   * are what they are in CPython at each of them.
   */
  public void stepOnly() {
    translations.stop();
    putOff(thread.frame() != 0);
    interpreter.askSoon();
  }

  /**
   * Lets code be translated that is so hot.
   *
   * @param heat one for each jump back, ten for each call; 1 translates all code before it runs
   */
  public void translateAfter(int heat) {
    translations.threshold(heat);
  }

  /** Lets a listener hear of everything that runs from now on; it replaces the one before. */
  public void listen(ExecutionListener listener) {
    observer = listener;
    attach();
  }

  /** Lets those hear who want to: the program's own trace function first. */
  void attach() {
    ExecutionListener listener = tracing.isOn() ? tracing : observer;
    boolean both = tracing.isOn() && observer != ExecutionListener.NONE;
    limits.listen(both ? new BothListeners(tracing, observer) : listener);
    putOff(thread.frame() != 0);
    interpreter.askSoon();
  }

  /** The running frame's globals, borrowed, or 0. */
  public long globals() {
    long frame = thread.frame();
    return frame == 0 ? 0 : memory.load64(frame + Frames.GLOBALS);
  }

  /** The running frame's builtins, or those of the module of that name; borrowed. */
  public long builtins() {
    long frame = thread.frame();
    return frame == 0 ? modules.builtinsDict() : memory.load64(frame + Frames.BUILTINS);
  }

  long newFrame(long code, long globals, long locals) {
    long back = thread.frame();
    return frames.create(back, code, globals, builtinsAt(back, globals), locals);
  }

  private long builtinsAt(long back, long globals) {
    return back != 0 && memory.load64(back + Frames.GLOBALS) == globals
        ? memory.load64(back + Frames.BUILTINS)
        : modules.builtinsFor(globals);
  }

  /** Runs a frame to its end and lets it go. */
  long runToEnd(long frame) {
    try {
      return run(frame, null);
    } finally {
      frames.release(frame);
    }
  }

  /**
   * Runs a function's code, which neither suspends nor has cells, to its end.
   *
   * @param arguments where as many values lie as the code has parameters
   */
  long call(long code, long globals, long arguments, int count) {
    long back = thread.frame();
    long frame = frames.create(back, code, globals, builtinsAt(back, globals), 0);
    place(arguments, count, frame + Frames.FAST);
    if (limits.isWatched() || back == 0) {
      return runToEnd(frame);
    }
    try {
      return runUnwatched(frame, back, true);
    } finally {
      frames.release(frame);
    }
  }

  private void place(long arguments, int count, long fast) {
    long[] from = memory.segmentOf(arguments);
    long[] to = memory.segmentOf(fast);
    for (int index = 0; index < count; index++) {
      long argument = Memory.get64(from, arguments + 8L * index);
      py.incref(argument);
      Memory.put64(to, fast + 8L * index, argument);
    }
  }

  /** Runs a frame, or makes a generator of it. */
  long start(long frame, long function) {
    int flags = memory.load32(memory.load64(frame + Frames.CODE) + CodeObjects.FLAGS);
    return (flags & Flags.SUSPENDS) != 0 ? generators.of(frame, function) : runToEnd(frame);
  }

  /** Runs a frame up to its end or its next yield; the exception is raised in it at once. */
  long run(long frame, @Nullable Raise raise) {
    long back = thread.frame();
    if (back == 0) {
      putOff(true);
    }
    py.exceptions.enter("");
    thread.setFrame(frame);
    try {
      if (limits.isWatched()) {
        limits.listener().entered(frame);
      }
      long value = runLoop(frame, raise);
      return limits.isWatched() ? left(frame, value) : value;
    } finally {
      thread.setFrame(back);
      py.exceptions.leave();
      if (back == 0) {
        putOff(false);
      }
    }
  }

  /**
   * Runs a generator's frame up to its end or its next yield.
   *
   * @param back the running frame, or 0
   */
  long resume(long frame, long back) {
    if (limits.isWatched() || back == 0) {
      return run(frame, null);
    }
    return runUnwatched(frame, back, false);
  }

  /**
   * Runs a function's frame, or a generator's, in another; somebody may begin to watch meanwhile.
   */
  private long runUnwatched(long frame, long back, boolean function) {
    py.exceptions.enter("");
    thread.setFrame(frame);
    try {
      long value = function ? interpreter.execute(frame, null) : interpreter.resume(frame, null);
      return limits.isWatched() ? left(frame, value) : value;
    } catch (Raise thrown) {
      throw limits.isWatched() ? unwound(frame, thrown) : thrown;
    } finally {
      thread.setFrame(back);
      py.exceptions.leave();
    }
  }

  /** Nobody looks at free blocks while code runs that nobody watches. */
  private void putOff(boolean running) {
    py.ground.allocator().putOff(running && !isStepping());
  }

  /** Whether somebody can tell at every instruction what the bytes are. */
  boolean isStepping() {
    return limits.isWatched() || translations.isStopped();
  }

  private long runLoop(long frame, @Nullable Raise raise) {
    try {
      return interpreter.run(frame, raise);
    } catch (Raise thrown) {
      throw limits.isWatched() ? unwound(frame, thrown) : thrown;
    }
  }

  /** What the listener throws takes the place of what happened. */
  private long left(long frame, long value) {
    try {
      limits.listener().left(frame, value, memory.load64(frame + Frames.STACKTOP) != 0);
      return value;
    } catch (Raise instead) {
      py.decref(value);
      throw instead;
    }
  }

  private Raise unwound(long frame, Raise thrown) {
    try {
      limits.listener().unwound(frame, py.exceptions.object(thrown));
      return thrown;
    } catch (Raise instead) {
      py.exceptions.drop(thrown);
      return instead;
    }
  }

  /** Runs a code object in a module's or class's namespace: {@code exec}. */
  public long runCode(long code, long globals, long locals) {
    long frame = newFrame(code, globals, locals);
    return runToEnd(frame);
  }

  /** Runs a class statement's body in its namespace; the result is None or the class's cell. */
  public long runClassBody(long body, long namespace) {
    long code = memory.load64(body + Functions.CODE);
    long frame = newFrame(code, memory.load64(body + Functions.GLOBALS), namespace);
    ArgumentBinding.placeCells(this, frame, code, body);
    return runToEnd(frame);
  }

  /** What {@code super()} without arguments means: the class around the method, and its first. */
  public long[] superArguments() {
    long frame = thread.frame();
    if (frame == 0) {
      throw Raise.runtimeError("super(): no current frame");
    }
    long code = memory.load64(frame + Frames.CODE);
    if (memory.load32(code + CodeObjects.ARGCOUNT) == 0) {
      throw Raise.runtimeError("super(): no arguments");
    }
    long object = memory.load64(frame + Frames.FAST);
    int locals = memory.load32(code + CodeObjects.NLOCALS);
    long cellNames = memory.load64(code + CodeObjects.CELLVARS);
    long table = memory.load64(code + CodeObjects.CELL2ARG);
    for (int cell = 0; object == 0 && table != 0 && cell < py.tuples.size(cellNames); cell++) {
      if (memory.load8(table + cell) == 0) {
        object =
            memory.load64(memory.load64(frame + Frames.FAST + 8L * (locals + cell)) + Cells.VALUE);
      }
    }
    if (object == 0) {
      throw Raise.runtimeError("super(): arg[0] deleted");
    }
    return new long[] {classCell(frame, code, locals), object};
  }

  private long classCell(long frame, long code, int locals) {
    long names = memory.load64(code + CodeObjects.FREEVARS);
    int cells = py.tuples.size(memory.load64(code + CodeObjects.CELLVARS));
    for (int index = 0; index < py.tuples.size(names); index++) {
      if (py.strs.text(py.tuples.get(names, index)).equals("__class__")) {
        long cell = memory.load64(frame + Frames.FAST + 8L * (locals + cells + index));
        long type = memory.load64(cell + Cells.VALUE);
        if (type == 0) {
          throw Raise.runtimeError("super(): empty __class__ cell");
        }
        return type;
      }
    }
    throw Raise.runtimeError("super(): __class__ cell not found");
  }
}
