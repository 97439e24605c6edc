package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.util.function.LongSupplier;

/**
 * The functions of {@code sys.settrace} and {@code sys.setprofile}, and when they are called:
 * Python code that hears of what runs (trace_trampoline in Python/sysmodule.c, call_trace in
 * ceval.c).
 */
public final class Tracing implements ExecutionListener {

  private final Machine machine;
  private final Space py;
  private final Memory memory;
  private final LineStarts lines;
  private long tracer;
  private long profiler;
  private int depth;

  Tracing(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    lines = new LineStarts(machine);
  }

  /** The function that is called for calls, lines, returns and exceptions; borrowed, or 0. */
  public long tracer() {
    return tracer;
  }

  /** The function that is called for calls and returns of Python and native code; or 0. */
  public long profiler() {
    return profiler;
  }

  /** Sets the trace function; 0 ends tracing. It may change variables and jump about. */
  public void trace(long function) {
    machine.stepOnly();
    long old = tracer;
    tracer = function == 0 ? 0 : py.own(function);
    machine.attach();
    py.xdecref(old);
  }

  /** Sets the profile function; 0 ends profiling. */
  public void profile(long function) {
    machine.stepOnly();
    long old = profiler;
    profiler = function == 0 ? 0 : py.own(function);
    machine.attach();
    py.xdecref(old);
  }

  /** Calls a function so that it is traced even within a trace function. */
  public long callTraced(long function, long arguments) {
    int saved = depth;
    depth = 0;
    try {
      return py.calls.call(function, arguments, 0L);
    } finally {
      depth = saved;
    }
  }

  boolean isOn() {
    return tracer != 0 || profiler != 0;
  }

  private boolean traces() {
    return tracer != 0 && depth == 0;
  }

  private boolean profiles() {
    return profiler != 0 && depth == 0;
  }

  @Override
  public void entered(long frame) {
    lines.forget(frame);
    if (traces()) {
      tellTracer(tracer, frame, "call", py.none);
    }
    tellProfiler(frame, "call", py.none);
  }

  @Override
  public void instruction(long frame, long top) {
    if (traces()) {
      int line = lines.lineBegunBy(frame);
      if (line != 0) {
        memory.store32(frame + Frames.LINENO, line);
        tellLocalTracer(frame, "line", py.none);
      }
    }
  }

  @Override
  public void left(long frame, long value, boolean yields) {
    lines.forget(frame);
    tellLocalTracer(frame, "return", value);
    tellProfiler(frame, "return", value);
  }

  @Override
  public void unwound(long frame, long exception) {
    left(frame, py.none, false);
  }

  @Override
  public void raised(long frame, long exception) {
    if (traces() && memory.load64(frame + Frames.TRACE) != 0) {
      long traceback = memory.load64(exception + Exceptions.TRACEBACK);
      long what =
          py.tuples.of(py.typeOf(exception), exception, traceback == 0 ? py.none : traceback);
      try {
        tellLocalTracer(frame, "exception", what);
      } finally {
        py.decref(what);
      }
    }
  }

  /** Calls a native function, before and after which the profile function is called. */
  long profiled(long function, LongSupplier call) {
    long frame = machine.thread.frame();
    tellProfiler(frame, "c_call", function);
    long result;
    try {
      result = call.getAsLong();
    } catch (Raise raise) {
      tellProfiler(frame, "c_exception", function);
      throw raise;
    }
    try {
      tellProfiler(frame, "c_return", function);
    } catch (Raise instead) {
      py.decref(result);
      throw instead;
    }
    return result;
  }

  boolean profilesCalls() {
    return profiler != 0;
  }

  private void tellLocalTracer(long frame, String event, long argument) {
    long local = memory.load64(frame + Frames.TRACE);
    if (local != 0 && traces()) {
      tellTracer(local, frame, event, argument);
    }
  }

  /** What the function returns is the frame's trace function from now on. */
  private void tellTracer(long function, long frame, String event, long argument) {
    long result;
    try {
      result = tell(function, frame, event, argument);
    } catch (Raise raise) {
      trace(0);
      py.clear(frame + Frames.TRACE);
      throw raise;
    }
    if (result == py.none) {
      py.decref(result);
    } else {
      py.replace(frame + Frames.TRACE, result);
    }
  }

  private void tellProfiler(long frame, String event, long argument) {
    if (profiles()) {
      try {
        py.decref(tell(profiler, frame, event, argument));
      } catch (Raise raise) {
        profile(0);
        throw raise;
      }
    }
  }

  /** Calls a function with the frame's variables in f_locals, where it can set them. */
  private long tell(long function, long frame, String event, long argument) {
    py.incref(function);
    depth++;
    try {
      machine.frames.locals(frame);
      return py.calls.callWith(function, frame, py.names.of(event), argument);
    } catch (Raise raise) {
      machine.tracebacks.add(py.exceptions.object(raise), frame);
      throw raise;
    } finally {
      depth--;
      machine.frames.variables.toFast(frame);
      py.decref(function);
    }
  }
}
