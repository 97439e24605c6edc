package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Space;

/** What the interpreter knows of its one thread: the running frame, the exception being handled. */
public final class ThreadState {

  static final int FRAME = CodeStructs.THREAD_STATE.offset("frame");
  static final int EXC_TYPE = CodeStructs.THREAD_STATE.offset("exc_type");

  private final Space py;
  private final Memory memory;
  private final long address;

  ThreadState(Space py) {
    this.py = py;
    memory = py.memory;
    address = py.allocator.calloc(1, CodeStructs.THREAD_STATE.size());
  }

  /** The running frame, borrowed, or 0. */
  public long frame() {
    return memory.load64(address + FRAME);
  }

  void setFrame(long frame) {
    memory.store64(address + FRAME, frame);
  }

  /** The address of the three fields type, value and traceback of the exception being handled. */
  long handled() {
    return address + EXC_TYPE;
  }

  /** The exception being handled, borrowed, or 0. */
  public long handledValue() {
    long value = memory.load64(address + EXC_TYPE + 8);
    return value == py.none ? 0 : value;
  }

  /** Says that an exception is being handled now; references of its own are taken. */
  void handle(long exception) {
    long traceback = memory.load64(exception + Exceptions.TRACEBACK);
    set(
        py.own(py.typeOf(exception)),
        py.own(exception),
        py.own(traceback == 0 ? py.none : traceback));
  }

  /** Sets the three fields, taking the references over. */
  void set(long type, long value, long traceback) {
    py.replace(handled(), type);
    py.replace(handled() + 8, value);
    py.replace(handled() + 16, traceback);
  }

  /** Exchanges the three fields with those of a generator's frame. */
  void swap(long frame) {
    for (int field = 0; field < 24; field += 8) {
      long mine = memory.load64(handled() + field);
      memory.store64(handled() + field, memory.load64(frame + Frames.EXC_TYPE + field));
      memory.store64(frame + Frames.EXC_TYPE + field, mine);
    }
  }

  /** Copies the three fields to a generator's frame, so that they can be restored later. */
  void save(long frame) {
    long[] own = memory.segmentOf(address);
    long[] near = memory.segmentOf(frame);
    long fields = frame + Frames.EXC_TYPE;
    if (isNone(own, handled()) && isEmpty(near, fields)) {
      memory.add64(py.none, 3);
      Memory.put64(near, fields, py.none);
      Memory.put64(near, fields + 8, py.none);
      Memory.put64(near, fields + 16, py.none);
      return;
    }
    for (int field = 0; field < 24; field += 8) {
      long mine = memory.load64(address + EXC_TYPE + field);
      py.replace(frame + Frames.EXC_TYPE + field, py.own(mine == 0 ? py.none : mine));
    }
  }

  /** Takes the three fields back from a generator's frame, which has none from then on. */
  void restore(long frame) {
    long[] own = memory.segmentOf(address);
    long[] near = memory.segmentOf(frame);
    long fields = frame + Frames.EXC_TYPE;
    if (isNone(own, handled()) && isNone(near, fields)) {
      memory.add64(py.none, -3);
      Memory.put64(near, fields, 0);
      Memory.put64(near, fields + 8, 0);
      Memory.put64(near, fields + 16, 0);
      return;
    }
    for (int field = 0; field < 24; field += 8) {
      long saved = memory.load64(frame + Frames.EXC_TYPE + field);
      memory.store64(frame + Frames.EXC_TYPE + field, 0);
      py.replace(handled() + field, saved);
    }
  }

  /** Mostly no exception is being handled. */
  private boolean isNone(long[] near, long at) {
    return Memory.get64(near, at) == py.none
        && Memory.get64(near, at + 8) == py.none
        && Memory.get64(near, at + 16) == py.none;
  }

  private static boolean isEmpty(long[] near, long at) {
    return (Memory.get64(near, at) | Memory.get64(near, at + 8) | Memory.get64(near, at + 16)) == 0;
  }
}
