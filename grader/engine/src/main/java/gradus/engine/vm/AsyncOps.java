package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** The opcodes of {@code await} and {@code async for} (PEP 492). */
final class AsyncOps {

  private final Machine machine;
  private final Space py;
  private final Memory memory;

  AsyncOps(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
  }

  long run(long frame, long sp, int op) {
    return switch (op) {
      case Ops.GET_AWAITABLE -> awaitable(frame, sp);
      case Ops.GET_AITER -> iterator(sp);
      default -> next(sp);
    };
  }

  private long replaceTop(long sp, long value) {
    long old = memory.load64(sp - 8);
    memory.store64(sp - 8, value);
    py.decref(old);
    return sp;
  }

  private long awaitable(long frame, long sp) {
    long object = memory.load64(sp - 8);
    requireAwaitable(frame, object);
    long iterator = machine.generators.coroutines.awaitable(object);
    if (machine.generators.isCoroutine(iterator) && machine.generators.yieldFrom(iterator) != 0) {
      py.decref(iterator);
      throw Raise.runtimeError("coroutine is being awaited already");
    }
    return replaceTop(sp, iterator);
  }

  /** What {@code async with} gets from its context manager is told from what a program awaits. */
  private void requireAwaitable(long frame, long object) {
    if (machine.generators.coroutines.isAwaitable(object)) {
      return;
    }
    long code = memory.load64(memory.load64(frame + Frames.CODE) + CodeObjects.CODE);
    int before = py.bytes.at(code, memory.load32(frame + Frames.LASTI) - 2);
    if (before == Ops.BEFORE_ASYNC_WITH || before == Ops.WITH_CLEANUP_START) {
      throw Raise.typeError(
          "'async with' received an object from %s that does not implement __await__: %s"
              .formatted(
                  before == Ops.BEFORE_ASYNC_WITH ? "__aenter__" : "__aexit__",
                  py.typeName(object)));
    }
  }

  private long iterator(long sp) {
    long object = memory.load64(sp - 8);
    long iterator = py.calls.special(object, "__aiter__");
    if (iterator == 0) {
      throw Raise.typeError(
          "'async for' requires an object with __aiter__ method, got " + py.typeName(object));
    }
    try {
      // The compiler awaits what __aiter__ returned, as it did when that was an awaitable.
      return replaceTop(
          sp,
          py.calls.hasSpecial(iterator, "__anext__")
              ? machine.generators.coroutines.resolved(iterator)
              : awaitableIterator(object, iterator));
    } finally {
      py.decref(iterator);
    }
  }

  private long awaitableIterator(long object, long iterator) {
    long awaitable = received(iterator, "__aiter__");
    try {
      machine.warnings.warn(
          "DeprecationWarning",
          "'%s' implements legacy __aiter__ protocol; __aiter__ should return an asynchronous"
                  .formatted(py.typeName(object))
              + " iterator, not awaitable");
    } catch (Raise raise) {
      py.decref(awaitable);
      throw raise;
    }
    return awaitable;
  }

  private long next(long sp) {
    long object = memory.load64(sp - 8);
    long next = py.calls.special(object, "__anext__");
    if (next == 0) {
      throw Raise.typeError(
          "'async for' requires an iterator with __anext__ method, got " + py.typeName(object));
    }
    if (machine.generators.isAsync(object)) {
      memory.store64(sp, next);
      return sp + 8;
    }
    try {
      memory.store64(sp, received(next, "__anext__"));
    } finally {
      py.decref(next);
    }
    return sp + 8;
  }

  private long received(long object, String method) {
    try {
      return machine.generators.coroutines.awaitable(object);
    } catch (Raise raise) {
      throw machine.generators.resumption.because(
          raise,
          Raise.typeError(
              "'async for' received an invalid object from %s: %s"
                  .formatted(method, py.typeName(object))));
    }
  }
}
