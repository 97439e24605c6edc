package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Unary;
import java.util.function.LongSupplier;

/** The awaitable that {@code __anext__} and {@code asend} return: runs up to the next yield. */
final class AsyncSend {

  private static final int GENERATOR = CodeStructs.ASYNC_SEND.offset("ags_gen");
  private static final int VALUE = CodeStructs.ASYNC_SEND.offset("ags_sendval");
  private static final int STATE = CodeStructs.ASYNC_SEND.offset("ags_state");

  private final Space py;
  private final Memory memory;
  private final Generators generators;
  private final AsyncGenerators asyncs;
  private final long type;

  AsyncSend(Space py, Generators generators, AsyncGenerators asyncs) {
    this.py = py;
    this.generators = generators;
    this.asyncs = asyncs;
    memory = py.memory;
    type =
        AwaitState.type(py, "async_generator_asend", CodeStructs.ASYNC_SEND)
            .slot("tp_iternext", (Unary) self -> send(self, py.none))
            .method1("send", this::send)
            .methods("throw", 0, Integer.MAX_VALUE, this::raise)
            .method("close", this::close)
            .ready();
  }

  /** An awaitable that sends a value. */
  long of(long generator, long value) {
    long awaitable = py.create(type);
    memory.store64(awaitable + GENERATOR, py.own(generator));
    memory.store64(awaitable + VALUE, py.own(value));
    return awaitable;
  }

  private long send(long self, long value) {
    int state = memory.load32(self + STATE);
    if (state == AwaitState.CLOSED) {
      throw Raise.stopIteration();
    }
    boolean first = state == AwaitState.INIT && value == py.none;
    memory.store32(self + STATE, AwaitState.ITERATING);
    long sent = first ? memory.load64(self + VALUE) : value;
    return run(self, () -> generators.resumption.send(memory.load64(self + GENERATOR), sent));
  }

  private long raise(long self, long args, int count, long names) {
    if (memory.load32(self + STATE) == AwaitState.CLOSED) {
      throw Raise.stopIteration();
    }
    py.arguments.unpack("throw", count, 1, 3);
    long generator = memory.load64(self + GENERATOR);
    return run(self, () -> generators.throwing.withArguments(generator, args, count, true));
  }

  /** Whatever ends the run, a value that was yielded among it, ends the awaitable. */
  private long run(long self, LongSupplier action) {
    try {
      long result;
      try {
        result = action.getAsLong();
      } catch (Raise thrown) {
        throw asyncs.ended(memory.load64(self + GENERATOR), thrown);
      }
      return asyncs.unwrapped(result);
    } catch (Raise thrown) {
      memory.store32(self + STATE, AwaitState.CLOSED);
      throw thrown;
    }
  }

  private long close(long self) {
    memory.store32(self + STATE, AwaitState.CLOSED);
    return py.newNone();
  }
}
