package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/**
 * Asynchronous generators (PEP 525): what they yield is wrapped, so that it can be told apart from
 * what they await; their methods return awaitables.
 */
public final class AsyncGenerators {

  private static final int FINALIZER = CodeStructs.ASYNC_GENERATOR.offset("ag_finalizer");
  private static final int HOOKS_ASKED = CodeStructs.ASYNC_GENERATOR.offset("ag_hooks_inited");
  private static final int CLOSED = CodeStructs.ASYNC_GENERATOR.offset("ag_closed");
  private static final int VALUE = CodeStructs.ASYNC_VALUE.offset("agw_val");

  private final Space py;
  private final Memory memory;
  private final AsyncSend send;
  private final AsyncThrow athrow;
  private final long type;
  private final long valueType;
  private long firstIteration;
  private long finalizer;

  AsyncGenerators(Machine machine, Generators generators) {
    py = machine.py;
    memory = py.memory;
    send = new AsyncSend(py, generators, this);
    athrow = new AsyncThrow(py, generators, this);
    valueType = valueType();
    type =
        generators
            .common("async_generator", "ag", "await", CodeStructs.ASYNC_GENERATOR)
            .slot("am_aiter", (Unary) py::own)
            .slot("am_anext", (Unary) self -> hooked(self).of(self, py.none))
            .method1("asend", (self, value) -> hooked(self).of(self, value))
            .methods("athrow", 0, Integer.MAX_VALUE, this::athrow)
            .method("aclose", this::aclose)
            .ready();
  }

  /** The type {@code async_generator}. */
  public long type() {
    return type;
  }

  private long valueType() {
    return TypeBuilder.define(py, "async_generator_wrapped_value", CodeStructs.ASYNC_VALUE)
        .container((object, visitor) -> visitor.accept(memory.load64(object + VALUE)))
        .dealloc(
            object -> {
              py.untrack(object);
              py.decref(memory.load64(object + VALUE));
              py.free(object);
            })
        .ready();
  }

  private AsyncSend hooked(long generator) {
    askHooks(generator);
    return send;
  }

  private long athrow(long self, long args, int count, long names) {
    askHooks(self);
    long tuple = py.tuples.ofArray(args, count);
    try {
      return athrow.of(self, tuple);
    } finally {
      py.decref(tuple);
    }
  }

  private long aclose(long self) {
    askHooks(self);
    return athrow.of(self, 0);
  }

  /** Tells an event loop of a generator that is iterated for the first time. */
  private void askHooks(long generator) {
    if (memory.load32(generator + HOOKS_ASKED) != 0) {
      return;
    }
    memory.store32(generator + HOOKS_ASKED, 1);
    memory.store64(generator + FINALIZER, finalizer == 0 ? 0 : py.own(finalizer));
    if (firstIteration != 0) {
      py.decref(py.calls.call(firstIteration, generator));
    }
  }

  /** The hook for first iterations, borrowed, or None. */
  public long firstIteration() {
    return firstIteration == 0 ? py.none : firstIteration;
  }

  /** The hook for generators that end while suspended, borrowed, or None. */
  public long finalizer() {
    return finalizer == 0 ? py.none : finalizer;
  }

  public void setFirstIteration(long hook) {
    long old = firstIteration;
    firstIteration = hook == py.none ? 0 : py.own(hook);
    py.xdecref(old);
  }

  public void setFinalizer(long hook) {
    long old = finalizer;
    finalizer = hook == py.none ? 0 : py.own(hook);
    py.xdecref(old);
  }

  /** What a frame yielded: wrapped if it was not yielded by what the generator awaits. */
  long yielded(long frame, long result) {
    long code = memory.load64(memory.load64(frame + Frames.CODE) + CodeObjects.CODE);
    if (py.bytes.at(code, memory.load32(frame + Frames.LASTI)) != Ops.YIELD_VALUE) {
      return result;
    }
    long wrapped = py.create(valueType);
    memory.store64(wrapped + VALUE, result);
    return wrapped;
  }

  boolean isYielded(long result) {
    return py.typeOf(result) == valueType;
  }

  /** Turns what was yielded into the result of the awaitable; the reference is taken over. */
  long unwrapped(long result) {
    if (!isYielded(result)) {
      return result;
    }
    Raise stop = py.exceptions.stopIteration(memory.load64(result + VALUE));
    py.decref(result);
    throw stop;
  }

  /** Notes whether an exception that left a generator was its end. */
  Raise ended(long generator, Raise thrown) {
    if (py.exceptions.matches(thrown, "StopAsyncIteration")
        || py.exceptions.matches(thrown, "GeneratorExit")) {
      close(generator);
    }
    return thrown;
  }

  boolean isClosed(long generator) {
    return memory.load32(generator + CLOSED) != 0;
  }

  void close(long generator) {
    memory.store32(generator + CLOSED, 1);
  }

  /** Whether a generator that ends while suspended was handed to its event loop instead. */
  boolean finalizedByHook(long generator) {
    long hook = memory.load64(generator + FINALIZER);
    if (hook == 0 || isClosed(generator)) {
      return false;
    }
    py.decref(py.calls.call(hook, generator));
    return true;
  }

  void release(long generator) {
    py.clear(generator + FINALIZER);
  }
}
