package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * Raises exceptions within generators, and passes them on to what a generator delegates to: {@code
 * throw} and {@code close} (Objects/genobject.c).
 */
final class GeneratorThrow {

  private static final long FINISHED = Resumption.FINISHED;
  private static final int FRAME = Generators.FRAME;
  private static final int RUNNING = Generators.RUNNING;

  private final Machine machine;
  private final Generators generators;
  private final Resumption resumption;
  private final Space py;
  private final Memory memory;

  GeneratorThrow(Machine machine, Generators generators) {
    this.machine = machine;
    this.generators = generators;
    resumption = generators.resumption;
    py = machine.py;
    memory = py.memory;
  }

  long closeMethod(long generator) {
    close(generator);
    return py.newNone();
  }

  /** Ends a generator with GeneratorExit, after what it delegates to. */
  void close(long generator) {
    Raise raise = Raise.of("GeneratorExit", "");
    long inner = generators.yieldFrom(generator);
    if (inner != 0) {
      py.incref(inner);
      memory.store8(generator + RUNNING, 1);
      try {
        closeIterator(inner);
      } catch (Raise thrown) {
        raise = thrown;
      }
      memory.store8(generator + RUNNING, 0);
      py.decref(inner);
    }
    try {
      long result = resumption.end(generator, raise);
      if (result != FINISHED) {
        py.decref(result);
        throw Raise.runtimeError(generators.kind(generator) + " ignored GeneratorExit");
      }
    } catch (Raise thrown) {
      if (!py.exceptions.matches(thrown, "StopIteration")) {
        py.exceptions.swallow(thrown, "GeneratorExit");
      } else {
        py.exceptions.drop(thrown);
      }
    }
  }

  private void closeIterator(long iterator) {
    if (generators.is(iterator) || generators.isCoroutine(iterator)) {
      close(iterator);
      return;
    }
    long method = closerOf(iterator);
    if (method != 0) {
      try {
        py.decref(py.calls.call(method));
      } finally {
        py.decref(method);
      }
    }
  }

  /** An iterator's {@code close}, or 0; trouble in looking for it is reported, not raised. */
  private long closerOf(long iterator) {
    try {
      return py.attributes.find(iterator, "close");
    } catch (Raise raise) {
      py.exceptions.unraisable(raise, iterator);
      return 0;
    }
  }

  /** The method {@code throw}. */
  long method(long generator, long args, int count, long names) {
    py.arguments.unpack("throw", count, 1, 3);
    long result = withArguments(generator, args, count, true);
    if (result == FINISHED) {
      throw Raise.stopIteration();
    }
    return result;
  }

  /**
   * Raises what the arguments of {@code throw} say.
   *
   * @param closesInner whether GeneratorExit closes what the generator delegates to
   * @return a value yielded, or {@link Resumption#FINISHED}
   */
  long withArguments(long generator, long args, int count, boolean closesInner) {
    long thrownType = py.arguments.get(args, 0);
    long value = count > 1 ? py.arguments.get(args, 1) : 0;
    long traceback = count > 2 ? py.arguments.get(args, 2) : 0;
    return throwInto(generator, thrownType, value, traceback, closesInner);
  }

  /** The same with the parts of an exception, of which those not given are 0. */
  long throwInto(long generator, long thrownType, long value, long traceback, boolean closesInner) {
    long inner = generators.yieldFrom(generator);
    if (inner == 0) {
      return resumption.raise(generator, exception(thrownType, value, traceback));
    }
    py.incref(inner);
    try {
      boolean exit = machine.raising.matches(thrownType, py.exceptions.type("GeneratorExit"));
      return exit && closesInner
          ? exitInner(generator, inner, thrownType, value, traceback)
          : throwInner(generator, inner, thrownType, value, traceback, closesInner);
    } finally {
      py.decref(inner);
    }
  }

  private long exitInner(long generator, long inner, long thrownType, long value, long traceback) {
    memory.store8(generator + RUNNING, 1);
    try {
      closeIterator(inner);
    } catch (Raise thrown) {
      memory.store8(generator + RUNNING, 0);
      return resumption.raise(generator, thrown);
    }
    memory.store8(generator + RUNNING, 0);
    return resumption.raise(generator, exception(thrownType, value, traceback));
  }

  private long throwInner(
      long generator,
      long inner,
      long thrownType,
      long value,
      long traceback,
      boolean closesInner) {
    long result;
    memory.store8(generator + RUNNING, 1);
    try {
      result = throwTo(inner, thrownType, value, traceback, closesInner);
    } catch (Raise thrown) {
      memory.store8(generator + RUNNING, 0);
      return afterInner(generator, thrown);
    }
    memory.store8(generator + RUNNING, 0);
    if (result == 0) {
      return resumption.raise(generator, exception(thrownType, value, traceback));
    }
    return result != FINISHED ? result : afterInner(generator, Raise.stopIteration());
  }

  /** Throws into the inner iterator; 0 if it has no such method. */
  private long throwTo(
      long inner, long thrownType, long value, long traceback, boolean closesInner) {
    if (generators.is(inner) || generators.isCoroutine(inner)) {
      return throwInto(inner, thrownType, value, traceback, closesInner);
    }
    long method = py.attributes.find(inner, "throw");
    if (method == 0) {
      return 0;
    }
    try {
      if (value == 0) {
        return py.calls.call(method, thrownType);
      }
      return traceback == 0
          ? py.calls.callWith(method, thrownType, value)
          : py.calls.callWith(method, thrownType, value, traceback);
    } finally {
      py.decref(method);
    }
  }

  /** The inner iterator ended: a StopIteration's value is what yield from yields. */
  private long afterInner(long generator, Raise thrown) {
    long frame = memory.load64(generator + FRAME);
    long top = memory.load64(frame + Frames.STACKTOP) - 8;
    py.decref(memory.load64(top));
    memory.store64(frame + Frames.STACKTOP, top);
    memory.store32(frame + Frames.LASTI, memory.load32(frame + Frames.LASTI) + 2);
    if (!py.exceptions.matches(thrown, "StopIteration")) {
      return resumption.raise(generator, thrown);
    }
    long value = generators.stopValue(thrown);
    try {
      return resumption.send(generator, value);
    } finally {
      py.decref(value);
    }
  }

  private Raise exception(long thrownType, long value, long traceback) {
    if (given(traceback) && py.typeOf(traceback) != machine.tracebacks.type()) {
      throw Raise.typeError("throw() third argument must be a traceback object");
    }
    long exception;
    if (py.types.isType(thrownType)
        && py.typeObjects.isSubtype(thrownType, py.exceptions.type("BaseException"))) {
      exception = machine.raising.instantiate(thrownType, value == 0 ? py.none : value);
    } else if (py.types.isException(thrownType)) {
      if (given(value)) {
        throw Raise.typeError("instance exception may not have a separate value");
      }
      exception = py.own(thrownType);
    } else {
      throw Raise.typeError(
          "exceptions must be classes or instances deriving from BaseException, not "
              + py.typeName(thrownType));
    }
    if (given(traceback)) {
      py.replace(exception + Exceptions.TRACEBACK, py.own(traceback));
    }
    return Raise.object(exception);
  }

  private boolean given(long part) {
    return part != 0 && part != py.none;
  }
}
