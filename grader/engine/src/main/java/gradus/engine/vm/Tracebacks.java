package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;

/** Traceback objects: the frames an exception has passed (Python/traceback.c). */
public final class Tracebacks {

  public static final int NEXT = CodeStructs.TRACEBACK.offset("tb_next");
  public static final int FRAME = CodeStructs.TRACEBACK.offset("tb_frame");
  public static final int LASTI = CodeStructs.TRACEBACK.offset("tb_lasti");
  public static final int LINENO = CodeStructs.TRACEBACK.offset("tb_lineno");

  private final Space py;
  private final Memory memory;
  private final Frames frames;
  private final long type;

  Tracebacks(Space py, Frames frames) {
    this.py = py;
    this.frames = frames;
    memory = py.memory;
    type =
        TypeBuilder.define(py, "traceback", CodeStructs.TRACEBACK)
            .container(
                (object, visitor) -> {
                  if (memory.load64(object + NEXT) != 0) {
                    visitor.accept(memory.load64(object + NEXT));
                  }
                  visitor.accept(memory.load64(object + FRAME));
                })
            .clear(
                object -> {
                  py.clear(object + NEXT);
                  py.clear(object + FRAME);
                })
            .dealloc(
                object -> {
                  py.untrack(object);
                  py.xdecref(memory.load64(object + NEXT));
                  py.xdecref(memory.load64(object + FRAME));
                  py.free(object);
                })
            .member("tb_next", NEXT, MemberKind.OBJECT)
            .member("tb_frame", FRAME, MemberKind.OBJECT)
            .member("tb_lasti", LASTI, MemberKind.INT)
            .member("tb_lineno", LINENO, MemberKind.INT)
            .ready();
  }

  public long type() {
    return type;
  }

  /** Puts a frame in front of an exception's traceback. */
  void add(long exception, long frame) {
    long traceback = py.create(type);
    memory.store64(traceback + NEXT, memory.load64(exception + Exceptions.TRACEBACK));
    memory.store64(traceback + FRAME, py.own(frame));
    memory.store32(traceback + LASTI, memory.load32(frame + Frames.LASTI));
    memory.store32(traceback + LINENO, frames.line(frame));
    memory.store64(exception + Exceptions.TRACEBACK, traceback);
  }
}
