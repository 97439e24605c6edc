package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Tuples;
import gradus.engine.object.Unary;

/**
 * The awaitable that {@code athrow} and {@code aclose} of an asynchronous generator return; that of
 * {@code aclose} has no arguments.
 */
final class AsyncThrow {

  private static final int GENERATOR = CodeStructs.ASYNC_THROW.offset("agt_gen");
  private static final int ARGUMENTS = CodeStructs.ASYNC_THROW.offset("agt_args");
  private static final int STATE = CodeStructs.ASYNC_THROW.offset("agt_state");

  private final Space py;
  private final Memory memory;
  private final Generators generators;
  private final AsyncGenerators asyncs;
  private final long type;

  AsyncThrow(Space py, Generators generators, AsyncGenerators asyncs) {
    this.py = py;
    this.generators = generators;
    this.asyncs = asyncs;
    memory = py.memory;
    type =
        AwaitState.type(py, "async_generator_athrow", CodeStructs.ASYNC_THROW)
            .slot("tp_iternext", (Unary) self -> send(self, py.none))
            .method1("send", this::send)
            .methods("throw", 0, Integer.MAX_VALUE, this::raise)
            .method("close", this::close)
            .ready();
  }

  /** An awaitable that raises what a tuple says, or that closes if there is none. */
  long of(long generator, long arguments) {
    long awaitable = py.create(type);
    memory.store64(awaitable + GENERATOR, py.own(generator));
    memory.store64(awaitable + ARGUMENTS, arguments == 0 ? 0 : py.own(arguments));
    return awaitable;
  }

  private long send(long self, long value) {
    long generator = memory.load64(self + GENERATOR);
    long frame = memory.load64(generator + Generators.FRAME);
    int state = memory.load32(self + STATE);
    boolean ended = frame == 0 || memory.load64(frame + Frames.STACKTOP) == 0;
    boolean late = state == AwaitState.INIT && asyncs.isClosed(generator);
    if (ended || late || state == AwaitState.CLOSED) {
      throw Raise.stopIteration();
    }
    if (state == AwaitState.INIT) {
      requireNone(value);
      memory.store32(self + STATE, AwaitState.ITERATING);
      return begin(self, generator);
    }
    return proceed(self, generator, value);
  }

  private void requireNone(long value) {
    if (value != py.none) {
      throw notStarted();
    }
  }

  private static Raise notStarted() {
    return Raise.runtimeError("can't send non-None value to a just-started coroutine");
  }

  private long begin(long self, long generator) {
    long arguments = memory.load64(self + ARGUMENTS);
    try {
      if (arguments == 0) {
        asyncs.close(generator);
        long exit = py.exceptions.type("GeneratorExit");
        return closing(generators.throwing.throwInto(generator, exit, 0, 0, false));
      }
      int count = py.tuples.size(arguments);
      py.arguments.unpack("athrow", count, 1, 3);
      return raised(generator, arguments + Tuples.ITEMS, count, false);
    } catch (Raise thrown) {
      throw checked(self, thrown);
    }
  }

  private long proceed(long self, long generator, long value) {
    if (memory.load64(self + ARGUMENTS) != 0) {
      long result;
      try {
        result = generators.resumption.send(generator, value);
      } catch (Raise thrown) {
        throw asyncs.ended(generator, thrown);
      }
      return asyncs.unwrapped(result);
    }
    try {
      return closing(generators.resumption.send(generator, value));
    } catch (Raise thrown) {
      throw checked(self, thrown);
    }
  }

  private long raised(long generator, long items, int count, boolean closesInner) {
    long result;
    try {
      result = generators.throwing.withArguments(generator, items, count, closesInner);
    } catch (Raise thrown) {
      throw asyncs.ended(generator, thrown);
    }
    return asyncs.unwrapped(result);
  }

  /** A generator that is being closed may await, but not yield. */
  private long closing(long result) {
    if (asyncs.isYielded(result)) {
      py.decref(result);
      throw Raise.runtimeError("async generator ignored GeneratorExit");
    }
    return result;
  }

  /** The generator's end is the awaitable's, too; for aclose it is what was wanted. */
  private Raise checked(long self, Raise thrown) {
    if (!py.exceptions.matches(thrown, "StopAsyncIteration")
        && !py.exceptions.matches(thrown, "GeneratorExit")) {
      return thrown;
    }
    memory.store32(self + STATE, AwaitState.CLOSED);
    if (memory.load64(self + ARGUMENTS) != 0) {
      return thrown;
    }
    py.exceptions.drop(thrown);
    return Raise.stopIteration();
  }

  private long raise(long self, long args, int count, long names) {
    int state = memory.load32(self + STATE);
    if (state == AwaitState.INIT) {
      throw notStarted();
    }
    if (state == AwaitState.CLOSED) {
      throw Raise.stopIteration();
    }
    py.arguments.unpack("throw", count, 1, 3);
    long generator = memory.load64(self + GENERATOR);
    return memory.load64(self + ARGUMENTS) != 0
        ? raised(generator, args, count, true)
        : closing(generators.throwing.withArguments(generator, args, count, true));
  }

  private long close(long self) {
    memory.store32(self + STATE, AwaitState.CLOSED);
    return py.newNone();
  }
}
