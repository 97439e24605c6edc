package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import org.jspecify.annotations.Nullable;

/** Generators and coroutines: a frame that is run piece by piece (Objects/genobject.c). */
public final class Generators {

  static final int FRAME = CodeStructs.GENERATOR.offset("gi_frame");
  static final int RUNNING = CodeStructs.GENERATOR.offset("gi_running");
  static final int CODE = CodeStructs.GENERATOR.offset("gi_code");
  private static final int WEAKLIST = CodeStructs.GENERATOR.offset("gi_weakreflist");
  private static final int NAME = CodeStructs.GENERATOR.offset("gi_name");
  private static final int QUALNAME = CodeStructs.GENERATOR.offset("gi_qualname");

  private final Machine machine;
  private final Space py;
  private final Memory memory;
  private final long type;
  private final long coroutineType;
  private final long wrapperType;
  private final long resolvedType;

  Generators(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    type =
        common("generator", "gi")
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", (Unary) this::next)
            .ready();
    coroutineType = common("coroutine", "cr").slot("am_await", (Unary) this::await).ready();
    wrapperType = wrapper();
    resolvedType = resolvedType();
  }

  private TypeBuilder common(String name, String prefix) {
    return TypeBuilder.define(py, name, CodeStructs.GENERATOR)
        .container(
            (object, visitor) -> {
              for (int field : new int[] {FRAME, CODE}) {
                if (memory.load64(object + field) != 0) {
                  visitor.accept(memory.load64(object + field));
                }
              }
            })
        .dealloc(this::dealloc)
        .slot("tp_finalize", (Unary) this::finalizeSuspended)
        .weakListAt(WEAKLIST)
        .slot("tp_repr", (Unary) this::repr)
        .method1("send", (self, value) -> checked(self, value))
        .methods("throw", 1, 3, this::throwMethod)
        .method("close", this::closeMethod)
        .member(prefix + "_frame", FRAME, MemberKind.OBJECT)
        .member(prefix + "_running", RUNNING, MemberKind.BOOL)
        .member(prefix + "_code", CODE, MemberKind.OBJECT)
        .getter(prefix + (prefix.equals("gi") ? "_yieldfrom" : "_await"), this::yieldFromAttribute)
        .property("__name__", self -> py.own(memory.load64(self + NAME)), (s, v) -> set(s, v, NAME))
        .property(
            "__qualname__",
            self -> py.own(memory.load64(self + QUALNAME)),
            (s, v) -> set(s, v, QUALNAME));
  }

  private TypeBuilder wrapperBuilder() {
    return TypeBuilder.define(py, "coroutine_wrapper", CodeStructs.CELL)
        .container((object, visitor) -> visitor.accept(inner(object)))
        .dealloc(
            object -> {
              py.untrack(object);
              py.decref(inner(object));
              py.free(object);
            });
  }

  private long wrapper() {
    return wrapperBuilder()
        .slot("tp_iter", (Unary) py::own)
        .slot("tp_iternext", (Unary) self -> next(inner(self)))
        .method1("send", (self, value) -> checked(inner(self), value))
        .methods("throw", 1, 3, (self, args, n, k) -> throwMethod(inner(self), args, n, k))
        .method("close", self -> closeMethod(inner(self)))
        .ready();
  }

  private long resolvedType() {
    return TypeBuilder.define(py, "aiter_wrapper", CodeStructs.CELL)
        .container((object, visitor) -> visitor.accept(inner(object)))
        .dealloc(
            object -> {
              py.untrack(object);
              py.decref(inner(object));
              py.free(object);
            })
        .slot("tp_iter", (Unary) py::own)
        .slot("am_await", (Unary) py::own)
        .slot(
            "tp_iternext",
            (Unary)
                self -> {
                  throw py.exceptions.stopIteration(inner(self));
                })
        .ready();
  }

  /** An awaitable that has its result already; it takes a reference of its own. */
  long resolved(long value) {
    long wrapper = py.create(resolvedType);
    memory.store64(wrapper + Cells.VALUE, py.own(value));
    return wrapper;
  }

  private long inner(long wrapper) {
    return memory.load64(wrapper + Cells.VALUE);
  }

  private long await(long coroutine) {
    long wrapper = py.create(wrapperType);
    memory.store64(wrapper + Cells.VALUE, py.own(coroutine));
    return wrapper;
  }

  private long set(long generator, long value, int field) {
    if (value == 0 || !py.strs.is(value)) {
      throw Raise.typeError(
          (field == NAME ? "__name__" : "__qualname__") + " must be set to a string object");
    }
    py.replace(generator + field, py.own(value));
    return 0;
  }

  public long type() {
    return type;
  }

  public long coroutineType() {
    return coroutineType;
  }

  boolean is(long object) {
    return py.typeOf(object) == type;
  }

  /** A generator of a frame that is ready to run, whose reference is taken over. */
  long of(long frame, long function) {
    long code = memory.load64(frame + Frames.CODE);
    boolean coroutine = (memory.load32(code + CodeObjects.FLAGS) & Flags.COROUTINE) != 0;
    py.clear(frame + Frames.BACK);
    long generator = py.create(coroutine ? coroutineType : type);
    memory.store64(generator + FRAME, frame);
    memory.store64(frame + Frames.GEN, generator);
    memory.store64(generator + CODE, py.own(code));
    memory.store64(generator + NAME, py.own(memory.load64(function + Functions.NAME)));
    memory.store64(generator + QUALNAME, py.own(memory.load64(function + Functions.QUALNAME)));
    return generator;
  }

  private String kind(long generator) {
    return py.typeOf(generator) == coroutineType ? "coroutine" : "generator";
  }

  private long repr(long generator) {
    return py.strs.of(
        "<%s object %s at 0x%x>"
            .formatted(
                kind(generator), py.strs.text(memory.load64(generator + QUALNAME)), generator));
  }

  /** The next value, or 0 at the end of a generator that returns None. */
  long next(long generator) {
    long result = resume(generator, py.none, null);
    return result == FINISHED ? 0 : result;
  }

  /** What {@link #resume} returns for a generator that came to its end with None. */
  static final long FINISHED = -1;

  private long checked(long generator, long value) {
    long result = resume(generator, value, null);
    if (result == FINISHED) {
      throw Raise.stopIteration();
    }
    return result;
  }

  /** Sends a value; the result is a value yielded, or {@link #FINISHED}. */
  long send(long generator, long value) {
    return resume(generator, value, null);
  }

  /**
   * Runs a generator up to its next yield.
   *
   * @param raise what to raise within it, or null
   */
  private long resume(long generator, long value, @Nullable Raise raise) {
    long frame = memory.load64(generator + FRAME);
    if (memory.load8(generator + RUNNING) != 0) {
      throw Raise.valueError(kind(generator) + " already executing");
    }
    if (frame == 0 || memory.load64(frame + Frames.STACKTOP) == 0) {
      return ended(generator, raise);
    }
    if (memory.load32(frame + Frames.LASTI) == -1) {
      if (value != py.none && raise == null) {
        throw Raise.typeError("can't send non-None value to a just-started " + kind(generator));
      }
    } else {
      long top = memory.load64(frame + Frames.STACKTOP);
      memory.store64(top, py.own(value));
      memory.store64(frame + Frames.STACKTOP, top + 8);
    }
    return run(generator, frame, raise);
  }

  private long ended(long generator, @Nullable Raise raise) {
    if (py.typeOf(generator) == coroutineType && raise == null) {
      throw Raise.runtimeError("cannot reuse already awaited coroutine");
    }
    if (raise != null) {
      throw raise;
    }
    return FINISHED;
  }

  private long run(long generator, long frame, @Nullable Raise raise) {
    long back = machine.thread.frame();
    memory.store64(frame + Frames.BACK, back == 0 ? 0 : py.own(back));
    memory.store8(generator + RUNNING, 1);
    long result;
    try {
      result = machine.run(frame, raise);
    } catch (Raise thrown) {
      finish(generator, frame);
      throw replaced(generator, thrown);
    } finally {
      memory.store8(generator + RUNNING, 0);
      // The frame may be back in its code's hands by now, but its memory is still there.
      if (memory.load64(generator + FRAME) != 0) {
        py.clear(frame + Frames.BACK);
      }
    }
    if (memory.load64(frame + Frames.STACKTOP) != 0) {
      return result;
    }
    finish(generator, frame);
    return returned(generator, result);
  }

  private long returned(long generator, long result) {
    if (result == py.none) {
      py.decref(result);
      if (py.typeOf(generator) == coroutineType) {
        throw Raise.stopIteration();
      }
      return FINISHED;
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

  /** A StopIteration that leaves a coroutine, or a generator with generator_stop, is an error. */
  private Raise replaced(long generator, Raise thrown) {
    int flags = memory.load32(memory.load64(generator + CODE) + CodeObjects.FLAGS);
    boolean strict =
        (flags & (Flags.GENERATOR_STOP | Flags.COROUTINE | Flags.ITERABLE_COROUTINE)) != 0;
    if (!strict || !py.exceptions.matches(thrown, "StopIteration")) {
      return thrown;
    }
    Raise error = Raise.runtimeError(kind(generator) + " raised StopIteration");
    long exception = py.exceptions.object(error);
    long cause = py.exceptions.object(thrown);
    py.replace(exception + Exceptions.CAUSE, py.own(cause));
    py.replace(exception + Exceptions.CONTEXT, cause);
    memory.store8(exception + Exceptions.SUPPRESS, 1);
    return error;
  }

  /** The iterator a suspended generator delegates to, borrowed, or 0. */
  long yieldFrom(long generator) {
    long frame = memory.load64(generator + FRAME);
    if (frame == 0 || memory.load64(frame + Frames.STACKTOP) == 0) {
      return 0;
    }
    int lasti = memory.load32(frame + Frames.LASTI);
    if (lasti < 0) {
      return 0;
    }
    long code = memory.load64(memory.load64(frame + Frames.CODE) + CodeObjects.CODE);
    if (lasti + 2 >= py.bytes.size(code) || py.bytes.at(code, lasti + 2) != Ops.YIELD_FROM) {
      return 0;
    }
    return memory.load64(memory.load64(frame + Frames.STACKTOP) - 8);
  }

  private long yieldFromAttribute(long generator) {
    long inner = yieldFrom(generator);
    return inner == 0 ? py.newNone() : py.own(inner);
  }

  private long closeMethod(long generator) {
    close(generator);
    return py.newNone();
  }

  private void close(long generator) {
    Raise raise = null;
    long inner = yieldFrom(generator);
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
      long result =
          resume(generator, py.none, raise == null ? Raise.of("GeneratorExit", "") : raise);
      if (result != FINISHED) {
        py.decref(result);
        throw Raise.runtimeError(kind(generator) + " ignored GeneratorExit");
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
    if (is(iterator) || py.typeOf(iterator) == coroutineType) {
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

  private long throwMethod(long generator, long args, int count, long names) {
    long thrownType = py.arguments.get(args, 0);
    long value = count > 1 ? py.arguments.get(args, 1) : py.none;
    long traceback = count > 2 ? py.arguments.get(args, 2) : py.none;
    long result = throwInto(generator, thrownType, value, traceback);
    if (result == FINISHED) {
      throw Raise.stopIteration();
    }
    return result;
  }

  private long throwInto(long generator, long thrownType, long value, long traceback) {
    long inner = yieldFrom(generator);
    if (inner == 0) {
      return resume(generator, py.none, exception(thrownType, value, traceback));
    }
    py.incref(inner);
    try {
      return delegate(generator, inner, thrownType, value, traceback);
    } finally {
      py.decref(inner);
    }
  }

  private long delegate(long generator, long inner, long thrownType, long value, long traceback) {
    if (machine.raising.matches(thrownType, py.exceptions.type("GeneratorExit"))) {
      memory.store8(generator + RUNNING, 1);
      try {
        closeIterator(inner);
      } catch (Raise thrown) {
        memory.store8(generator + RUNNING, 0);
        return resume(generator, py.none, thrown);
      }
      memory.store8(generator + RUNNING, 0);
      return resume(generator, py.none, exception(thrownType, value, traceback));
    }
    long result;
    memory.store8(generator + RUNNING, 1);
    try {
      result = throwTo(inner, thrownType, value, traceback);
    } catch (Raise thrown) {
      memory.store8(generator + RUNNING, 0);
      return afterInner(generator, thrown);
    }
    memory.store8(generator + RUNNING, 0);
    if (result == 0) {
      return resume(generator, py.none, exception(thrownType, value, traceback));
    }
    return result != FINISHED ? result : afterInner(generator, Raise.stopIteration());
  }

  /** Throws into the inner iterator; 0 if it has no such method. */
  private long throwTo(long inner, long thrownType, long value, long traceback) {
    if (is(inner)) {
      return throwInto(inner, thrownType, value, traceback);
    }
    long method = py.attributes.find(inner, "throw");
    if (method == 0) {
      return 0;
    }
    try {
      return value == py.none && traceback == py.none
          ? py.calls.call(method, thrownType)
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
      return resume(generator, py.none, thrown);
    }
    long value = stopValue(thrown);
    try {
      return resume(generator, value, null);
    } finally {
      py.decref(value);
    }
  }

  /** The value a StopIteration carries; the exception is forgotten. */
  long stopValue(Raise thrown) {
    if (thrown.object() == 0) {
      return py.newNone();
    }
    long value = memory.load64(thrown.object() + Exceptions.STOP_VALUE);
    value = py.own(value == 0 ? py.none : value);
    py.exceptions.drop(thrown);
    return value;
  }

  private Raise exception(long thrownType, long value, long traceback) {
    if (traceback != py.none && py.typeOf(traceback) != machine.tracebacks.type()) {
      throw Raise.typeError("throw() third argument must be a traceback object");
    }
    long exception;
    if (py.types.isType(thrownType)
        && py.typeObjects.isSubtype(thrownType, py.exceptions.type("BaseException"))) {
      exception = machine.raising.instantiate(thrownType, value);
    } else if (py.types.isException(thrownType)) {
      if (value != py.none) {
        throw Raise.typeError("instance exception may not have a separate value");
      }
      exception = py.own(thrownType);
    } else {
      throw Raise.typeError(
          "exceptions must be classes or instances deriving from BaseException, not "
              + py.typeName(thrownType));
    }
    if (traceback != py.none) {
      py.replace(exception + Exceptions.TRACEBACK, py.own(traceback));
    }
    return Raise.object(exception);
  }

  /** A generator that is suspended within a block is closed before it ends. */
  private long finalizeSuspended(long generator) {
    long frame = memory.load64(generator + FRAME);
    boolean suspended =
        frame != 0
            && memory.load64(frame + Frames.STACKTOP) != 0
            && memory.load32(frame + Frames.IBLOCK) > 0;
    if (suspended) {
      try {
        close(generator);
      } catch (Raise raise) {
        py.exceptions.unraisable(raise, generator);
      }
    }
    return 0;
  }

  private void dealloc(long generator) {
    py.weakRefs.clear(generator);
    if (py.finalizers.revive(generator)) {
      return;
    }
    py.untrack(generator);
    long frame = memory.load64(generator + FRAME);
    if (frame != 0) {
      memory.store64(frame + Frames.GEN, 0);
      memory.store64(generator + FRAME, 0);
      py.decref(frame);
    }
    py.decref(memory.load64(generator + CODE));
    py.xdecref(memory.load64(generator + NAME));
    py.xdecref(memory.load64(generator + QUALNAME));
    py.free(generator);
  }
}
