package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import org.jspecify.annotations.Nullable;

/**
 * Runs a suspended frame up to its next yield, for all three kinds of generator (gen_send_ex in
 * Objects/genobject.c).
 */
final class Resumption {

  /** What {@link #send} returns for a generator that came to its end with None. */
  static final long FINISHED = -1;

  private static final int FRAME = Generators.FRAME;
  private static final int RUNNING = Generators.RUNNING;
  private static final int CODE = Generators.CODE;
  private static final int MAY_NOT_STOP =
      Flags.GENERATOR_STOP | Flags.COROUTINE | Flags.ITERABLE_COROUTINE | Flags.ASYNC_GENERATOR;

  private final Machine machine;
  private final Generators generators;
  private final Space py;
  private final Memory memory;

  Resumption(Machine machine, Generators generators) {
    this.machine = machine;
    this.generators = generators;
    py = machine.py;
    memory = py.memory;
  }

  /** Sends a value; the result is a value yielded, or {@link #FINISHED}. */
  long send(long generator, long value) {
    return resume(generator, value, null, false);
  }

  /** The same as sending None, which is what happens most often. */
  long next(long generator) {
    long frame = memory.load64(generator + FRAME);
    if (frame == 0 || memory.load8(generator + RUNNING) != 0) {
      return resume(generator, py.none, null, false);
    }
    long[] near = memory.segmentOf(frame);
    long top = Memory.get64(near, frame + Frames.STACKTOP);
    if (top == 0) {
      return resume(generator, py.none, null, false);
    }
    if (Memory.get32(near, frame + Frames.LASTI) != -1) {
      py.incref(py.none);
      Memory.put64(near, top, py.none);
      Memory.put64(near, frame + Frames.STACKTOP, top + 8);
    }
    return run(generator, frame, null);
  }

  /** The same for a caller that wants the end told by an exception. */
  long sendOrStop(long generator, long value) {
    long result = send(generator, value);
    if (result == FINISHED) {
      throw Raise.stopIteration();
    }
    return result;
  }

  /** Raises an exception where the generator is suspended. */
  long raise(long generator, Raise raise) {
    return resume(generator, py.none, raise, false);
  }

  /** Raises what is to end the generator; one that has ended already lets it through. */
  long end(long generator, Raise raise) {
    return resume(generator, py.none, raise, true);
  }

  private long resume(long generator, long value, @Nullable Raise raise, boolean closing) {
    long frame = memory.load64(generator + FRAME);
    if (memory.load8(generator + RUNNING) != 0) {
      throw Raise.valueError(generators.kind(generator) + " already executing");
    }
    if (frame == 0 || memory.load64(frame + Frames.STACKTOP) == 0) {
      return ended(generator, raise, closing);
    }
    if (memory.load32(frame + Frames.LASTI) == -1) {
      if (value != py.none && raise == null) {
        throw Raise.typeError(
            "can't send non-None value to a just-started " + generators.kind(generator));
      }
    } else {
      long top = memory.load64(frame + Frames.STACKTOP);
      memory.store64(top, py.own(value));
      memory.store64(frame + Frames.STACKTOP, top + 8);
    }
    return run(generator, frame, raise);
  }

  private long ended(long generator, @Nullable Raise raise, boolean closing) {
    if (generators.isCoroutine(generator) && !closing) {
      if (raise != null) {
        py.exceptions.drop(raise);
      }
      throw Raise.runtimeError("cannot reuse already awaited coroutine");
    }
    if (raise != null) {
      throw raise;
    }
    return finished(generator);
  }

  private long finished(long generator) {
    if (generators.isAsync(generator)) {
      throw Raise.of("StopAsyncIteration", "");
    }
    return FINISHED;
  }

  private long run(long generator, long frame, @Nullable Raise raise) {
    long back = machine.thread.frame();
    memory.store64(frame + Frames.BACK, back == 0 ? 0 : py.own(back));
    memory.store64(generator + RUNNING, 1);
    long result;
    try {
      result = raise == null ? machine.resume(frame, back) : machine.run(frame, raise);
    } catch (Raise thrown) {
      finish(generator, frame);
      throw replaced(generator, thrown);
    } finally {
      memory.store64(generator + RUNNING, 0);
      // The frame may be back in its code's hands by now, but its memory is still there.
      if (memory.load64(generator + FRAME) != 0) {
        py.clear(frame + Frames.BACK);
      }
    }
    if (memory.load64(frame + Frames.STACKTOP) != 0) {
      return generators.isAsync(generator) ? generators.asyncs.yielded(frame, result) : result;
    }
    finish(generator, frame);
    return returned(generator, result);
  }

  private long returned(long generator, long result) {
    if (result == py.none) {
      py.decref(result);
      if (generators.isCoroutine(generator)) {
        throw Raise.stopIteration();
      }
      return finished(generator);
    }
    Raise stop = py.exceptions.stopIteration(result);
    py.decref(result);
    throw stop;
  }

  private void finish(long generator, long frame) {
    py.clear(frame + Frames.BACK);
    memory.store64(frame + Frames.GEN, 0);
    memory.store64(generator + FRAME, 0);
    py.decref(frame);
  }

  /** An exception by which a generator would seem to end is an error where it may not be one. */
  private Raise replaced(long generator, Raise thrown) {
    int flags = memory.load32(memory.load64(generator + CODE) + CodeObjects.FLAGS);
    String leaked = "";
    if ((flags & MAY_NOT_STOP) != 0 && py.exceptions.matches(thrown, "StopIteration")) {
      leaked = "StopIteration";
    } else if (generators.isAsync(generator)
        && py.exceptions.matches(thrown, "StopAsyncIteration")) {
      leaked = "StopAsyncIteration";
    }
    return leaked.isEmpty()
        ? thrown
        : because(thrown, Raise.runtimeError(generators.kind(generator) + " raised " + leaked));
  }

  /** An error whose cause and context is another, which is taken over. */
  Raise because(Raise thrown, Raise error) {
    long exception = py.exceptions.object(error);
    long cause = py.exceptions.object(thrown);
    py.replace(exception + Exceptions.CAUSE, py.own(cause));
    py.replace(exception + Exceptions.CONTEXT, cause);
    memory.store8(exception + Exceptions.SUPPRESS, 1);
    return error;
  }
}
